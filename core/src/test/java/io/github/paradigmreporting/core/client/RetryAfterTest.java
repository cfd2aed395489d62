package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "120, 120", "' 7 ', 7"})
    void isANumberOfSeconds(String text, int seconds) {
        assertThat(RetryAfter.parse(text, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void isTheTimeUntilADate() {
        assertThat(RetryAfter.parse("Mon, 2 Mar 2026 12:01:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void isNoWaitForADateThatHasPassed() {
        assertThat(RetryAfter.parse("Mon, 2 Mar 2026 11:59:59 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "1.5", "soon", "2026-03-02T12:01:30Z", "Mon, 32 Mar 2026 12:00:00 GMT"})
    void isNothingForTextOfAnotherForm(String text) {
        assertThat(RetryAfter.parse(text, NOW)).isNull();
    }
}
