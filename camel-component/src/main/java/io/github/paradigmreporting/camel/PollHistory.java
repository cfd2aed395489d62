package io.github.paradigmreporting.camel;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a consumer's polls ended. Safe for threads. */
final class PollHistory {
    private final Clock clock;
    private @Nullable Instant lastSuccess;
    private @Nullable Exception failure;
    private int failures;
    private long messages;

    PollHistory(Clock clock) {
        this.clock = clock;
    }

    /** A poll ended well. */
    synchronized void succeeded(int sent) {
        lastSuccess = clock.instant();
        failure = null;
        failures = 0;
        messages += sent;
    }

    /** A poll ended with an error. */
    synchronized void failed(Exception error) {
        failure = error;
        failures++;
    }

    synchronized @Nullable Instant lastSuccess() {
        return lastSuccess;
    }

    /** The error of the last poll, null when it ended well or there was none. */
    synchronized @Nullable Exception failure() {
        return failure;
    }

    /** Polls that failed since one succeeded. */
    synchronized int failures() {
        return failures;
    }

    /** Messages of all polls that ended well. */
    synchronized long messages() {
        return messages;
    }
}
