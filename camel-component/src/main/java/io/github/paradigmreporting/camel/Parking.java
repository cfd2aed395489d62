package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ReportingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time before which the instance does not want to be asked, as a consumer keeps it between polls. Safe for threads. */
final class Parking {
    private final Clock clock;
    private @Nullable Instant until;
    private @Nullable AnsweredException reason;

    Parking(Clock clock) {
        this.clock = clock;
    }

    /** Remembers the wait that an answer asked for. */
    synchronized void note(ReportingException error) {
        if (error instanceof AnsweredException answered && answered.retryAfter() != null) {
            until = clock.instant().plus(answered.retryAfter());
            reason = answered;
        }
    }

    /**
     * Fails until the time has come, without a request.
     *
     * @throws AnsweredException as the answer that asked to wait, with the rest of the wait
     */
    synchronized void check() {
        Instant end = until;
        AnsweredException why = reason;
        if (end == null || why == null) {
            return;
        }
        Duration rest = Duration.between(clock.instant(), end);
        if (rest.isNegative() || rest.isZero()) {
            until = null;
            reason = null;
            return;
        }
        throw new AnsweredException(
                why.kind(),
                why.status(),
                rest,
                "nothing is asked before " + end + ", as the instance wished: " + why.getMessage());
    }

    /** Ends the wait; whether there was one. */
    synchronized boolean end() {
        boolean waited = until != null;
        until = null;
        reason = null;
        return waited;
    }

    /** Until when; null when free. */
    synchronized @Nullable Instant until() {
        return until;
    }
}
