package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidQueryException;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is asked of one report: which days, which companies, which columns. Immutable; refuses nonsense before anything
 * is sent.
 *
 * @param report the report
 * @param window the days, both ends included
 * @param companies ids of the companies wanted, ascending; empty means all that the key may see
 * @param columns names of the columns wanted, in table order; key columns are always read
 * @param <R> the row type
 */
public record ReportQuery<R extends Row>(Report<R> report, Window window, Set<Long> companies, Set<String> columns) {

    /** Copies and orders the sets; completes the columns by the key. */
    public ReportQuery {
        companies = java.util.Collections.unmodifiableSet(new TreeSet<>(companies));
        columns = known(report, columns);
    }

    /**
     * All columns of all companies for a range of days.
     *
     * @param report the report
     * @param from first day
     * @param to last day, included
     * @return the query
     * @param <R> the row type
     * @throws InvalidQueryException when the range ends before it starts
     */
    public static <R extends Row> ReportQuery<R> of(Report<R> report, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidQueryException(
                    report + ": the last day " + to + " lies before the first day " + from + "; swap them");
        }
        Set<String> all = report.columns().stream().map(Column::name).collect(Collectors.toSet());
        return new ReportQuery<>(report, new Window(from, to), Set.of(), all);
    }

    /**
     * The same question for other days.
     *
     * @param days the days
     * @return the query
     */
    public ReportQuery<R> in(Window days) {
        return new ReportQuery<>(report, days, companies, columns);
    }

    /**
     * The same question for some companies only.
     *
     * @param ids company ids; empty means all
     * @return the query
     */
    public ReportQuery<R> ofCompanies(Collection<Long> ids) {
        return new ReportQuery<>(report, window, new LinkedHashSet<>(ids), columns);
    }

    /**
     * The same question for some columns only; the others are skipped in the answer and null in the rows.
     *
     * @param names names of columns
     * @return the query
     * @throws InvalidQueryException when the report has no such column
     */
    public ReportQuery<R> select(Collection<String> names) {
        return new ReportQuery<>(report, window, companies, new LinkedHashSet<>(names));
    }

    /** Whether a row answers this; some instances ignore a company or an end that they do not like. */
    boolean asksFor(Row row) {
        boolean company = companies.isEmpty() || companies.contains(row.companyId());
        return company && (!(row instanceof DayRow day) || window.contains(day.date()));
    }

    private static <R extends Row> Set<String> known(Report<R> report, Set<String> wanted) {
        Set<String> names = new LinkedHashSet<>();
        for (Column<R> column : report.columns()) {
            if (column.key() || wanted.contains(column.name())) {
                names.add(column.name());
            }
        }
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new InvalidQueryException(report + " has no column '" + name + "'; it has "
                        + report.columns().stream().map(Column::name).collect(Collectors.joining(", ")));
            }
        }
        return java.util.Collections.unmodifiableSet(names);
    }
}
