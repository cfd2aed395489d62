package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a report, window after window. */
final class ReportCursor<R extends Row> implements RowCursor {
    private final Execution execution;
    private final ReportColumn<?>[] columns;
    private final ReportQuery<R> query;
    private final List<Window> windows;
    private int next;
    private @Nullable Rows<R> rows;
    private Cancellation.@Nullable Registration link;
    private @Nullable R current;

    ReportCursor(Execution execution, Report<R> report, ScanSpec spec, List<Window> windows, Set<Long> companies) {
        this.execution = execution;
        Set<String> names = new HashSet<>();
        this.columns = new ReportColumn<?>[spec.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            Column<R> column = report.columns().get(spec.columns().get(i));
            names.add(column.name());
            columns[i] = ReportColumn.of(this, column);
        }
        this.windows = windows;
        this.query = new ReportQuery<>(report, windows.get(0), companies, names);
    }

    @Override
    public boolean next() {
        execution.check();
        while (true) {
            Rows<R> open = rows;
            if (open != null && open.hasNext()) {
                current = open.next();
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

    /** The row as the report has it. */
    R current() {
        return Objects.requireNonNull(current, "there is no current row");
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
