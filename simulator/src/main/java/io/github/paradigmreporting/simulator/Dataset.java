package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The truth without HTTP: the rows that the simulator would answer with now, in company and day order, each once. What
 * faults do to an answer is not in it; switches and edits are. Safe for threads.
 */
public final class Dataset {
    private final DataOptions data;
    private final AnswerOptions answers;
    private final Edits edits;
    private final Clock clock;

    Dataset(DataOptions data, AnswerOptions answers, Edits edits, Clock clock) {
        this.data = data;
        this.answers = answers;
        this.edits = edits;
        this.clock = clock;
    }

    /** The usage as it stands now; one answer reads one of these. */
    Usage now() {
        return new Usage(data, answers, edits.world(), Moment.of(clock));
    }

    /**
     * The companies there are now, in id order.
     *
     * @return an immutable list
     */
    public List<Company> companies() {
        return List.copyOf(edits.world().companies().values());
    }

    /**
     * Today, by the simulator's clock and in its zone.
     *
     * @return the day that is still open
     */
    public LocalDate today() {
        return Moment.of(clock).today();
    }

    /**
     * The rows of a day range, of all companies.
     *
     * @param report the report
     * @param from first day
     * @param to last day, included
     * @param <R> the row type
     * @return the rows
     */
    public <R extends Row> List<R> rows(Report<R> report, LocalDate from, LocalDate to) {
        return stream(report, from, to, Set.of()).toList();
    }

    /**
     * The rows of a day range, of some companies.
     *
     * @param report the report
     * @param from first day
     * @param to last day, included
     * @param companies ids of companies; none means all
     * @param <R> the row type
     * @return the rows
     */
    public <R extends Row> List<R> rows(Report<R> report, LocalDate from, LocalDate to, Set<Long> companies) {
        return stream(report, from, to, companies).toList();
    }

    /**
     * The rows of a day range, made one by one, for ranges that do not fit into memory.
     *
     * @param report the report
     * @param from first day
     * @param to last day, included
     * @param companies ids of companies; none means all
     * @param <R> the row type
     * @return the rows, as they stand at this call
     */
    public <R extends Row> Stream<R> stream(Report<R> report, LocalDate from, LocalDate to, Set<Long> companies) {
        if (answers.emptyReporting() || (answers.legacy() && report == (Object) Reports.MEMBERS)) {
            return Stream.empty();
        }
        Usage usage = now();
        Stream<Company> asked = usage.world().companies().values().stream()
                .filter(company -> companies.isEmpty() || companies.contains(company.id()));
        if (report == (Object) Reports.MEMBERS) {
            return asked.flatMap(company -> usage.members(company, from, to)).map(report.rowType()::cast);
        }
        return asked.flatMap(
                company -> usage.days(company, from, to).flatMap(day -> usage.slice(report, company, day)));
    }

    /**
     * What the rows of a day range add up to, for every column that may be added up.
     *
     * @param report the report
     * @param from first day
     * @param to last day, included
     * @param companies ids of companies; none means all
     * @param <R> the row type
     * @return the number of rows, and a sum per additive column
     */
    public <R extends Row> Totals totals(Report<R> report, LocalDate from, LocalDate to, Set<Long> companies) {
        List<Column<R>> additive =
                report.columns().stream().filter(Column::additive).toList();
        long[] sums = new long[additive.size()];
        long[] rows = new long[1];
        try (Stream<R> stream = stream(report, from, to, companies)) {
            stream.forEach(row -> {
                rows[0]++;
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += additive.get(i).value(row) instanceof Long count ? count : 0;
                }
            });
        }
        Map<String, Long> byName = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(additive.stream().map(Column::name).toList());
        names.forEach(name -> byName.put(name, sums[names.indexOf(name)]));
        return new Totals(rows[0], Map.copyOf(byName));
    }

    /**
     * What rows add up to.
     *
     * @param rows how many rows
     * @param sums per additive column, the sum; a null in a row counts as nothing
     */
    public record Totals(long rows, Map<String, Long> sums) {}
}
