package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a store asks for and what it serves, query by query. */
class DayStoreTest {
    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);

    @Test
    void asksOnceForARangeAskedTwice() {
        List<SessionsDay> first = rows("2026-03-02", "2026-03-20");
        List<SessionsDay> second = rows("2026-03-02", "2026-03-20");

        assertThat(first).hasSize(3 * 19).containsExactlyElementsOf(second);
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-03-02..2026-03-20");
    }

    @Test
    void asksOnlyForTheDaysThatAreMissing() {
        rows("2026-03-10", "2026-03-20");
        instance.takeAsked();

        assertThat(rows("2026-03-05", "2026-03-25")).hasSize(3 * 21);
        assertThat(instance.takeAsked())
                .containsExactly("sessions all 2026-03-05..2026-03-09", "sessions all 2026-03-21..2026-03-25");
    }

    @Test
    void oneAnswerWithoutAnyRowSettlesNothing() {
        instance.hasNothing = true;
        assertThat(rows("2026-03-02", "2026-03-20")).isEmpty();
        assertThat(store.contents()).noneMatch(StoredRange::settled);
        instance.hasNothing = false;
        instance.takeAsked();

        assertThat(rows("2026-03-02", "2026-03-20")).as("within recentTtl").isEmpty();
        clock.pass(options.recentTtl());
        assertThat(rows("2026-03-02", "2026-03-20")).hasSize(3 * 19);
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-03-02..2026-03-20");
        assertThat(store.contents()).allMatch(StoredRange::settled);
    }

    @Test
    void twoAnswersWithoutAnyRowSettleTheDaysOfBoth() {
        instance.hasNothing = true;
        rows("2026-03-02", "2026-03-10");
        clock.pass(options.recentTtl());
        rows("2026-03-05", "2026-03-20");
        clock.pass(options.recentTtl());
        instance.takeAsked();

        rows("2026-03-02", "2026-03-20");
        assertThat(instance.takeAsked())
                .containsExactly("sessions all 2026-03-02..2026-03-04", "sessions all 2026-03-11..2026-03-20");
    }

    @Test
    void anAnswerWithRowsBreaksTheRunOfThoseWithout() {
        instance.hasNothing = true;
        rows("2026-06-14", "2026-06-15");
        instance.hasNothing = false;
        clock.pass(options.recentTtl());
        rows("2026-06-14", "2026-06-15");
        instance.hasNothing = true;
        clock.pass(Duration.ofDays(30));
        rows("2026-06-14", "2026-06-15");

        assertThat(store.contents()).noneMatch(StoredRange::settled);
    }

    @Test
    void aReportThatCameAlongWithoutAnyRowIsNotSettledByItEither() {
        instance.offersSiblings = true;
        instance.hasNothing = true;
        rows("2026-03-02", "2026-03-20");

        assertThat(store.contents()).extracting(StoredRange::report).contains("sessions", "threads");
        assertThat(store.contents()).noneMatch(StoredRange::settled);
    }

    @Test
    void asksForAFewKeptDaysAgainRatherThanTwice() {
        rows("2026-03-10", "2026-03-12");
        rows("2026-03-20", "2026-03-23");
        instance.takeAsked();

        rows("2026-03-05", "2026-03-31");
        assertThat(instance.takeAsked())
                .containsExactly("sessions all 2026-03-05..2026-03-19", "sessions all 2026-03-24..2026-03-31");
    }

    @Test
    void servesOneCompanyFromADayOfAll() {
        rows("2026-03-02", "2026-03-20");
        instance.takeAsked();

        assertThat(rows(query("2026-03-05", "2026-03-06").ofCompanies(List.of(2L))))
                .extracting(SessionsDay::companyId)
                .containsExactly(2L, 2L);
        assertThat(instance.takeAsked()).isEmpty();
    }

    @Test
    void keepsTheDaysOfOneCompanyApart() {
        rows(query("2026-03-05", "2026-03-06").ofCompanies(List.of(2L)));
        rows(query("2026-03-05", "2026-03-06").ofCompanies(List.of(2L)));
        rows(query("2026-03-05", "2026-03-06").ofCompanies(List.of(3L)));
        assertThat(instance.takeAsked())
                .containsExactly("sessions [2] 2026-03-05..2026-03-06", "sessions [3] 2026-03-05..2026-03-06");

        assertThat(rows("2026-03-05", "2026-03-06")).hasSize(6);
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-03-05..2026-03-06");
    }

    @Test
    void asksForAllCompaniesWhenSeveralAreWanted() {
        assertThat(rows(query("2026-03-05", "2026-03-06").ofCompanies(List.of(1L, 3L))))
                .extracting(SessionsDay::companyId)
                .containsExactly(1L, 3L, 1L, 3L);
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-03-05..2026-03-06");
    }

    @Test
    void knowsDaysWithoutRows() {
        assertThat(rows("2026-03-01", "2026-03-01")).isEmpty();
        assertThat(rows("2026-03-01", "2026-03-01")).isEmpty();
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-03-01");
    }

    @Test
    void neverAsksForTheFuture() {
        assertThat(rows("2026-06-15", "2026-12-31")).hasSize(3);
        assertThat(rows("2026-06-16", "2026-12-31")).isEmpty();
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-06-15");
    }

    @Test
    void asksAgainForRecentDaysWhenTheirTimeIsOver() {
        rows("2026-06-10", "2026-06-15");
        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        rows("2026-06-10", "2026-06-15");
        assertThat(instance.takeAsked()).hasSize(1);

        clock.pass(Duration.ofMillis(1));
        rows("2026-06-10", "2026-06-15");
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-06-12..2026-06-15");
    }

    @Test
    void asksOnceMoreForADayThatHasSettledSince() {
        rows("2026-06-12", "2026-06-12");
        clock.set("2026-06-16T00:00:00Z");
        rows("2026-06-12", "2026-06-12");
        clock.set("2027-06-16T00:00:00Z");
        rows("2026-06-12", "2026-06-12");
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-06-12", "sessions all 2026-06-12");
    }

    @Test
    void takesADayForSettledOnlyAfterTheDelay() {
        store.options(
                new StoreOptions(options.maxBytes(), options.recentTtl(), 3, Duration.ofHours(6), ZoneOffset.UTC));
        clock.set("2026-06-16T05:59:59Z");
        rows("2026-06-12", "2026-06-12");
        clock.set("2026-06-16T06:05:00Z");
        rows("2026-06-12", "2026-06-12");
        clock.set("2026-06-26T06:00:00Z");
        rows("2026-06-12", "2026-06-12");
        assertThat(instance.takeAsked()).hasSize(2);
    }

    @Test
    void splitsALongRangeIntoWindows() {
        rows("2026-01-01", "2026-03-31");
        assertThat(instance.takeAsked())
                .containsExactly(
                        "sessions all 2026-01-01..2026-01-07",
                        "sessions all 2026-01-08..2026-01-21",
                        "sessions all 2026-01-22..2026-02-18",
                        "sessions all 2026-02-19..2026-03-21",
                        "sessions all 2026-03-22..2026-03-31");
    }

    @Test
    void sendsNothingBeforeARowIsAskedFor() {
        try (var rows = store.rows(instance, query("2026-01-01", "2026-03-31"), new Cancellation())) {
            assertThat(instance.takeAsked()).isEmpty();
            assertThat(rows.hasNext()).isTrue();
            assertThat(instance.takeAsked()).containsExactly("sessions all 2026-01-01..2026-01-07");
        }
    }

    @Test
    void keepsWindowsWholeAndForAShortTime() {
        var may = query(Reports.MEMBERS, "2026-05-01", "2026-05-31");
        assertThat(rows(may)).extracting(Members::windowEnd).containsOnly(LocalDate.parse("2026-05-31"));
        rows(may);
        rows(may.ofCompanies(List.of(2L)));
        assertThat(instance.takeAsked()).containsExactly("members all 2026-05-01..2026-05-31");

        rows(query(Reports.MEMBERS, "2026-05-01", "2026-05-30"));
        assertThat(instance.takeAsked())
                .as("part of a window is another question")
                .hasSize(1);

        clock.pass(Duration.ofMinutes(5));
        rows(may);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void asksForAWindowAsItIsEvenIfItEndsInTheFuture() {
        assertThat(rows(query(Reports.MEMBERS, "2026-06-01", "2026-06-30")))
                .extracting(Members::windowEnd)
                .containsOnly(LocalDate.parse("2026-06-30"));
        assertThat(instance.takeAsked()).containsExactly("members all 2026-06-01..2026-06-30");
    }

    @Test
    void fillsEveryColumnWhateverIsSelected() {
        var narrow = query("2026-03-05", "2026-03-05").select(List.of("sessions_count"));
        assertThat(rows(narrow)).extracting(SessionsDay::userQueriesCount).doesNotContainNull();
        assertThat(rows("2026-03-05", "2026-03-05")).hasSize(3);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void dropsWhatWasNotUsedForLongest() {
        rowsLater("2026-03-02");
        rowsLater("2026-03-03");
        rowsLater("2026-03-04");
        rowsLater("2026-03-02");
        long three = bytes();
        instance.takeAsked();

        store.options(new StoreOptions(three, options.recentTtl(), 3, Duration.ZERO, ZoneOffset.UTC));
        rowsLater("2026-03-05");
        assertThat(store.contents())
                .extracting(range -> range.from().getDayOfMonth())
                .containsExactly(2, 4, 5);
        assertThat(bytes()).isEqualTo(three);

        store.options(new StoreOptions(three - 1, options.recentTtl(), 3, Duration.ZERO, ZoneOffset.UTC));
        assertThat(store.contents())
                .extracting(range -> range.from().getDayOfMonth())
                .containsExactly(2, 5);
    }

    @Test
    void neverKeepsMoreThanAllowed() {
        rows("2026-03-02", "2026-03-02");
        long one = bytes();
        store.options(new StoreOptions(10 * one, options.recentTtl(), 3, Duration.ZERO, ZoneOffset.UTC));

        assertThat(rows("2025-01-01", "2026-03-31")).hasSize(3 * (455 - 15));
        assertThat(bytes()).isLessThanOrEqualTo(10 * one);
        assertThat(store.contents()).isNotEmpty();
    }

    @Test
    void keepsNoDayLargerThanAllThatIsAllowed() {
        store.options(new StoreOptions(10, options.recentTtl(), 3, Duration.ZERO, ZoneOffset.UTC));
        assertThat(rows("2026-03-02", "2026-03-03")).hasSize(6);
        assertThat(store.contents()).isEmpty();
    }

    @Test
    void judgesWhatIsKeptByTheOptionsOfTheMoment() {
        rows("2026-06-10", "2026-06-10");
        clock.pass(Duration.ofHours(1));
        store.options(new StoreOptions(options.maxBytes(), options.recentTtl(), 10, Duration.ZERO, ZoneOffset.UTC));
        rows("2026-06-10", "2026-06-10");
        assertThat(instance.takeAsked()).as("with a longer look-back").hasSize(2);

        clock.pass(Duration.ofHours(1));
        store.options(new StoreOptions(options.maxBytes(), Duration.ofHours(2), 10, Duration.ZERO, ZoneOffset.UTC));
        rows("2026-06-10", "2026-06-10");
        assertThat(instance.takeAsked()).as("with a longer time to live").isEmpty();
    }

    @Test
    void knowsWhichDayItIsWhereTheInstanceIs() {
        clock.set("2026-06-15T23:30:00Z");
        store.options(
                new StoreOptions(options.maxBytes(), options.recentTtl(), 3, Duration.ZERO, ZoneId.of("Europe/Paris")));
        rows("2026-06-16", "2026-06-18");
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-06-16");
    }

    @Test
    void asksAgainWhenTheClockWasPutBack() {
        rows("2026-06-14", "2026-06-14");
        clock.pass(Duration.ofSeconds(-1));
        rows("2026-06-14", "2026-06-14");
        assertThat(instance.takeAsked()).hasSize(2);
    }

    @Test
    void showsWhatItKeeps() {
        rows("2026-06-10", "2026-06-15");
        clock.pass(Duration.ofMinutes(1));
        rows(query("2026-05-31", "2026-06-01").ofCompanies(List.of(2L)));

        Instant first = Instant.parse("2026-06-15T12:00:00Z");
        Instant second = Instant.parse("2026-06-15T12:01:00Z");
        assertThat(store.contents())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bytes")
                .containsExactly(
                        range(null, "2026-06-10", "2026-06-11", 6, first, true),
                        range(null, "2026-06-12", "2026-06-15", 12, first, false),
                        range(2L, "2026-05-31", "2026-06-01", 1, second, true));
        assertThat(store.contents())
                .allSatisfy(range -> assertThat(range.bytes()).isGreaterThan(100 * range.rows()));
    }

    private static StoredRange range(
            @Nullable Long company, String from, String to, long rows, Instant at, boolean settled) {
        return new StoredRange("sessions", company, LocalDate.parse(from), LocalDate.parse(to), rows, 0, at, settled);
    }

    /** Days asked for at different times are shown apart. */
    private void rowsLater(String day) {
        clock.pass(Duration.ofMillis(1));
        assertThat(rows(day, day)).hasSize(3);
    }

    private long bytes() {
        return store.contents().stream().mapToLong(StoredRange::bytes).sum();
    }

    private List<SessionsDay> rows(String from, String to) {
        return rows(query(from, to));
    }

    private <R extends Row> List<R> rows(ReportQuery<R> query) {
        return store.rows(instance, query, new Cancellation()).toList();
    }

    private static ReportQuery<SessionsDay> query(String from, String to) {
        return query(Reports.SESSIONS, from, to);
    }

    private static <R extends Row> ReportQuery<R> query(Report<R> report, String from, String to) {
        return ReportQuery.of(report, LocalDate.parse(from), LocalDate.parse(to));
    }
}
