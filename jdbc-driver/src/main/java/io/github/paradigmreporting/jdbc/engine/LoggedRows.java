package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.Row;
import org.jspecify.annotations.Nullable;

/** Rows that tell a read how far it is. */
final class LoggedRows<R extends Row> implements Rows<R> {
    private final Rows<R> rows;
    private final Read read;

    LoggedRows(Rows<R> rows, Read read) {
        this.rows = rows;
        this.read = read;
    }

    @Override
    public boolean hasNext() {
        try {
            boolean more = rows.hasNext();
            if (!more) {
                read.end("done", null);
            }
            return more;
        } catch (RuntimeException e) {
            read.end("failed", message(e));
            throw e;
        }
    }

    @Override
    public R next() {
        R row = rows.next();
        read.row();
        return row;
    }

    @Override
    public void close() {
        rows.close();
        read.end("stopped", null);
    }

    private static @Nullable String message(RuntimeException e) {
        Throwable cause = e.getCause();
        return cause instanceof java.sql.SQLException ? cause.getMessage() : e.getMessage();
    }
}
