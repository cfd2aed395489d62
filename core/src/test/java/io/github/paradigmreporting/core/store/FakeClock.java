package io.github.paradigmreporting.core.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until told otherwise. */
final class FakeClock implements InstantSource {
    private volatile Instant now;

    FakeClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void set(String instant) {
        now = Instant.parse(instant);
    }
}
