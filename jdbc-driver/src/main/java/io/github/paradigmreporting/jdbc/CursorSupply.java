package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.WarmUp;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Rows of a cursor, no more than the statement's maximum. Closing may come from any thread. */
final class CursorSupply implements RowSupply {
    private final RowCursor cursor;
    private final Run run;
    private long left;
    private volatile boolean answered;

    /** A supply; 0 rows at most means no limit. */
    CursorSupply(RowCursor cursor, Run run, long maxRows) {
        this.cursor = cursor;
        this.run = run;
        this.left = maxRows == 0 ? Long.MAX_VALUE : maxRows;
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        boolean more = left > 0 && cursor.next();
        answered = true;
        if (!more) {
            return null;
        }
        left--;
        return cursor.row();
    }

    @Override
    public SQLException translated(Throwable thrown) {
        return SqlErrors.of(thrown, run);
    }

    @Override
    public void close() {
        run.close();
        cursor.close();
        if (answered) {
            WarmUp.answered();
        }
    }
}
