package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a report, window after window. */
final class ReportCursor<R extends Row> implements RowCursor {
    private final Execution execution;
    private final List<Column<R>> columns;
    private final ReportQuery<R> query;
    private final List<Window> windows;
    private int next;
    private @Nullable Rows<R> rows;
    private Cancellation.@Nullable Registration link;
    private @Nullable Object[] current = {};

    ReportCursor(Execution execution, Report<R> report, ScanSpec spec, List<Window> windows, Set<Long> companies) {
        this.execution = execution;
        this.columns = spec.columns().stream().map(report.columns()::get).toList();
        this.windows = windows;
        this.query = ReportQuery.of(
                        report, windows.get(0).from(), windows.get(0).to())
                .ofCompanies(companies)
                .select(columns.stream().map(Column::name).toList());
    }

    @Override
    public boolean next() {
        execution.check();
        while (true) {
            Rows<R> open = rows;
            if (open != null && open.hasNext()) {
                current = converted(open.next());
                return true;
            }
            close();
            if (next == windows.size()) {
                return false;
            }
            rows = open(windows.get(next++));
        }
    }

    /** Each window under a wish to stop of its own: closing one must not stop the statement. */
    private Rows<R> open(Window window) {
        Cancellation own = new Cancellation();
        link = execution.cancellation().onCancel(own::cancel);
        Rows<R> opened = execution.rows(query.in(window), own);
        execution.opened(opened);
        return opened;
    }

    private @Nullable Object[] converted(R row) {
        @Nullable Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i).value(row));
        }
        return cells;
    }

    /** A value of a table as a cursor gives it. */
    static @Nullable Object cell(@Nullable Object value) {
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
    public void close() {
        Rows<R> open = rows;
        rows = null;
        if (open != null) {
            execution.closed(open);
            open.close();
        }
        Cancellation.Registration registration = link;
        link = null;
        if (registration != null) {
            registration.close();
        }
    }
}
