package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.CursorColumn;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import org.jspecify.annotations.Nullable;

/** The rows of an answer: those after the offset, no more than the limit, in the answer's columns. */
final class AnswerRows implements RowCursor {
    private final RowCursor rows;
    private final CursorColumn[] columns;
    private long toSkip;
    private long left;

    /**
     * Rows of an answer.
     *
     * @param columns the answer's, of these rows or constant
     */
    AnswerRows(RowCursor rows, CursorColumn[] columns, long offset, long limit) {
        this.rows = rows;
        this.columns = columns;
        this.toSkip = offset;
        this.left = limit;
    }

    @Override
    public boolean next() {
        for (; toSkip > 0; toSkip--) {
            if (!rows.next()) {
                left = 0;
            }
        }
        if (left == 0 || !rows.next()) {
            return false;
        }
        left--;
        return true;
    }

    @Override
    public CursorColumn column(int index) {
        return columns[index];
    }

    @Override
    public @Nullable Object[] row() {
        @Nullable Object[] row = new Object[columns.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = columns[i].value();
        }
        return row;
    }

    @Override
    public void close() {
        rows.close();
    }
}
