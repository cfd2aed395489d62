package io.github.paradigmreporting.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.settings.DayExpression;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonTest {
    @ParameterizedTest(name = "at {0}, {1} days and {2} back, today is {3} and {4} is settled")
    @CsvSource({
        "2026-03-10T12:00:00Z, 3, PT6H, 2026-03-10, 2026-03-06",
        "2026-03-10T12:00:00Z, 0, PT0H, 2026-03-10, 2026-03-09",
        // Midnight in Paris: 23:00 UTC in winter, 22:00 UTC in summer.
        "2026-03-10T22:59:59.999Z, 0, PT0H, 2026-03-10, 2026-03-09",
        "2026-03-10T23:00:00Z, 0, PT0H, 2026-03-11, 2026-03-10",
        "2026-03-11T04:59:59Z, 0, PT6H, 2026-03-11, 2026-03-09",
        "2026-03-11T05:00:00Z, 0, PT6H, 2026-03-11, 2026-03-10",
        // 2026-03-29 has 23 hours in Paris, 2025-10-26 has 25.
        "2026-03-28T23:00:00Z, 0, PT0H, 2026-03-29, 2026-03-28",
        "2026-03-29T21:59:59Z, 0, PT0H, 2026-03-29, 2026-03-28",
        "2026-03-29T22:00:00Z, 0, PT0H, 2026-03-30, 2026-03-29",
        "2025-10-26T22:59:59Z, 0, PT0H, 2025-10-26, 2025-10-25",
        "2025-10-26T23:00:00Z, 0, PT0H, 2025-10-27, 2025-10-26",
        "2024-03-01T12:00:00Z, 1, PT0H, 2024-03-01, 2024-02-28"
    })
    void knowsTheCalendarOfTheInstance(
            Instant now, int lookBackDays, Duration settleDelay, LocalDate today, LocalDate lastSettled) {
        FeedOptions options = new FeedOptions(
                DayExpression.parse("-P30D"), lookBackDays, settleDelay, ZoneId.of("Europe/Paris"), 31, Set.of());

        Horizon horizon = Horizon.of(options, now);

        assertThat(horizon).isEqualTo(new Horizon(today.minusDays(30), lastSettled, today));
        assertThat(horizon.isSettled(lastSettled)).isTrue();
        assertThat(horizon.isSettled(lastSettled.plusDays(1))).isFalse();
    }

    @Test
    void wantsNothingWhileTheStartLiesInTheFuture() {
        FeedOptions options = new FeedOptions(
                DayExpression.of(LocalDate.of(2026, 3, 11)), 3, Duration.ZERO, ZoneOffset.UTC, 31, Set.of());

        Horizon horizon = Horizon.of(options, Instant.parse("2026-03-10T12:00:00Z"));

        assertThat(horizon.all()).isNull();
        assertThat(horizon.open()).isNull();
        assertThat(horizon.history()).isNull();
    }

    @Test
    void takesOptionsFromSettings() {
        Map<String, String> given = Map.of("startDate", "2026-01-01", "companies", "7,2", "settleDelay", "90m");
        SettingValues values = SettingValues.read(Settings.ALL, Spelling.CAMEL_CASE, given::get);

        assertThat(FeedOptions.of(values))
                .isEqualTo(new FeedOptions(
                        DayExpression.of(LocalDate.of(2026, 1, 1)),
                        3,
                        Duration.ofMinutes(90),
                        ZoneId.of("UTC"),
                        31,
                        Set.of(2L, 7L)));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 31, 2, lookBackDays",
        "3, -1, 31, 2, settleDelay",
        "3, 0, 0, 2, windowDays",
        "3, 0, 31, -1, companies"
    })
    void refusesOptionsThatCannotBe(int lookBackDays, int delay, int windowDays, long company, String setting) {
        assertThatThrownBy(() -> new FeedOptions(
                        DayExpression.parse("today"),
                        lookBackDays,
                        Duration.ofHours(delay),
                        ZoneOffset.UTC,
                        windowDays,
                        Set.of(company)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(setting);
    }
}
