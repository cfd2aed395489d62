package io.github.paradigmreporting.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a failing unit has failed and how long it waits next: exponentially longer, with full jitter, never less than
 * the instance asked for. Not safe for threads.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final DoubleSupplier random;
    private int failures;
    private @Nullable Instant since;

    /**
     * Starts without failures.
     *
     * @param random numbers from 0 to 1
     */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** A pass went well. */
    void succeeded() {
        failures = 0;
        since = null;
    }

    /**
     * A pass failed.
     *
     * @param now when
     * @param asked wait that the instance asked for, if it did
     * @return how long to wait
     */
    Duration failed(Instant now, @Nullable Duration asked) {
        if (since == null) {
            since = now;
        }
        long ceiling = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 20));
        failures++;
        Duration wait = Duration.ofMillis((long) (ceiling * random.getAsDouble()));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }

    /** How much of a limit is left, nothing when it is over. */
    Duration left(Duration limit, Instant now) {
        Duration left = since == null ? limit : limit.minus(Duration.between(since, now));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether it has failed for at least a limit. */
    boolean longerThan(Duration limit, Instant now) {
        return since != null && Duration.between(since, now).compareTo(limit) >= 0;
    }

    /** How often it failed in a row. */
    int failures() {
        return failures;
    }

    /** Since when it fails, or null when it does not. */
    @Nullable
    Instant since() {
        return since;
    }
}
