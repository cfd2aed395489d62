package io.github.paradigmreporting.jdbc.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of few columns that are made at once, when the first is asked for. */
final class ListCursor implements RowCursor {
    private final Execution execution;
    private final Supplier<? extends Iterator<? extends List<? extends @Nullable Object>>> source;
    private @Nullable Iterator<? extends List<? extends @Nullable Object>> rows;
    private @Nullable Object[] current = {};

    ListCursor(Execution execution, Supplier<? extends Iterator<? extends List<? extends @Nullable Object>>> source) {
        this.execution = execution;
        this.source = source;
    }

    @Override
    public boolean next() {
        execution.check();
        Iterator<? extends List<? extends @Nullable Object>> all = rows;
        if (all == null) {
            all = source.get();
            rows = all;
        }
        if (!all.hasNext()) {
            return false;
        }
        List<? extends @Nullable Object> row = all.next();
        @Nullable Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(row.get(i));
        }
        current = cells;
        return true;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return (int) day.toEpochDay();
        }
        return value instanceof Instant instant ? (Object) instant.toEpochMilli() : value;
    }

    @Override
    public @Nullable Object[] row() {
        return current;
    }

    @Override
    public void close() {}
}
