package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Passes on the waits of a request to the observers of all queries that need its answer. Thread-safe. */
final class FlightWaits implements ExchangeListener {
    private final InstantSource clock;
    private final List<DaysObserver> observers = new ArrayList<>();
    private WaitReason last = WaitReason.REQUESTS_AT_ONCE;
    private Instant until = Instant.EPOCH;
    private Duration total = Duration.ZERO;

    FlightWaits(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds the observer of a query that needs the answer from now on; a wait that has begun before counts from now on. */
    void add(DaysObserver observer) {
        WaitReason why;
        Duration left;
        synchronized (this) {
            observers.add(observer);
            why = last;
            left = Duration.between(clock.instant(), until);
        }
        if (!left.isNegative() && !left.isZero()) {
            observer.waits(why, left);
        }
    }

    /** How long the request was held back in all. */
    synchronized Duration total() {
        return total;
    }

    @Override
    public void waits(WaitReason why, Duration time) {
        List<DaysObserver> all;
        synchronized (this) {
            last = why;
            total = total.plus(time);
            if (why != WaitReason.REQUESTS_AT_ONCE) {
                until = clock.instant().plus(time);
            }
            all = List.copyOf(observers);
        }
        all.forEach(observer -> observer.waits(why, time));
    }
}
