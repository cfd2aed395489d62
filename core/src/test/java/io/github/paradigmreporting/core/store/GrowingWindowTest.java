package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.WaitReason;
import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows grow past the usual number of days where answers are small and quick, and shrink again where they are not. */
class GrowingWindowTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final long ROOM = 4_000_000;
    private static final Duration FAST = Duration.ofMillis(200);

    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);
    private final WindowSizes sizes = new WindowSizes();

    @Test
    void requestsAsManyDaysAsUsualWhileNothingIsKnown() {
        assertThat(limit()).isEqualTo(31);
    }

    @Test
    void requestsEightTimesAsManyDaysAsASmallAndQuickAnswerHeld() {
        sizes.answered(days(7), 1_000, ROOM, FAST);
        assertThat(limit()).isEqualTo(56);

        sizes.answered(days(28), 1_000, ROOM, FAST);
        assertThat(limit()).isEqualTo(224);

        sizes.answered(days(200), 1_000, ROOM, FAST);
        assertThat(limit()).isEqualTo(366);
        assertThat(sizes.limit(Reports.TOOLS, null, 31, 366, NOW)).isEqualTo(31);
    }

    @Test
    void aShortAnswerSaysNothing() {
        sizes.answered(days(6), 1, ROOM, FAST);
        assertThat(limit()).isEqualTo(31);

        sizes.answered(days(28), 1, ROOM, FAST);
        sizes.answered(days(1), ROOM, ROOM, Duration.ofSeconds(9));
        assertThat(limit()).isEqualTo(224);
    }

    @Test
    void requestsNoMoreDaysThanTheirSizeAllows() {
        sizes.answered(days(28), ROOM / 2, ROOM, FAST);
        assertThat(limit()).isEqualTo(56);

        sizes.answered(days(28), 1, ROOM, FAST);
        sizes.answered(days(100), ROOM, ROOM, FAST);
        assertThat(limit()).as("larger than it seemed").isEqualTo(100);

        sizes.answered(days(28), 4 * ROOM, ROOM, FAST);
        assertThat(limit()).as("never fewer than usual").isEqualTo(31);
    }

    @Test
    void requestsNoMoreDaysThanAreExpectedWithinFiveSeconds() {
        sizes.answered(days(28), 1, ROOM, Duration.ofMillis(2_500));
        assertThat(limit()).isEqualTo(56);

        sizes.answered(days(28), 1, ROOM, FAST);
        sizes.answered(days(28), 1, ROOM, Duration.ofMillis(4_999));
        assertThat(limit()).as("a quick answer does not lower it").isEqualTo(224);

        sizes.answered(days(200), 1, ROOM, Duration.ofSeconds(10));
        assertThat(limit()).isEqualTo(100);
    }

    @Test
    void anAnswerThatIsTooLargeToBeKeptEndsTheGrowth() {
        sizes.answered(days(28), 1, ROOM, FAST);
        sizes.tooLarge(days(200));
        assertThat(limit()).isEqualTo(31);
    }

    @Test
    void requestsHalfAsManyDaysForAnHourAfterAFailure() {
        sizes.answered(days(60), 1, ROOM, FAST);
        sizes.failed(days(366), NOW);
        assertThat(limit()).isEqualTo(183);
        sizes.failed(days(366), NOW);
        assertThat(limit()).as("one that was on its way, too").isEqualTo(183);
        sizes.failed(days(100), NOW);
        assertThat(limit()).isEqualTo(50);
        sizes.failed(days(40), NOW);
        assertThat(limit()).isEqualTo(31);

        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(sizes.limit(Reports.SESSIONS, null, 31, 366, later.minusNanos(1)))
                .isEqualTo(31);
        assertThat(sizes.limit(Reports.SESSIONS, null, 31, 366, later)).isEqualTo(366);
        sizes.failed(days(366), later);
        assertThat(sizes.limit(Reports.SESSIONS, null, 31, 366, later)).isEqualTo(183);
    }

    @Test
    void fourYearsOfSmallAnswersCostNineRequests() {
        instance.longestWindowDays = 366;
        instance.maxConcurrentRequests = 1;
        assertThat(rows("2022-06-15", "2026-06-15")).hasSize(3 * (1462 - 48));
        assertThat(instance.takeAsked())
                .containsExactly(
                        "sessions all 2022-06-15..2022-06-21",
                        "sessions all 2022-06-22..2022-07-05",
                        "sessions all 2022-07-06..2022-08-02",
                        "sessions all 2022-08-03..2022-09-27",
                        "sessions all 2022-09-28..2023-01-17",
                        "sessions all 2023-01-18..2023-08-29",
                        "sessions all 2023-08-30..2024-08-29",
                        "sessions all 2024-08-30..2025-08-30",
                        "sessions all 2025-08-31..2026-06-15");
    }

    @Test
    void aRangeIsSharedByTheRequestsThatMayBeSentAtOnce() {
        instance.longestWindowDays = 366;
        rows("2026-01-01", "2026-06-09");
        instance.takeAsked();
        rows("2025-01-01", "2025-12-31");

        assertThat(instance.asked)
                .allSatisfy(request -> assertThat(request.days().days()).isLessThanOrEqualTo(92));
    }

    @Test
    void aRangeOfNoMoreDaysThanUsualIsOneRequest() {
        instance.longestWindowDays = 366;
        rows("2025-01-01", "2025-12-31");
        instance.takeAsked();
        rows("2024-03-01", "2024-03-31");

        assertThat(instance.takeAsked()).containsExactly("sessions all 2024-03-01..2024-03-31");
    }

    @Test
    void windowDaysOfTheUserIsNeverExceeded() {
        instance.windowDays = 40;
        rows("2022-06-15", "2026-06-15");

        assertThat(instance.asked)
                .hasSizeGreaterThan(30)
                .allSatisfy(request -> assertThat(request.days().days()).isLessThanOrEqualTo(40));
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "CONNECTION", "UNAVAILABLE", "REJECTED", "UNEXPECTED_RESPONSE"})
    void readsEveryDayOfAnInstanceThatFailsLongRequests(ErrorKind kind) {
        instance.longestWindowDays = 366;
        List<SessionsDay> rows = store.rows(
                        refusingMoreThan(50, kind, null), query("2022-06-15", "2026-06-15"), new Cancellation())
                .toList();

        assertThat(rows).hasSize(3 * (1462 - 48)).doesNotHaveDuplicates();
        assertThat(rows).isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
        assertThat(instance.asked).hasSizeLessThan(48 + 15);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "ACCESS_DENIED", "NOT_OFFERED", "RATE_LIMITED"})
    void doesNotRepeatWhatFewerDaysWouldNotChange(ErrorKind kind) {
        instance.longestWindowDays = 366;
        instance.maxConcurrentRequests = 1;
        assertThatThrownBy(() -> store.rows(
                                refusingMoreThan(100, kind, null),
                                query("2022-06-15", "2026-06-15"),
                                new Cancellation())
                        .toList())
                .hasMessage("refused");
        assertThat(instance.asked).hasSize(4);
    }

    @Test
    void doesNotRepeatWhereTheInstanceNamesATimeToComeBack() {
        instance.longestWindowDays = 366;
        assertThatThrownBy(() -> store.rows(
                                refusingMoreThan(100, ErrorKind.UNAVAILABLE, Duration.ofHours(2)),
                                query("2022-06-15", "2026-06-15"),
                                new Cancellation())
                        .toList())
                .hasMessage("refused");
    }

    @Test
    void theUsualNumberOfDaysFailsAsItIs() {
        instance.longestWindowDays = 366;
        assertThatThrownBy(() -> store.rows(
                                refusingMoreThan(20, ErrorKind.TIMEOUT, null),
                                query("2022-06-15", "2026-06-15"),
                                new Cancellation())
                        .toList())
                .hasMessage("refused");
    }

    private WindowSource refusingMoreThan(int days, ErrorKind kind, @Nullable Duration retryAfter) {
        return new ForwardingSource(instance) {
            @Override
            public <R extends Row> Fetch<R> open(ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
                if (query.window().days() <= days) {
                    return instance.open(query, bufferBytes, listener);
                }
                listener.waits(WaitReason.REQUESTS_AT_ONCE, Duration.ofSeconds(1));
                FakeFetch<R> refused = new FakeFetch<>(List.of(), true, false);
                refused.fail(new AnsweredException(kind, 400, retryAfter, "refused"));
                return refused;
            }
        };
    }

    private int limit() {
        return sizes.limit(Reports.SESSIONS, null, 31, 366, NOW);
    }

    private static Slot days(int days) {
        LocalDate first = LocalDate.of(2024, 1, 1);
        return new Slot(
                Reports.SESSIONS,
                null,
                ReportQuery.of(Reports.SESSIONS, first, first.plusDays(days - 1L))
                        .window());
    }

    private List<SessionsDay> rows(String from, String to) {
        return store.rows(instance, query(from, to), new Cancellation()).toList();
    }

    private static ReportQuery<SessionsDay> query(String from, String to) {
        return ReportQuery.of(Reports.SESSIONS, LocalDate.parse(from), LocalDate.parse(to));
    }
}
