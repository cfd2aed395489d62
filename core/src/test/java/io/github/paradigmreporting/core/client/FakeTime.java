package io.github.paradigmreporting.core.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that moves only when somebody sleeps; remembers each sleep. Safe for threads. */
final class FakeTime implements Time {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public synchronized long nanos() {
        return passed.toNanos();
    }

    @Override
    public synchronized Instant now() {
        return START.plus(passed);
    }

    @Override
    public synchronized void sleep(Duration wait, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        waits.add(wait);
        passed = passed.plus(wait);
    }

    /** Time goes by without a sleep. */
    synchronized void pass(Duration time) {
        passed = passed.plus(time);
    }

    /** Every sleep so far, in order. */
    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }
}
