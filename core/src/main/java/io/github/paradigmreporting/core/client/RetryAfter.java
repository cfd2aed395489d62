package io.github.paradigmreporting.core.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, section 10.2.3): seconds or an HTTP date. */
final class RetryAfter {
    private static final int MOST_DIGITS = 12;

    private RetryAfter() {}

    /** The wait it demands, from none to the longest allowed; null for text that is neither form. */
    static @Nullable Duration parse(String text, Instant now, Duration longest) {
        String value = text.trim();
        Duration wait;
        if (value.matches("\\d+")) {
            wait = value.length() > MOST_DIGITS ? longest : Duration.ofSeconds(Long.parseLong(value));
        } else if (value.matches("-\\d+")) {
            wait = Duration.ZERO;
        } else {
            try {
                wait = Duration.between(
                        now,
                        ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException e) {
                return null;
            }
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(longest) > 0 ? longest : wait;
    }
}
