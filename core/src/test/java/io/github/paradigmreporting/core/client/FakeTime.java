package io.github.paradigmreporting.core.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when told to, or when somebody sleeps; remembers each sleep. For one thread. */
final class FakeTime implements Time {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private Duration passed = Duration.ZERO;

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public Instant now() {
        return START.plus(passed);
    }

    @Override
    public void sleep(Duration wait, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        waits.add(wait);
        advance(wait);
    }

    void advance(Duration by) {
        passed = passed.plus(by);
    }

    /** Every sleep so far, in order. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }
}
