package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.jdbc.table.Calendar;
import io.github.paradigmreporting.jdbc.table.TableSource;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One table in one run: which of its days and companies are read is decided when this is made, and noted in the run; what
 * is read is read when rows are taken. Needs no SQL engine.
 */
public final class TableRun {
    private final Execution execution;
    private final ScanSpec spec;
    private final List<Window> windows;
    private final boolean exact;
    private final @Nullable Set<Long> companies;

    private TableRun(
            Execution execution, ScanSpec spec, List<Window> windows, boolean exact, @Nullable Set<Long> companies) {
        this.execution = execution;
        this.spec = spec;
        this.windows = windows;
        this.exact = exact;
        this.companies = companies;
    }

    /**
     * Decides what is read of a table.
     *
     * @param execution the run
     * @param spec what is read as far as the plan knows
     * @param tests a test of a day, in days since 1970-01-01, per day column of the spec; one that throws lets the day pass
     * @param companies company ids, of any type; looked at when the spec says so
     * @return the table's part in the run
     * @throws io.github.paradigmreporting.core.error.InvalidQueryException when a first day is required and none is given
     */
    public static TableRun of(
            Execution execution, ScanSpec spec, List<IntPredicate> tests, List<? extends @Nullable Object> companies) {
        if (spec.table().source() instanceof TableSource.OfDriver) {
            return new TableRun(execution, spec, List.of(), false, Set.of());
        }
        @Nullable Set<Long> ids = companies(execution.scope().companies(), spec.byCompany(), companies);
        boolean companyTable = spec.table().source() instanceof TableSource.OfCompanies;
        ScanDays days = new ScanDays(execution, spec);
        List<Window> windows = companyTable ? List.of() : days.windows(tests);
        boolean none = ids == null || (windows.isEmpty() && !companyTable);
        execution.reads("reads " + (none ? "nothing of " + spec.table() : spec.table() + " " + windows)
                + (ids == null || ids.isEmpty() ? "" : " of companies " + ids));
        return new TableRun(execution, spec, windows, !companyTable && days.exact(), none ? null : ids);
    }

    /**
     * Whether no row is of a day that does not pass the test of column {@code date}, so that nobody need test it again.
     *
     * @return false where days are read over, or where it cannot be known
     */
    public boolean onlyDaysThatPass() {
        return exact;
    }

    /**
     * The rows, from the first on, however often this is called. Closing the cursor leaves the run open.
     *
     * @return the rows, a value per column of the spec
     */
    public RowCursor rows() {
        Set<Long> ids = companies;
        if (ids == null) {
            return new ListCursor(
                    execution, () -> List.<List<@Nullable Object>>of().iterator());
        }
        TableSource source = spec.table().source();
        if (source instanceof TableSource.OfReport report) {
            return new ReportCursor<>(execution, report.report(), spec, windows, ids);
        }
        if (source instanceof TableSource.OfCompanies) {
            return new ListCursor(execution, () -> new CompanyRows(execution, ids).rows(spec.columns()));
        }
        return source instanceof TableSource.OfDriver
                ? new ListCursor(execution, this::ofDriver)
                : new ListCursor(execution, this::calendar);
    }

    private Iterator<List<@Nullable Object>> ofDriver() {
        return execution.driverRows(spec.table()).stream()
                .map(row -> spec.columns().stream().map(row::get).collect(Collectors.toList()))
                .iterator();
    }

    private Iterator<List<Object>> calendar() {
        return windows.stream()
                .flatMap(window -> window.from().datesUntil(window.to().plusDays(1)))
                .map(day -> spec.columns().stream()
                        .map(column -> Calendar.value(column, day))
                        .toList())
                .iterator();
    }

    /** Companies to ask for, empty for all; null when there can be none. */
    private static @Nullable Set<Long> companies(
            Set<Long> scope, boolean given, List<? extends @Nullable Object> values) {
        if (!given) {
            return scope;
        }
        Set<Long> ids = new TreeSet<>();
        for (Object value : values) {
            if (value instanceof Number number && number.doubleValue() == number.longValue()) {
                ids.add(number.longValue());
            }
        }
        if (!scope.isEmpty()) {
            ids.retainAll(scope);
        }
        return ids.isEmpty() ? null : ids;
    }
}
