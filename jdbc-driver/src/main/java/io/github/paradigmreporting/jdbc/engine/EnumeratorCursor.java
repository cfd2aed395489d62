package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** A cursor over Calcite's rows. */
final class EnumeratorCursor implements RowCursor {
    private final Enumerator<?> rows;
    private final boolean arrays;
    private final CompiledQuery query;
    private @Nullable Object[] row = {};

    EnumeratorCursor(Enumerator<?> rows, boolean arrays, CompiledQuery query) {
        this.rows = rows;
        this.arrays = arrays;
        this.query = query;
    }

    @Override
    public boolean next() {
        try {
            if (!rows.moveNext()) {
                return false;
            }
        } catch (LinkageError e) {
            throw query.first(e);
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
        rows.close();
    }
}
