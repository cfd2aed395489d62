package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.RowCursor;
import java.sql.SQLException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Where a result set takes its rows from. */
interface RowSupply extends RowCursor {
    /** What went wrong while taking a row. */
    SQLException translated(Throwable thrown);

    /** Rows that are there already. */
    static RowSupply of(Iterator<Object> rows) {
        return new RowSupply() {
            private @Nullable Object[] row = {};

            @Override
            public boolean next() {
                boolean more = rows.hasNext();
                if (more) {
                    row = (Object[]) rows.next();
                }
                return more;
            }

            @Override
            public @Nullable Object[] row() {
                return row;
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
