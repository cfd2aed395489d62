package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.SiblingRows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An instance that answers from a rule and notes what it was asked. Companies 1 to 3; each first day of a month is
 * without rows. An answer about sessions has threads in it, too, where that is offered. A figure depends on company, day, and the moment of the question, until the day has settled.
 */
final class FakeInstance implements WindowSource {
    static final Set<Long> COMPANIES = new java.util.TreeSet<>(List.of(1L, 2L, 3L));

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final List<Long> buffers = new CopyOnWriteArrayList<>();
    final List<FakeFetch<?>> fetches = new CopyOnWriteArrayList<>();
    volatile boolean answersAtOnce = true;
    volatile int mostDaysThatFit = 400;
    volatile boolean offersSiblings;
    volatile boolean hasNothing;
    volatile String text = "";
    volatile String identity = "test";
    volatile int windowDays = 31;
    volatile int longestWindowDays = 1;
    volatile int maxConcurrentRequests = 4;
    volatile @Nullable RuntimeException refusal;

    private final InstantSource clock;
    private final StoreOptions options;

    FakeInstance(InstantSource clock, StoreOptions options) {
        this.clock = clock;
        this.options = options;
    }

    /** One request. */
    record Asked(String report, Set<Long> companies, Window days) {
        @Override
        public String toString() {
            return report + " " + (companies.isEmpty() ? "all" : companies) + " " + days;
        }
    }

    @Override
    public synchronized <R extends Row> Fetch<R> open(
            ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
        if (refusal != null) {
            throw refusal;
        }
        asked.add(new Asked(query.report().name(), query.companies(), query.window()));
        buffers.add(bufferBytes);
        FakeFetch<R> fetch = new FakeFetch<>(
                answer(query, revision()), siblings(query), query.window().days() <= mostDaysThatFit, answersAtOnce);
        fetches.add(fetch);
        return fetch;
    }

    private List<SiblingRows<?>> siblings(ReportQuery<?> query) {
        List<SiblingRows<?>> siblings = new ArrayList<>();
        if (offersSiblings) {
            Reports.siblings(query.report()).forEach(sibling -> siblings.add(sibling(query, sibling)));
        }
        return siblings;
    }

    private <S extends Row> SiblingRows<S> sibling(ReportQuery<?> query, Report<S> sibling) {
        ReportQuery<S> question = ReportQuery.of(
                        sibling, query.window().from(), query.window().to())
                .ofCompanies(query.companies());
        return new SiblingRows<>(sibling, answer(question, revision()));
    }

    /** What the instance's figures depend on at this moment. */
    long revision() {
        return clock.instant().toEpochMilli();
    }

    /** The rows of a query as of a moment. */
    <R extends Row> List<R> answer(ReportQuery<R> query, long revision) {
        List<R> rows = new ArrayList<>();
        if (hasNothing) {
            return rows;
        }
        for (long company : query.companies().isEmpty() ? COMPANIES : query.companies()) {
            switch (query.report().grain()) {
                case WINDOW -> rows.add(row(query.report(), company, query.window(), revision));
                case DAY -> {
                    LocalDate last = options.dayOf(java.time.Instant.ofEpochMilli(revision));
                    for (LocalDate day = query.window().from();
                            !day.isAfter(query.window().to()) && !day.isAfter(last);
                            day = day.plusDays(1)) {
                        if (day.getDayOfMonth() != 1) {
                            rows.add(row(
                                    query.report(),
                                    company,
                                    new Window(day, day),
                                    Math.min(revision, settledAt(day, options))));
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** The first moment at which nothing about a day changes any longer. */
    static long settledAt(LocalDate day, StoreOptions options) {
        return day.plusDays(options.lookBackDays() + 1L)
                .atStartOfDay(options.zone())
                .toInstant()
                .plus(options.settleDelay())
                .toEpochMilli();
    }

    @SuppressWarnings("StringCopy") // As from an answer: another object in each row.
    private <R extends Row> R row(Report<R> report, long company, Window days, long revision) {
        Cells cells = new Cells(report.columns().size());
        for (int i = 0; i < report.columns().size(); i++) {
            Column<R> column = report.columns().get(i);
            switch (column.type()) {
                case BIGINT -> cells.setLong(i, column.name().equals("company_id") ? company : revision);
                case DOUBLE -> cells.setDouble(i, revision / 1000.0);
                case TEXT -> cells.set(i, new String(text));
                case DATE -> cells.set(i, column.path().equals(Column.WINDOW_END) ? days.to() : days.from());
                case TIMESTAMP -> cells.set(i, java.time.Instant.ofEpochMilli(revision));
            }
        }
        return report.row(cells);
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public int windowDays() {
        return windowDays;
    }

    @Override
    public int longestWindowDays() {
        return Math.max(windowDays, longestWindowDays);
    }

    @Override
    public int maxConcurrentRequests() {
        return maxConcurrentRequests;
    }

    /** The requests so far, as text, and forgets them. */
    List<String> takeAsked() {
        List<String> all = asked.stream().map(Asked::toString).toList();
        asked.clear();
        return all;
    }
}
