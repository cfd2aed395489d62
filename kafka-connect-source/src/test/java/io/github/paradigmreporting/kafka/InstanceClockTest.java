package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class InstanceClockTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private final InstanceClock clock = new InstanceClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void isTheWorkersUntilAnAnswerSaysOtherwise() {
        assertThat(clock.instant()).isEqualTo(NOW);

        clock.heard(NOW.minus(Duration.ofHours(20)));

        assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofHours(20)));
        assertThat(clock.difference()).isEqualTo(Duration.ofHours(-20));
        assertThat(clock.worker()).isEqualTo(NOW);
    }

    @Test
    void believesNothingThatIsMoreThanADayOff() {
        clock.heard(NOW.plus(Duration.ofHours(3)));

        clock.heard(NOW.plus(Duration.ofDays(1)).plusSeconds(1));
        clock.heard(NOW.minus(Duration.ofDays(1)).minusSeconds(1));
        clock.heard(Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(clock.difference()).isEqualTo(Duration.ofHours(3));

        clock.heard(NOW.minus(Duration.ofDays(1)));
        assertThat(clock.difference()).isEqualTo(Duration.ofDays(-1));
    }

    @Test
    void doesNotJumpAboutForSeconds() {
        clock.heard(NOW.plusSeconds(10));
        assertThat(clock.difference()).isZero();

        clock.heard(NOW.plusSeconds(100));
        clock.heard(NOW.plusSeconds(105));
        assertThat(clock.difference()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void trustsTheWorkerAgainWhenTheyAgree() {
        clock.heard(NOW.plusSeconds(3600));
        clock.heard(NOW.plusSeconds(1));

        assertThat(clock.instant()).isEqualTo(NOW);
    }
}
