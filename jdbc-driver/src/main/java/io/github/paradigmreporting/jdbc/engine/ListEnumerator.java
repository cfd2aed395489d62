package io.github.paradigmreporting.jdbc.engine;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** Rows of few columns that are made at once, when the first is asked for. */
final class ListEnumerator implements Enumerator<Object> {
    private final Execution execution;
    private final Supplier<? extends Iterator<? extends List<? extends @Nullable Object>>> source;
    private final boolean scalar;
    private @Nullable Iterator<? extends List<? extends @Nullable Object>> rows;
    private @Nullable Object current;

    ListEnumerator(
            Execution execution,
            Supplier<? extends Iterator<? extends List<? extends @Nullable Object>>> source,
            boolean scalar) {
        this.execution = execution;
        this.source = source;
        this.scalar = scalar;
    }

    @Override
    public boolean moveNext() {
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
        if (scalar) {
            current = ReportEnumerator.cell(row.get(0));
            return true;
        }
        @Nullable Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = ReportEnumerator.cell(row.get(i));
        }
        current = cells;
        return true;
    }

    @Override
    @SuppressWarnings("NullAway") // a row of one null column is null here
    public Object current() {
        return current;
    }

    @Override
    public void reset() {
        rows = null;
    }

    @Override
    public void close() {}
}
