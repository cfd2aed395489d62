package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.CursorColumn;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import org.jspecify.annotations.Nullable;

/** The rows of a table that pass a test. */
final class FilteredRows implements RowCursor {
    private final RowCursor rows;
    private final RowTest test;

    FilteredRows(RowCursor rows, RowTest test) {
        this.rows = rows;
        this.test = test;
    }

    @Override
    public boolean next() {
        while (rows.next()) {
            if (test.passes()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public CursorColumn column(int index) {
        return rows.column(index);
    }

    @Override
    public @Nullable Object[] row() {
        return rows.row();
    }

    @Override
    public void close() {
        rows.close();
    }
}
