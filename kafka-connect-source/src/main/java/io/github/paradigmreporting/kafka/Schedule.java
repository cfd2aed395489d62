package io.github.paradigmreporting.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** When passes start. Immutable and safe for threads. */
interface Schedule {
    /**
     * The time of the next pass.
     *
     * @param last when the last one ended, or began when one is to know how long it may take
     */
    Instant next(Instant last);

    /** A fixed time after the end of the last pass. */
    static Schedule every(Duration interval) {
        return last -> last.plus(interval);
    }

    /**
     * At the times of an expression, each a little late.
     *
     * @param jitter how late at most, so that many connectors do not come at the same moment
     * @param random numbers from 0 to 1
     */
    static Schedule at(CronTimes times, Duration jitter, DoubleSupplier random) {
        return last -> times.after(last).plusMillis((long) (jitter.toMillis() * random.getAsDouble()));
    }
}
