package io.github.paradigmreporting.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instance's clock, as far as its answers told it: the worker's clock, set right by the difference heard last. Which day
 * is settled is for the instance to say, not for a worker whose clock is wrong. Safe for threads.
 */
final class InstanceClock implements InstantSource {
    /** The instance tells whole seconds, and an answer takes its time. */
    private static final Duration PRECISION = Duration.ofSeconds(10);

    private static final Duration WORTH_A_WARNING = Duration.ofMinutes(5);

    /** The client refuses answers from clocks that are further apart. */
    private static final Duration CREDIBLE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(InstanceClock.class);

    private final InstantSource worker;
    private volatile Duration difference = Duration.ZERO;

    InstanceClock(InstantSource worker) {
        this.worker = worker;
    }

    /** An answer said what time it is. */
    synchronized void heard(Instant time) {
        Duration now = Duration.between(worker.instant(), time);
        if (now.abs().compareTo(CREDIBLE) > 0 || now.minus(difference).abs().compareTo(PRECISION) <= 0) {
            return;
        }
        if (now.minus(difference).abs().compareTo(WORTH_A_WARNING) > 0) {
            LOG.warn(
                    "The instance's clock and this worker's differ by {}; days settle by the instance's clock."
                            + " Check the worker's time service",
                    now);
        }
        difference = now.abs().compareTo(PRECISION) <= 0 ? Duration.ZERO : now;
    }

    /** The worker's own clock, by which records are stamped: brokers refuse timestamps that are an hour ahead. */
    Instant worker() {
        return worker.instant();
    }

    /** What the instance's clock is ahead of the worker's. */
    Duration difference() {
        return difference;
    }

    @Override
    public Instant instant() {
        return worker.instant().plus(difference);
    }
}
