package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.WaitReason;
import io.github.paradigmreporting.core.feed.FeedProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what one unit asks and gets. Safe for threads. */
final class UnitMeter implements ExchangeListener {
    final LongAdder requests = new LongAdder();
    final LongAdder retries = new LongAdder();
    final LongAdder succeeded = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder throttled = new LongAdder();
    final LongAdder broken = new LongAdder();
    final LongAdder unanswered = new LongAdder();
    final LongAdder waitedMillis = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder rows = new LongAdder();
    final LongAdder passes = new LongAdder();

    private final InstanceClock clock;
    private volatile UnitState state = UnitState.WAITING;
    private volatile int failures;
    private volatile @Nullable Instant lastSuccess;
    private volatile FeedProgress progress = new FeedProgress(0, 0);

    UnitMeter(InstanceClock clock) {
        this.clock = clock;
    }

    /** A pass begins. */
    void reading() {
        state = UnitState.READING;
    }

    /** A pass moved on. */
    void at(FeedProgress now) {
        progress = now;
    }

    /** A pass ended well. */
    void done() {
        passes.increment();
        failures = 0;
        lastSuccess = clock.instant();
        state = UnitState.WAITING;
    }

    /** A pass failed. */
    void failed(UnitState now, int inARow) {
        failures = inARow;
        state = now;
    }

    UnitState state() {
        return state;
    }

    int failures() {
        return failures;
    }

    FeedProgress progress() {
        return progress;
    }

    /** Share of the pass that is done, 0 to 100. */
    long percent() {
        FeedProgress now = progress;
        return now.windowsTotal() == 0 ? 0 : 100L * now.windowsDone() / now.windowsTotal();
    }

    /** Time since a pass ended well, -1 when none has yet. */
    long secondsSinceSuccess() {
        Instant last = lastSuccess;
        return last == null ? -1 : Duration.between(last, clock.instant()).toSeconds();
    }

    @Override
    public void waits(WaitReason why, Duration time) {
        waitedMillis.add(time.toMillis());
    }

    @Override
    public void answered(int attempt, int status, @Nullable Instant serverTime) {
        sent(attempt);
        if (serverTime != null) {
            clock.heard(serverTime);
        }
        if (status == 429) {
            throttled.increment();
        } else if (status >= 500) {
            broken.increment();
        } else if (status >= 400) {
            refused.increment();
        } else {
            succeeded.increment();
        }
    }

    @Override
    public void unanswered(int attempt) {
        sent(attempt);
        unanswered.increment();
    }

    private void sent(int attempt) {
        requests.increment();
        if (attempt > 1) {
            retries.increment();
        }
    }

    @Override
    public void read(long read) {
        bytes.add(read);
    }
}
