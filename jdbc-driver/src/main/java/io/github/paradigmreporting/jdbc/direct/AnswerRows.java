package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import org.jspecify.annotations.Nullable;

/** The rows of an answer: those after the offset, no more than the limit, in the answer's columns. */
final class AnswerRows implements RowCursor {
    private final RowCursor rows;
    private final Execution execution;
    private final int @Nullable [] places;
    private final @Nullable Object[] values;
    private long toSkip;
    private long left;
    private @Nullable Object[] row = {};

    /**
     * Rows of an answer.
     *
     * @param places where in a row each column of the answer stands, or -1 for one of the values; null when rows are as
     *     they are wanted
     * @param values per column of the answer, what it is where it is not in the row
     */
    AnswerRows(
            RowCursor rows,
            Execution execution,
            int @Nullable [] places,
            @Nullable Object[] values,
            long offset,
            long limit) {
        this.rows = rows;
        this.execution = execution;
        this.places = places;
        this.values = values;
        this.toSkip = offset;
        this.left = limit;
    }

    @Override
    public boolean next() {
        execution.check();
        for (; toSkip > 0; toSkip--) {
            if (!rows.next()) {
                left = 0;
            }
        }
        if (left == 0 || !rows.next()) {
            return false;
        }
        left--;
        row = places == null ? rows.row() : projected(rows.row(), places);
        return true;
    }

    private @Nullable Object[] projected(@Nullable Object[] from, int[] columns) {
        @Nullable Object[] to = values.clone();
        for (int i = 0; i < to.length; i++) {
            if (columns[i] >= 0) {
                to[i] = from[columns[i]];
            }
        }
        return to;
    }

    @Override
    public @Nullable Object[] row() {
        return row;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } finally {
            execution.close();
        }
    }
}
