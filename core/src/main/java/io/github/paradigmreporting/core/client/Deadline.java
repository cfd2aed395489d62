package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.DeadlineExceededException;
import java.time.Duration;

/**
 * The moment at which a request must be done, attempts and waits included. Time in which our caller keeps us waiting does
 * not count: see {@link #extend}. Safe for threads.
 */
final class Deadline {
    private final Time time;
    private final Duration total;
    private final Duration longestWait;
    private volatile long end;

    Deadline(Time time, Duration total) {
        this(time, total, total);
    }

    /** A deadline of a caller who would rather be told than sit out a wait of more than so long. */
    Deadline(Time time, Duration total, Duration longestWait) {
        this.time = time;
        this.total = total;
        this.longestWait = longestWait;
        this.end = time.nanos() + total.toNanos();
    }

    long remainingNanos() {
        return end - time.nanos();
    }

    /** Whether a wait of so long before the next attempt is worth it. */
    boolean allowsWait(long nanos) {
        return nanos <= remainingNanos() && nanos <= longestWait.toNanos();
    }

    boolean passed() {
        return remainingNanos() <= 0;
    }

    synchronized void extend(long nanos) {
        end += nanos;
    }

    void check(Object what) {
        if (passed()) {
            throw exceeded(what);
        }
    }

    DeadlineExceededException exceeded(Object what) {
        return new DeadlineExceededException(
                what + " was not done within " + total + "; ask for fewer days or raise totalTimeout");
    }
}
