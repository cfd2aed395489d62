package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store asks for and what it serves, query by query. */
class DayStoreTest {
    private final StoreOptions options = new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new DayStore(options, clock);

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
