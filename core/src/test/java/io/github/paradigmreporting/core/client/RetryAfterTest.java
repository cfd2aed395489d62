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

    private static final Duration LONGEST = Duration.ofHours(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3601",
                "99999",
                "999999999",
                "99999999999999999999999999",
                "Mon, 2 Mar 2026 13:00:01 GMT",
                "Tue, 1 Jan 2400 00:00:00 GMT",
                "Sat, 1 Jan 2400 00:00:00 GMT",
                "Fri, 31 Dec 9999 23:59:59 GMT"
            })
    void isNeverLongerThanAllowed(String text) {
        Duration wait = RetryAfter.parse(text, NOW, LONGEST);
        assertThat(wait).isIn(LONGEST, null);
        assertThat(wait == null).isEqualTo(text.startsWith("Tue"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-5, 0", "1, 1", "120, 120", "' 7 ', 7"})
    void isANumberOfSeconds(String text, int seconds) {
        assertThat(RetryAfter.parse(text, NOW, LONGEST)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void isTheTimeUntilADate() {
        assertThat(RetryAfter.parse("Mon, 2 Mar 2026 12:01:30 GMT", NOW, LONGEST))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void isNoWaitForADateThatHasPassed() {
        assertThat(RetryAfter.parse("Mon, 2 Mar 2026 11:59:59 GMT", NOW, LONGEST))
                .isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "soon", "2026-03-02T12:01:30Z", "Mon, 32 Mar 2026 12:00:00 GMT"})
    void isNothingForTextOfAnotherForm(String text) {
        assertThat(RetryAfter.parse(text, NOW, LONGEST)).isNull();
    }
}
