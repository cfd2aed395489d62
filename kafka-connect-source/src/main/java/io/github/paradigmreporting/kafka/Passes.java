package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.feed.FeedOptions;
import io.github.paradigmreporting.core.feed.FeedProgress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a unit's passes start, how long one may take before the newest days are due again, and when settled days are looked
 * at again. For one unit; not safe for threads.
 */
final class Passes {
    private final Schedule schedule;
    private final FeedOptions options;
    private final Duration recheckInterval;
    private @Nullable Instant lastRecheck;

    Passes(Schedule schedule, FeedOptions options, Duration recheckInterval) {
        this.schedule = schedule;
        this.options = options;
        this.recheckInterval = recheckInterval;
    }

    /** How long to wait after a pass. */
    Duration pause(Instant ended) {
        Duration pause = Duration.between(ended, schedule.next(ended));
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    /** Whether the next pass should look at settled days again: the first one after a start does, then each interval. */
    boolean recheckIsDue(Instant now) {
        Instant last = lastRecheck;
        return options.recheckDays() > options.lookBackDays()
                && (last == null || !now.isBefore(last.plus(recheckInterval)));
    }

    /** A pass came to its end. */
    void ended(boolean recheck, Instant began) {
        if (recheck) {
            lastRecheck = began;
        }
    }

    /**
     * Whether a pass may end before its end, because the newest days are due again: once the time of the next pass has come,
     * but not before it has brought history on by at least one request.
     */
    boolean mayEnd(boolean recheck, Instant began, Instant now, FeedProgress progress) {
        int newest = recheck ? options.recheckDays() : options.lookBackDays();
        long newestRequests = (newest + options.settleDelay().toDays() + 1) / options.windowDays() + 1;
        return progress.windowsDone() > newestRequests
                && progress.windowsDone() < progress.windowsTotal()
                && !now.isBefore(schedule.next(began));
    }
}
