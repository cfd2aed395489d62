package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.jdbc.table.Calendar;
import io.github.paradigmreporting.jdbc.table.TableSource;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Predicate1;
import org.jspecify.annotations.Nullable;

/** What generated code calls. Public only because that code lives elsewhere. */
public final class ScanRuntime {
    private ScanRuntime() {}

    /**
     * Decides what a scan reads; reads it when the rows are enumerated.
     *
     * @param root the run
     * @param spec what is read as far as the plan knows
     * @param scalar whether a row of one column is its value and not an array
     * @param tests a test of a day per day column of the spec
     * @param companies company ids, looked at when the spec says so
     * @return the rows
     */
    public static Enumerable<?> scan(
            DataContext root, ScanSpec spec, boolean scalar, Predicate1<Integer>[] tests, Object[] companies) {
        Execution execution = ((ExecutionContext) root).execution();
        if (spec.table().source() instanceof TableSource.OfDriver) {
            return new AbstractEnumerable<Object>() {
                @Override
                public Enumerator<Object> enumerator() {
                    return new ListEnumerator(execution, () -> ofDriver(execution, spec), scalar);
                }
            };
        }
        @Nullable Set<Long> ids = companies(execution.scope().companies(), spec.byCompany(), companies);
        boolean companyTable = spec.table().source() instanceof TableSource.OfCompanies;
        List<Window> windows = companyTable ? List.of() : new ScanDays(execution, spec).windows(List.of(tests));
        boolean none = ids == null || (windows.isEmpty() && !companyTable);
        execution.reads("reads " + (none ? "nothing of " + spec.table() : spec.table() + " " + windows)
                + (ids == null || ids.isEmpty() ? "" : " of companies " + ids));
        return new AbstractEnumerable<Object>() {
            @Override
            public Enumerator<Object> enumerator() {
                return none || ids == null
                        ? Linq4j.emptyEnumerator()
                        : ScanRuntime.enumerator(execution, spec, scalar, windows, ids);
            }
        };
    }

    private static Enumerator<Object> enumerator(
            Execution execution, ScanSpec spec, boolean scalar, List<Window> windows, Set<Long> ids) {
        if (spec.table().source() instanceof TableSource.OfReport source) {
            return new ReportEnumerator<>(execution, source.report(), spec, windows, ids, scalar);
        }
        if (spec.table().source() instanceof TableSource.OfCompanies) {
            return new ListEnumerator(execution, () -> new CompanyRows(execution, ids).rows(spec.columns()), scalar);
        }
        return new ListEnumerator(execution, () -> calendar(spec, windows), scalar);
    }

    private static Iterator<List<@Nullable Object>> ofDriver(Execution execution, ScanSpec spec) {
        return execution.driverRows(spec.table()).stream()
                .map(row -> spec.columns().stream().map(row::get).collect(Collectors.toList()))
                .iterator();
    }

    private static Iterator<List<Object>> calendar(ScanSpec spec, List<Window> windows) {
        return windows.stream()
                .flatMap(window -> window.from().datesUntil(window.to().plusDays(1)))
                .map(day -> spec.columns().stream()
                        .map(column -> Calendar.value(column, day))
                        .toList())
                .iterator();
    }

    /**
     * A value as an object; what generated code cannot say of a primitive in an array of objects.
     *
     * @param value the value
     * @return the value
     */
    public static @Nullable Object box(@Nullable Object value) {
        return value;
    }

    /** Companies to ask for, empty for all; null when there can be none. */
    private static @Nullable Set<Long> companies(Set<Long> scope, boolean given, Object[] values) {
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

    static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }
}
