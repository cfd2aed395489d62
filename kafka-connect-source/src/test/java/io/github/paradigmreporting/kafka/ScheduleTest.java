package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void startsAFixedTimeAfterTheEndOfTheLastPass() {
        Instant end = Instant.parse("2026-03-10T12:00:00Z");

        assertThat(Schedule.every(Duration.ofMinutes(15)).next(end)).isEqualTo("2026-03-10T12:15:00Z");
    }

    @Test
    void comesAtTheTimesOfTheExpressionInItsZone() {
        assertThat(times("15 6-20/7 * * 1-5", "2026-03-06T12:00+01:00", 4))
                .containsExactly("2026-03-06T13:15", "2026-03-06T20:15", "2026-03-09T06:15", "2026-03-09T13:15");
    }

    @Test
    void leavesOutATimeThatTheClocksSkip() {
        assertThat(times("30 2 * * *", "2026-03-28T12:00+01:00", 2))
                .containsExactly("2026-03-30T02:30", "2026-03-31T02:30");
    }

    @Test
    void comesOnceAtATimeThatTheClocksRepeat() {
        assertThat(times("30 2 * * *", "2025-10-25T12:00+02:00", 2))
                .containsExactly("2025-10-26T02:30", "2025-10-27T02:30");
    }

    @Test
    void isLateByNoMoreThanTheJitter() {
        CronTimes noon = new CronTimes("0 12 * * *", ZoneId.of("UTC"));
        Instant morning = Instant.parse("2026-03-10T08:00:00Z");

        assertThat(Schedule.at(noon, Duration.ofMinutes(1), () -> 0).next(morning))
                .isEqualTo("2026-03-10T12:00:00Z");
        assertThat(Schedule.at(noon, Duration.ofMinutes(1), () -> 0.999).next(morning))
                .isBetween("2026-03-10T12:00:59Z", "2026-03-10T12:01:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "61 * * * *", "0 0 31 2 *", "often", "0 0 0 * * ?"})
    void refusesWhatIsNoExpressionOrNeverComes(String text) {
        assertThatThrownBy(() -> CronTimes.EXPRESSION.parser().apply(text)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // Interval 15 min, open days of 3 back fit into one request of 31 days; the pass began at 12:00.
        "12:14, 5, 9, false",
        "12:15, 1, 9, false",
        "12:15, 2, 9, true",
        "12:15, 9, 9, false"
    })
    void endsALongPassWhenTheNewestDaysAreDueAgainAndHistoryHasMovedOn(String now, int done, int total, boolean ends) {
        Passes passes = new Passes(Schedule.every(Duration.ofMinutes(15)), options(0), Duration.ofDays(7));

        assertThat(passes.mayEnd(
                        false,
                        Instant.parse("2026-03-10T12:00:00Z"),
                        Instant.parse("2026-03-10T" + now + ":00Z"),
                        new io.github.paradigmreporting.core.feed.FeedProgress(done, total)))
                .isEqualTo(ends);
    }

    @Test
    void rechecksAtTheStartAndThenEachInterval() {
        Passes passes = new Passes(Schedule.every(Duration.ofMinutes(15)), options(35), Duration.ofDays(7));
        Instant start = Instant.parse("2026-03-10T12:00:00Z");

        assertThat(passes.recheckIsDue(start)).isTrue();
        passes.ended(true, start);
        assertThat(passes.recheckIsDue(start.plus(Duration.ofDays(7)).minusSeconds(1)))
                .isFalse();
        passes.ended(false, start.plus(Duration.ofDays(6)));
        assertThat(passes.recheckIsDue(start.plus(Duration.ofDays(7)))).isTrue();
        assertThat(new Passes(Schedule.every(Duration.ZERO), options(0), Duration.ZERO).recheckIsDue(start))
                .as("switched off")
                .isFalse();
    }

    private static io.github.paradigmreporting.core.feed.FeedOptions options(int recheckDays) {
        return ConnectorConfig.of(java.util.Map.of(
                        "paradigm.base.url",
                        "https://paradigm.example.com",
                        "paradigm.api.key",
                        "key",
                        "paradigm.recheck.days",
                        Integer.toString(recheckDays)))
                .feedOptions(null);
    }

    private static List<String> times(String expression, String from, int count) {
        CronTimes times = new CronTimes(expression, PARIS);
        List<String> found = new ArrayList<>();
        Instant last = ZonedDateTime.parse(from).toInstant();
        for (int i = 0; i < count; i++) {
            last = times.after(last);
            found.add(last.atZone(PARIS).toLocalDateTime().toString());
        }
        return found;
    }
}
