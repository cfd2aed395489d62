package io.github.paradigmreporting.jdbc.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long something was held back; waits that overlap count once. Safe for threads. */
final class HeldBack {
    private final Clock clock;
    private Duration total = Duration.ZERO;
    private Instant until = Instant.EPOCH;

    HeldBack(Clock clock) {
        this.clock = clock;
    }

    /** A wait of a known length begins. */
    synchronized void waits(Duration time) {
        Instant now = clock.instant();
        Instant end = now.plus(time);
        if (end.isAfter(until)) {
            total = total.plus(Duration.between(now.isAfter(until) ? now : until, end));
            until = end;
        }
    }

    /** How long it was until a moment, such as the end of a read that did not sit out its last wait. */
    synchronized Duration until(Instant moment) {
        return moment.isBefore(until) ? total.minus(Duration.between(moment, until)) : total;
    }
}
