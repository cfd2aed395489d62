package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.RowCursor;
import org.jspecify.annotations.Nullable;

/** One row: how many rows there are. */
final class CountedRows implements RowCursor {
    private final RowCursor rows;
    private long count = -1;

    CountedRows(RowCursor rows) {
        this.rows = rows;
    }

    @Override
    public boolean next() {
        if (count >= 0) {
            return false;
        }
        for (count = 0; rows.next(); count++) {
            // Rows are only counted.
        }
        return true;
    }

    @Override
    public @Nullable Object[] row() {
        return new Object[] {count};
    }

    @Override
    public void close() {
        rows.close();
    }
}
