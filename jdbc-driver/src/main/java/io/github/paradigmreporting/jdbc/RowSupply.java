package io.github.paradigmreporting.jdbc;

import java.sql.SQLException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Where a result set takes its rows from. */
interface RowSupply extends AutoCloseable {
    /** The next row, or null at the end. */
    @Nullable
    Object @Nullable [] next();

    /** What went wrong while taking a row. */
    SQLException translated(Throwable thrown);

    @Override
    void close();

    /** Rows that are there already. */
    static RowSupply of(Iterator<Object> rows) {
        return new RowSupply() {
            @Override
            public @Nullable Object @Nullable [] next() {
                return rows.hasNext() ? (Object[]) rows.next() : null;
            }

            @Override
            public SQLException translated(Throwable thrown) {
                return SqlErrors.of(thrown, null);
            }

            @Override
            public void close() {}
        };
    }
}
