package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers larger than a store may collect: handed on as they come, not kept, and asked for in smaller pieces. */
class LargeWindowTest {
    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);

    @Test
    void handsOnWhatItCannotKeep() {
        instance.mostDaysThatFit = 0;
        List<SessionsDay> rows = rows("2026-03-10", "2026-03-11");

        assertThat(rows).hasSize(6);
        assertThat(store.contents()).isEmpty();
        Asking.until(() -> instance.fetches.stream().allMatch(FakeFetch::isClosed));
    }

    @Test
    void asksForSmallerWindowsUntilTheyFit() {
        instance.maxConcurrentRequests = 1;
        instance.mostDaysThatFit = 8;
        // A week thus takes more than half of what an answer may take.
        instance.text = "x".repeat(250_000);
        assertThat(rows("2026-03-02", "2026-04-30")).hasSize(3 * 59);
        assertThat(instance.takeAsked())
                .containsExactly(
                        "sessions all 2026-03-02..2026-03-08",
                        "sessions all 2026-03-09..2026-03-22",
                        "sessions all 2026-03-23..2026-03-29",
                        "sessions all 2026-03-30..2026-04-05",
                        "sessions all 2026-04-06..2026-04-12",
                        "sessions all 2026-04-13..2026-04-19",
                        "sessions all 2026-04-20..2026-04-26",
                        "sessions all 2026-04-27..2026-04-30");

        assertThat(rows("2026-03-02", "2026-04-30")).hasSize(3 * 59);
        assertThat(rows("2026-03-02", "2026-04-30")).hasSize(3 * 59);
        instance.takeAsked();
        assertThat(rows("2026-03-02", "2026-04-30")).hasSize(3 * 59);
        assertThat(instance.takeAsked()).isEmpty();
    }

    @Test
    void forgetsTheSizesWhenCleared() {
        instance.maxConcurrentRequests = 1;
        instance.mostDaysThatFit = 20;
        instance.text = "x".repeat(250_000);
        rows("2026-03-02", "2026-05-31");
        assertThat(instance.takeAsked())
                .endsWith("sessions all 2026-05-04..2026-05-17", "sessions all 2026-05-18..2026-05-31");
        instance.mostDaysThatFit = 31;
        store.clear();
        rows("2026-05-02", "2026-05-30");
        assertThat(instance.takeAsked()).last().isEqualTo("sessions all 2026-05-02..2026-05-30");
    }

    @Test
    void growsBackAfterAnswersThatLeftRoom() {
        WindowSizes sizes = new WindowSizes();
        sizes.tooLarge(slot("2026-03-01", "2026-03-31"));
        sizes.tooLarge(slot("2026-03-01", "2026-03-15"));
        assertThat(limit(sizes, null, 31)).isEqualTo(7);
        assertThat(limit(sizes, 2L, 31)).isEqualTo(31);

        left(sizes, slot("2026-03-01", "2026-03-02"));
        assertThat(limit(sizes, null, 31)).isEqualTo(7);
        left(sizes, slot("2026-03-01", "2026-03-07"));
        assertThat(limit(sizes, null, 31)).isEqualTo(14);
        left(sizes, slot("2026-03-01", "2026-03-14"));
        left(sizes, slot("2026-03-01", "2026-03-31"));
        assertThat(limit(sizes, null, 31)).isEqualTo(31);
    }

    @Test
    void doesNotAskForLessThanAWeek() {
        WindowSizes sizes = new WindowSizes();
        sizes.tooLarge(slot("2026-03-01", "2026-03-10"));
        assertThat(limit(sizes, null, 31)).isEqualTo(7);
        assertThat(limit(sizes, null, 5)).isEqualTo(5);
    }

    @Test
    void givesUpOnAReportWhoseWeeksAreTooLarge() {
        WindowSizes sizes = new WindowSizes();
        sizes.tooLarge(slot("2026-03-01", "2026-03-31"));
        sizes.tooLarge(slot("2026-03-01", "2026-03-07"));
        sizes.tooLarge(slot("2026-03-01", "2026-03-31"));
        left(sizes, slot("2026-03-01", "2026-03-01"));
        assertThat(limit(sizes, null, 31)).isEqualTo(31);

        left(sizes, slot("2026-03-01", "2026-03-07"));
        sizes.tooLarge(slot("2026-03-01", "2026-03-31"));
        assertThat(limit(sizes, null, 31)).as("hopes again").isEqualTo(15);
    }

    @Test
    void takesLittleMemoryForEachOfACrowd() {
        instance.answersAtOnce = false;
        List<Asking<SessionsDay>> crowd = IntStream.range(1, 7)
                .mapToObj(
                        i -> new Asking<>(store, instance, query("2026-0" + i + "-01", "2026-0" + i + "-02")).waiting())
                .toList();
        assertThat(instance.buffers).containsExactly(8L << 20, 8L << 20, 8L << 20, 8L << 20, 2L << 20, 2L << 20);
        answerFromNowOn();
        assertThat(crowd).allSatisfy(asking -> assertThat(asking.rows()).hasSize(3));
        instance.buffers.clear();
        rows("2025-03-10", "2025-03-11");
        assertThat(instance.buffers).containsExactly(8L << 20);
    }

    @Test
    void waitersFetchForThemselves() {
        instance.mostDaysThatFit = 0;
        instance.answersAtOnce = false;
        List<Asking<SessionsDay>> all = IntStream.range(0, 3)
                .mapToObj(i -> new Asking<>(store, instance, query("2026-03-10", "2026-03-11")).waiting())
                .toList();
        assertThat(instance.fetches).hasSize(1);
        answerFromNowOn();

        assertThat(all).allSatisfy(asking -> assertThat(asking.rows()).hasSize(6));
        assertThat(instance.takeAsked()).hasSize(3);
        Asking.until(() -> instance.fetches.stream().allMatch(FakeFetch::isClosed));
    }

    @Test
    void aLeaderWhoLeavesTakesItsLargeAnswerAlong() {
        instance.mostDaysThatFit = 0;
        instance.answersAtOnce = false;
        Asking<SessionsDay> leader = new Asking<>(store, instance, query("2026-03-10", "2026-03-11")).waiting();
        Asking<SessionsDay> waiter = new Asking<>(store, instance, query("2026-03-10", "2026-03-11")).waiting();
        leader.cancellation.cancel();
        assertThat(leader.failure()).isInstanceOf(CancelledException.class);
        answerFromNowOn();

        assertThat(waiter.rows()).hasSize(6);
        assertThat(instance.takeAsked()).hasSize(2);
        Asking.until(() -> instance.fetches.stream().allMatch(FakeFetch::isClosed));
    }

    @Test
    void opensNoMoreAheadThanMemoryAllows() {
        instance.mostDaysThatFit = 0;
        instance.maxConcurrentRequests = 32;
        try (var rows = store.rows(instance, query("2024-01-01", "2026-03-31"), new Cancellation())) {
            int mostOpen = 0;
            while (rows.hasNext()) {
                rows.next();
                mostOpen = Math.max(mostOpen, (int) instance.fetches.stream()
                        .filter(fetch -> !fetch.isClosed())
                        .count());
            }
            assertThat(mostOpen).isEqualTo(4);
        }
    }

    private void answerFromNowOn() {
        synchronized (instance) {
            instance.answersAtOnce = true;
            instance.fetches.forEach(FakeFetch::arrive);
        }
    }

    private List<SessionsDay> rows(String from, String to) {
        return store.rows(instance, query(from, to), new Cancellation()).toList();
    }

    private static void left(WindowSizes sizes, Slot asked) {
        sizes.answered(asked, 1, 1, WindowSizes.QUICK);
    }

    private static int limit(WindowSizes sizes, @Nullable Long company, int windowDays) {
        return sizes.limit(Reports.SESSIONS, company, windowDays, windowDays, Instant.EPOCH);
    }

    private static Slot slot(String from, String to) {
        return new Slot(Reports.SESSIONS, null, query(from, to).window());
    }

    private static ReportQuery<SessionsDay> query(String from, String to) {
        return ReportQuery.of(Reports.SESSIONS, LocalDate.parse(from), LocalDate.parse(to));
    }
}
