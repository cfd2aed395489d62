package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** A cursor over Calcite's rows. */
final class EnumeratorCursor implements RowCursor {
    private final Enumerator<?> rows;
    private final boolean arrays;
    private final Execution execution;
    private @Nullable Object[] row = {};

    EnumeratorCursor(Enumerator<?> rows, boolean arrays, Execution execution) {
        this.rows = rows;
        this.arrays = arrays;
        this.execution = execution;
    }

    @Override
    public boolean next() {
        execution.check();
        if (!rows.moveNext()) {
            return false;
        }
        Object current = rows.current();
        row = arrays ? (Object[]) current : new Object[] {current};
        return true;
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
