package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions and threads come in one answer, and cost one request. */
@Timeout(60)
class SiblingReportsTest {
    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final SharedStores stores = new SharedStores(Long.MAX_VALUE);
    private final DayStore store = stores.of("test", clock, options);

    @BeforeEach
    void offerBoth() {
        instance.offersSiblings = true;
    }

    @Test
    void whoeverAsksSecondAsksNobody() {
        assertThat(ask(Reports.SESSIONS, "2026-03-02", "2026-03-20").rows()).hasSize(3 * 19);
        List<ThreadsDay> threads =
                ask(Reports.THREADS, "2026-03-02", "2026-03-20").rows();

        assertThat(threads).isEqualTo(byDay(query(Reports.THREADS, "2026-03-02", "2026-03-20")));
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-03-02..2026-03-20");
    }

    @Test
    void onlyWhatIsMissingOfEitherIsAskedFor() {
        ask(Reports.THREADS, "2026-03-02", "2026-03-10").rows();
        ask(Reports.SESSIONS, "2026-03-05", "2026-03-20").rows();
        ask(Reports.THREADS, "2026-03-02", "2026-03-25").rows();

        assertThat(instance.takeAsked())
                .containsExactly(
                        "threads all 2026-03-02..2026-03-10",
                        "sessions all 2026-03-11..2026-03-20",
                        "threads all 2026-03-21..2026-03-25");
    }

    @Test
    void whoeverAsksMeanwhileWaits() {
        Both both = bothWait();
        answerFromNowOn();

        assertThat(both.sessions.rows()).hasSize(3 * 19);
        assertThat(both.threads.rows()).hasSize(3 * 3);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void asksAfterAllWhereTheAnswerDoesNotHoldIt() {
        instance.offersSiblings = false;
        Both both = bothWait();
        answerFromNowOn();

        assertThat(both.sessions.rows()).hasSize(3 * 19);
        assertThat(both.threads.rows()).hasSize(3 * 3);
        assertThat(instance.takeAsked())
                .containsExactly("sessions all 2026-03-02..2026-03-20", "threads all 2026-03-10..2026-03-12");
    }

    @Test
    void asksAfterAllWhereTheAnswerIsTooLarge() {
        instance.mostDaysThatFit = 10;
        Both both = bothWait();
        answerFromNowOn();

        assertThat(both.sessions.rows()).hasSize(3 * 19);
        assertThat(both.threads.rows()).hasSize(3 * 3);
        assertThat(instance.takeAsked()).contains("threads all 2026-03-10..2026-03-12");
    }

    @Test
    void whoeverWaitsIsNotHurtByACancellation() {
        Both both = bothWait();
        both.sessions.cancellation.cancel();
        assertThat(both.sessions.failure()).isInstanceOf(CancelledException.class);
        answerFromNowOn();

        assertThat(both.threads.rows()).hasSize(3 * 3);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void cancellingBothHangsUp() {
        Both both = bothWait();
        both.threads.cancellation.cancel();
        assertThat(both.threads.failure()).isInstanceOf(CancelledException.class);
        assertThat(instance.fetches).noneMatch(FakeFetch::isClosed);
        both.sessions.cancellation.cancel();

        assertThat(both.sessions.failure()).isInstanceOf(CancelledException.class);
        Asking.until(() -> instance.fetches.stream().allMatch(FakeFetch::isClosed));
    }

    @Test
    void nothingThatWasAskedForMakesRoomForWhatWasNot() {
        ask(Reports.SESSIONS, "2026-03-02", "2026-03-20").rows();
        long bytes = store.contents().stream()
                .filter(range -> range.report().equals("sessions"))
                .mapToLong(StoredRange::bytes)
                .sum();
        DayStore small = stores.of("small", clock, options.atMost(bytes));
        new Asking<>(small, instance, query(Reports.SESSIONS, "2026-03-02", "2026-03-20")).rows();

        assertThat(small.contents()).extracting(StoredRange::report).containsExactly("sessions");
    }

    /** Somebody who waits for sessions, and somebody who waits for threads of some of their days. */
    private record Both(Asking<SessionsDay> sessions, Asking<ThreadsDay> threads) {}

    private Both bothWait() {
        instance.answersAtOnce = false;
        return new Both(
                ask(Reports.SESSIONS, "2026-03-02", "2026-03-20").waiting(),
                ask(Reports.THREADS, "2026-03-10", "2026-03-12").waiting());
    }

    private void answerFromNowOn() {
        instance.answersAtOnce = true;
        instance.fetches.forEach(FakeFetch::arrive);
    }

    private <R extends DayRow> Asking<R> ask(Report<R> report, String from, String to) {
        return new Asking<>(store, instance, query(report, from, to));
    }

    private static <R extends DayRow> ReportQuery<R> query(Report<R> report, String from, String to) {
        return ReportQuery.of(report, LocalDate.parse(from), LocalDate.parse(to));
    }

    private <R extends DayRow> List<R> byDay(ReportQuery<R> query) {
        return instance.answer(query, instance.revision()).stream()
                .sorted(java.util.Comparator.comparing(DayRow::date))
                .toList();
    }
}
