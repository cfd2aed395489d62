package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.RowCursor;
import org.jspecify.annotations.Nullable;

/** So many rows of no columns. */
final class FixedRows implements RowCursor {
    private int left;

    FixedRows(int rows) {
        this.left = rows;
    }

    @Override
    public boolean next() {
        return left-- > 0;
    }

    @Override
    public @Nullable Object[] row() {
        return new Object[0];
    }

    @Override
    public void close() {}
}
