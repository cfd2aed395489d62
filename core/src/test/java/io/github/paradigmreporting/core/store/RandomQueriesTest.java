package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Thousands of random queries against an instance whose recent days change with every moment. Each must be true and
 * cheap.
 *
 * <p>True: the rows are exactly those of the companies and past days asked for, and each figure is either the day's final
 * one, or was the instance's at a moment less than the time to live ago. Sessions and threads come in one answer.
 *
 * <p>Cheap, as long as nothing is dropped for want of memory (see {@link Ledger}): a request begins and ends with a day
 * that is needed, that is, asked for by the query and not served fresh; between these it holds at most {@value
 * MissingDays#SMALL_GAP} days in a row that are not needed; it is no longer than a window; and when all that is needed
 * fits into one window without a larger gap, there is one request.
 */
class RandomQueriesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

    @ParameterizedTest
    @CsvSource({"1, 3, PT0S, PT5M", "2, 0, PT6H, PT5M", "3, 10, PT6H, PT3H", "4, 3, PT1H, PT0S", "5, 1, PT30H, PT30H"})
    void everyAnswerIsTrueAndCheap(long seed, int lookBackDays, Duration settleDelay, Duration recentTtl)
            throws InterruptedException {
        run(seed, new StoreOptions(1L << 30, recentTtl, lookBackDays, settleDelay, ZONE), true, false);
    }

    @ParameterizedTest
    @CsvSource({"6, 100", "7, 2000", "8, 20000", "9, 100000"})
    void everyAnswerIsTrueHoweverLittleMayBeKept(long seed, long maxBytes) throws InterruptedException {
        run(seed, new StoreOptions(maxBytes, Duration.ofMinutes(5), 3, Duration.ZERO, ZONE), false, false);
    }

    /** Memory for little or much, disk for little or much, and a restart now and then. */
    @ParameterizedTest
    @CsvSource({"10, 3, PT0S, 20000, 1000000", "11, 1, PT30H, 1000000, 20000", "12, 10, PT6H, 1000000, 1000000"})
    void everyAnswerIsTrueWithFilesAndRestarts(
            long seed,
            int lookBackDays,
            Duration settleDelay,
            long maxBytes,
            long maxFileBytes,
            @TempDir Path directory)
            throws InterruptedException {
        run(
                seed,
                new StoreOptions(
                        maxBytes, Duration.ofMinutes(5), lookBackDays, settleDelay, ZONE, directory, maxFileBytes),
                false,
                true);
    }

    private static void run(long seed, StoreOptions options, boolean nothingIsDropped, boolean restarts)
            throws InterruptedException {
        Random random = new Random(seed);
        // Paris changes its clocks on 2026-03-29.
        FakeClock clock = new FakeClock("2026-03-24T12:00:00Z");
        FakeInstance instance = new FakeInstance(clock, options);
        instance.offersSiblings = true;
        List<DayStore> lives = new ArrayList<>();
        DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);
        lives.add(store);
        Ledger ledger = new Ledger(options);

        for (int i = 0; i < (restarts ? 500 : 2_000); i++) {
            if (restarts && random.nextInt(10) == 0) {
                store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);
                lives.add(store);
            }
            clock.pass(Duration.ofSeconds(random.nextInt(10) == 0 ? random.nextInt(40_000) : random.nextInt(200)));
            instance.windowDays = random.nextInt(20) == 0 ? 1 + random.nextInt(40) : 31;
            instance.longestWindowDays = random.nextInt(3) == 0 ? 366 : 1;
            ReportQuery<?> query = query(random, options.dayOf(clock.instant()));
            ask(store, instance, clock.instant(), options, query);
            List<FakeInstance.Asked> asked = new ArrayList<>(instance.asked);
            instance.asked.clear();
            if (nothingIsDropped) {
                ledger.check(query, asked, clock.instant(), instance.windowDays, instance.longestWindowDays());
            }
            assertThat(store.contents().stream().mapToLong(StoredRange::bytes).sum())
                    .isLessThanOrEqualTo(options.maxBytes());
        }
        for (DayStore life : lives) {
            // The directory is about to be deleted.
            life.awaitWritten(Duration.ofSeconds(20));
        }
    }

    private static <R extends Row> void ask(
            DayStore store, FakeInstance instance, Instant now, StoreOptions options, ReportQuery<R> query) {
        List<R> rows = store.rows(instance, query, new Cancellation()).toList();
        // Keys: what the instance would say now. Figures: by age.
        List<R> truth = instance.answer(query, now.toEpochMilli());
        assertThat(keys(query.report(), rows)).containsExactlyInAnyOrderElementsOf(keys(query.report(), truth));
        Column<R> figure = query.report()
                .column("user_queries_count")
                .orElse(query.report().columns().get(0));
        for (R row : rows) {
            if (row instanceof DayRow day) {
                long said = ((Number) java.util.Objects.requireNonNull(figure.value(row))).longValue();
                long last = FakeInstance.settledAt(day.date(), options);
                boolean isFinal = said == last;
                boolean isFresh = said == now.toEpochMilli()
                        || now.toEpochMilli() - said < options.recentTtl().toMillis();
                assertThat(isFinal || isFresh)
                        .as("%s as of %s, asked at %s", day.date(), Instant.ofEpochMilli(said), now)
                        .isTrue();
            }
        }
    }

    private static <R extends Row> List<List<Object>> keys(Report<R> report, List<R> rows) {
        return rows.stream()
                .map(row ->
                        report.key().stream().map(column -> column.value(row)).toList())
                .toList();
    }

    private static ReportQuery<?> query(Random random, LocalDate today) {
        LocalDate from =
                switch (random.nextInt(4)) {
                    case 0 -> today.minusDays(random.nextInt(12));
                    case 1 -> today.minusDays(random.nextInt(12)).plusDays(2);
                    default -> FIRST.plusDays(random.nextInt((int) (today.toEpochDay() - FIRST.toEpochDay())));
                };
        int days = random.nextInt(random.nextInt(5) == 0 ? 120 : 12);
        Report<?> report =
                switch (random.nextInt(10)) {
                    case 0 -> Reports.MEMBERS;
                    case 1, 2, 3, 4 -> Reports.THREADS;
                    default -> Reports.SESSIONS;
                };
        return ReportQuery.of(report, from, from.plusDays(days)).ofCompanies(companies(random));
    }

    private static Set<Long> companies(Random random) {
        Set<Long> companies = new TreeSet<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            companies.add(1L + random.nextInt(3));
        }
        return companies;
    }
}
