package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** Rows of a table as Calcite wants them. */
final class CursorEnumerator implements Enumerator<Object> {
    private final TableRun run;
    private final boolean scalar;
    private RowCursor rows;

    /** Rows; scalar where a row of one column is its value and not an array. */
    CursorEnumerator(TableRun run, boolean scalar) {
        this.run = run;
        this.scalar = scalar;
        this.rows = run.rows();
    }

    @Override
    public boolean moveNext() {
        return rows.next();
    }

    @Override
    @SuppressWarnings("NullAway") // a row of one null column is null here
    public Object current() {
        @Nullable Object[] row = rows.row();
        return scalar ? row[0] : row;
    }

    @Override
    public void reset() {
        rows.close();
        rows = run.rows();
    }

    @Override
    public void close() {
        rows.close();
    }
}
