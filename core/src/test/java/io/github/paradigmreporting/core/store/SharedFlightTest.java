package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.DeadlineExceededException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several who ask at once: one request, and nobody hurt by what becomes of the others. */
class SharedFlightTest {
    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);

    @Test
    void aQuarterAskedByTenAtOnceCostsOneQuarter() {
        instance.answersAtOnce = false;
        List<Asking<SessionsDay>> ten = IntStream.range(0, 10)
                .mapToObj(i -> ask("2026-01-01", "2026-03-31").waiting())
                .toList();
        answerFromNowOn();

        List<SessionsDay> rows = ten.get(0).rows();
        assertThat(rows).hasSize(3 * 87);
        assertThat(ten).allSatisfy(asking -> assertThat(asking.rows()).isEqualTo(rows));
        assertThat(instance.takeAsked())
                .containsExactly(
                        "sessions all 2026-01-01..2026-01-07",
                        "sessions all 2026-01-08..2026-01-21",
                        "sessions all 2026-01-22..2026-02-18",
                        "sessions all 2026-02-19..2026-03-21",
                        "sessions all 2026-03-22..2026-03-31");
    }

    @Test
    void overlappingRangesCostOnlyWhatNobodyIsFetching() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> first = ask("2026-03-10", "2026-03-20").waiting();
        Asking<SessionsDay> second = ask("2026-03-05", "2026-03-25").waiting();
        answerFromNowOn();

        assertThat(first.rows()).hasSize(3 * 11);
        assertThat(second.rows()).hasSize(3 * 21);
        assertThat(instance.takeAsked())
                .containsExactly(
                        "sessions all 2026-03-10..2026-03-20",
                        "sessions all 2026-03-05..2026-03-09",
                        "sessions all 2026-03-21..2026-03-25");
    }

    @Test
    void oneCompanyWaitsForTheFlightOfAll() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> all = ask("2026-03-10", "2026-03-11").waiting();
        Asking<SessionsDay> one =
                ask(query("2026-03-10", "2026-03-11").ofCompanies(List.of(2L))).waiting();
        answerFromNowOn();

        assertThat(all.rows()).hasSize(6);
        assertThat(one.rows()).extracting(SessionsDay::companyId).containsExactly(2L, 2L);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void nobodyWaitsForTheFlightOfAnotherCompany() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> two =
                ask(query("2026-03-10", "2026-03-11").ofCompanies(List.of(2L))).waiting();
        Asking<SessionsDay> three =
                ask(query("2026-03-10", "2026-03-11").ofCompanies(List.of(3L))).waiting();
        Asking<SessionsDay> all = ask("2026-03-10", "2026-03-11").waiting();
        answerFromNowOn();

        assertThat(two.rows()).extracting(SessionsDay::companyId).containsExactly(2L, 2L);
        assertThat(three.rows()).extracting(SessionsDay::companyId).containsExactly(3L, 3L);
        assertThat(all.rows()).hasSize(6);
        assertThat(instance.takeAsked()).hasSize(3);
    }

    @Test
    void whoWaitsForPartOfAFlightGetsThatPart() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> all = ask("2026-03-10", "2026-03-20").waiting();
        Asking<SessionsDay> part = ask("2026-03-12", "2026-03-13").waiting();
        answerFromNowOn();

        assertThat(all.rows()).hasSize(3 * 11);
        assertThat(part.rows()).hasSize(6).allMatch(row -> row.date().getDayOfMonth() / 2 == 6);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void nobodyWaitsForTheFlightOfAnotherWindow() {
        instance.answersAtOnce = false;
        ReportQuery<Members> may =
                ReportQuery.of(Reports.MEMBERS, LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"));
        List<Asking<Members>> sameWindow = IntStream.range(0, 2)
                .mapToObj(i -> new Asking<>(store, instance, may).waiting())
                .toList();
        LocalDate first = may.window().from();
        Asking<Members> part = new Asking<>(store, instance, may.in(new Window(first, first))).waiting();
        answerFromNowOn();

        assertThat(sameWindow).allSatisfy(asking -> assertThat(asking.rows()).hasSize(3));
        assertThat(part.rows()).extracting(Members::windowEnd).containsOnly(first);
        assertThat(instance.takeAsked())
                .containsExactly("members all 2026-05-01..2026-05-31", "members all 2026-05-01");
    }

    @Test
    void aSlowTakerKeepsNobodyWaiting() {
        try (var slow = store.rows(instance, query("2026-01-01", "2026-03-31"), new Cancellation())) {
            for (int i = 0; i < 3 * 6 + 1; i++) {
                slow.next();
            }
            assertThat(instance.takeAsked()).as("three windows ahead").hasSize(5);

            assertThat(ask("2026-01-08", "2026-02-18").rows()).hasSize(3 * 41);
            assertThat(instance.takeAsked()).isEmpty();
        }
    }

    @Test
    void whoCancelsLeavesTheOthersAlone() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> leader = ask("2026-03-10", "2026-03-11").waiting();
        Asking<SessionsDay> waiter = ask("2026-03-10", "2026-03-11").waiting();
        Asking<SessionsDay> other = ask("2026-03-10", "2026-03-11").waiting();

        leader.cancellation.cancel();
        waiter.cancellation.cancel();

        assertThat(leader.failure()).isInstanceOf(CancelledException.class);
        assertThat(waiter.failure()).isInstanceOf(CancelledException.class);
        assertThat(instance.fetches.get(0).isClosed()).isFalse();
        answerFromNowOn();
        assertThat(other.rows()).hasSize(6);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void theLastToLeaveAbortsTheRequest() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> leader = ask("2026-03-10", "2026-03-11").waiting();
        Asking<SessionsDay> waiter = ask("2026-03-10", "2026-03-11").waiting();

        leader.cancellation.cancel();
        assertThat(leader.failure()).isInstanceOf(CancelledException.class);
        waiter.cancellation.cancel();
        assertThat(waiter.failure()).isInstanceOf(CancelledException.class);
        assertThat(instance.fetches.get(0).isClosed()).isTrue();

        answerFromNowOn();
        assertThat(ask("2026-03-10", "2026-03-11").rows()).hasSize(6);
        assertThat(instance.takeAsked()).hasSize(2);
    }

    @Test
    void waitersTakeOverFromALeaderWhoseClientWasClosed() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> leader = ask("2026-03-10", "2026-03-11").waiting();
        List<Asking<SessionsDay>> waiters = IntStream.range(0, 5)
                .mapToObj(i -> ask("2026-03-10", "2026-03-11").waiting())
                .toList();

        instance.answersAtOnce = true;
        instance.fetches.get(0).fail(new CancelledException("the client was closed"));

        assertThat(leader.failure()).isInstanceOf(CancelledException.class);
        assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.rows()).hasSize(6));
        assertThat(instance.takeAsked()).hasSize(2);
    }

    @Test
    void waitersHaveTheirOwnPatienceButOnlyOnce() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> leader = ask("2026-03-10", "2026-03-11").waiting();
        List<Asking<SessionsDay>> waiters = IntStream.range(0, 5)
                .mapToObj(i -> ask("2026-03-10", "2026-03-11").waiting())
                .toList();

        instance.fetches.get(0).fail(new DeadlineExceededException("not done within 1 s"));
        assertThat(leader.failure()).isInstanceOf(DeadlineExceededException.class);
        Asking.until(() -> instance.fetches.size() == 2);
        waiters.forEach(Asking::waiting);
        instance.fetches.get(1).fail(new DeadlineExceededException("not done within 1 s"));

        assertThat(waiters)
                .allSatisfy(waiter -> assertThat(waiter.failure()).isInstanceOf(DeadlineExceededException.class));
        assertThat(instance.takeAsked()).hasSize(2);
    }

    @Test
    void whatTheInstanceRefusesReachesAllWhoWaitedAtTheCostOfOneRequest() {
        instance.answersAtOnce = false;
        List<Asking<SessionsDay>> all = IntStream.range(0, 5)
                .mapToObj(i -> ask("2026-03-10", "2026-03-11").waiting())
                .toList();
        var refusal = new AnsweredException(ErrorKind.AUTHENTICATION, 401, null, "the key is not accepted");
        instance.fetches.get(0).fail(refusal);

        assertThat(all).allSatisfy(asking -> assertThat(asking.failure()).isSameAs(refusal));
        assertThat(instance.takeAsked()).hasSize(1);

        answerFromNowOn();
        assertThat(ask("2026-03-10", "2026-03-11").rows())
                .as("an error is not kept")
                .hasSize(6);
    }

    @Test
    void aFailureIsNotFollowedByTheRest() {
        instance.answersAtOnce = false;
        var rows = store.rows(instance, query("2026-01-01", "2026-03-31"), new Cancellation());
        var broken = new AnsweredException(ErrorKind.UNAVAILABLE, 503, null, "down for maintenance");
        Asking<SessionsDay> other = ask("2026-01-01", "2026-01-07").waiting();
        instance.fetches.get(0).fail(broken);
        assertThat(other.failure()).isSameAs(broken);

        instance.refusal = broken;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(rows::hasNext).isSameAs(broken);
            instance.refusal = null;
            answerFromNowOn();
        }
        rows.close();
    }

    @Test
    void anErrorOfTheMachineReachesAllWhoWait() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> asking = ask("2026-03-10", "2026-03-11").waiting();
        instance.fetches.get(0).failWith(new OutOfMemoryError("Java heap space"));
        assertThat(asking.failure())
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("sessions")
                .hasMessageContaining("Java heap space");
    }

    @Test
    void aRequestThatCannotBeginFailsOnlyItsAsker() {
        instance.refusal = new CancelledException("the client was closed");
        assertThat(ask("2026-03-10", "2026-03-11").failure()).isSameAs(instance.refusal);
        instance.refusal = null;
        assertThat(ask("2026-03-10", "2026-03-11").rows()).hasSize(6);
    }

    @Test
    void whatWasOnItsWayWhenTheStoreWasClearedIsNotKept() {
        instance.answersAtOnce = false;
        Asking<SessionsDay> before = ask("2026-03-10", "2026-03-11").waiting();
        store.clear();
        Asking<SessionsDay> after = ask("2026-03-10", "2026-03-11").waiting();
        assertThat(instance.fetches).as("what comes after asks anew").hasSize(2);

        instance.fetches.get(0).arrive();
        assertThat(before.rows()).hasSize(6);
        assertThat(store.contents()).isEmpty();
        instance.fetches.get(1).arrive();
        assertThat(after.rows()).hasSize(6);
        assertThat(store.contents()).hasSize(1);
    }

    @Test
    void closingRowsLeavesTheCallersCancellationAlone() {
        Cancellation cancellation = new Cancellation();
        try (var rows = store.rows(instance, query("2026-03-10", "2026-03-11"), cancellation)) {
            assertThat(rows.hasNext()).isTrue();
        }
        assertThat(cancellation.isCancelled()).isFalse();
    }

    @Test
    void rowsTakenAfterClosingThrow() {
        var rows = store.rows(instance, query("2026-03-10", "2026-03-11"), new Cancellation());
        rows.next();
        rows.close();
        assertThatThrownBy(() -> {
                    while (rows.hasNext()) {
                        rows.next();
                    }
                })
                .isInstanceOf(CancelledException.class);
    }

    private void answerFromNowOn() {
        synchronized (instance) {
            instance.answersAtOnce = true;
            instance.fetches.forEach(FakeFetch::arrive);
        }
    }

    private Asking<SessionsDay> ask(String from, String to) {
        return ask(query(from, to));
    }

    private Asking<SessionsDay> ask(ReportQuery<SessionsDay> query) {
        return new Asking<>(store, instance, query);
    }

    private static ReportQuery<SessionsDay> query(String from, String to) {
        return ReportQuery.of(Reports.SESSIONS, LocalDate.parse(from), LocalDate.parse(to));
    }
}
