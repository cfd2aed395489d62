package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A clock that is moved by hand. */
class VirtualClockTest {
    private static final Instant START = Instant.parse("2026-03-02T14:30:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        VirtualClock clock = VirtualClock.at(START);
        VirtualClock paris = clock.withZone(ZoneId.of("Europe/Paris"));

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo("2026-03-02T14:35:00Z");
        assertThat(paris.instant()).isEqualTo(clock.instant());
        assertThat(paris.getZone()).hasToString("Europe/Paris");
        paris.set(START);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void runsAtItsOwnSpeed() {
        long began = System.nanoTime();
        VirtualClock clock = VirtualClock.running(START, 1000);
        while (System.nanoTime() - began < 2_000_000) {
            Thread.onSpinWait();
        }

        Instant shown = clock.instant();

        Duration most = Duration.ofNanos(System.nanoTime() - began).multipliedBy(1000);
        assertThat(Duration.between(START, shown)).isBetween(Duration.ofMillis(1), most);
    }
}
