package io.github.paradigmreporting.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as users write them. */
class DayExpressionTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 31);

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31",
        "today, 2024-03-31",
        "Today, 2024-03-31",
        "-P0D, 2024-03-31",
        "-P30D, 2024-03-01",
        "-P2W, 2024-03-17",
        "-P1M, 2024-02-29",
        "-P1Y, 2023-03-31",
        "-P1Y1M1D, 2023-02-27"
    })
    void meansADay(String text, LocalDate day) {
        assertThat(DayExpression.parse(text).resolve(TODAY)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "P30D", "+P30D", "-P", "-P-1D", "-P1M-1D", "-PT1H", "2026-1-1", "20260101"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> DayExpression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("-P30D");
    }

    @Test
    void movesWithTheCalendar() {
        DayExpression week = DayExpression.parse("-P1W");
        assertThat(week.resolve(TODAY)).isEqualTo(TODAY.minusDays(7));
        assertThat(week.resolve(TODAY.plusDays(1))).isEqualTo(TODAY.minusDays(6));
    }

    @Test
    void isEqualWhenItSaysTheSame() {
        assertThat(DayExpression.parse("2026-01-31"))
                .isEqualTo(DayExpression.of(LocalDate.of(2026, 1, 31)))
                .hasSameHashCodeAs(DayExpression.of(LocalDate.of(2026, 1, 31)))
                .hasToString("2026-01-31")
                .isNotEqualTo(DayExpression.parse("today"));
        assertThat(DayExpression.parse("TODAY")).isEqualTo(DayExpression.parse("today"));
    }
}
