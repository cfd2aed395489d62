package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParkingTest {
    private Instant now = Instant.parse("2026-03-20T15:00:00Z");
    private final Parking parking = new Parking(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void letsNothingThroughBeforeTheTimeAndEverythingFromThenOn() {
        Random random = new Random(42);
        Instant until = Instant.MIN;
        int throttles = 0;
        while (throttles < 1_000) {
            now = now.plusSeconds(random.nextInt(100));
            if (now.isBefore(until)) {
                Instant end = until;
                assertThatThrownBy(parking::check)
                        .isInstanceOfSatisfying(AnsweredException.class, error -> assertThat(error.retryAfter())
                                .isEqualTo(Duration.between(now, end)));
                assertThat(parking.until()).isEqualTo(until);
            } else {
                parking.check();
                assertThat(parking.until()).isNull();
                Duration wait = Duration.ofSeconds(random.nextInt(3_600));
                parking.note(throttled(wait));
                until = now.plus(wait);
                throttles++;
            }
        }
    }

    @Test
    void isNotMovedByErrorsThatNameNoTime() {
        parking.note(throttled(null));
        parking.note(new ConnectionFailedException("no connection"));

        parking.check();
        assertThat(parking.until()).isNull();
    }

    private static AnsweredException throttled(@Nullable Duration wait) {
        return new AnsweredException(ErrorKind.RATE_LIMITED, 429, wait, "throttled");
    }
}
