package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.CancelledException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The client's only access to the time of day, to the time that passes and to waiting, so that tests never sleep. */
interface Time {
    /** The system's clock. */
    Time SYSTEM = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration wait, Cancellation cancellation) {
            try {
                if (cancellation.await(wait.toNanos())) {
                    cancellation.throwIfCancelled();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException("interrupted while waiting", e);
            }
        }
    };

    /** The time of day from a clock; waits and measurements stay the system's. */
    static Time of(InstantSource clock) {
        return new Time() {
            @Override
            public long nanos() {
                return SYSTEM.nanos();
            }

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void sleep(Duration wait, Cancellation cancellation) {
                SYSTEM.sleep(wait, cancellation);
            }
        };
    }

    /** A running number of nanoseconds, for measuring. */
    long nanos();

    /** The date and time of day. */
    Instant now();

    /** Waits, unless cancelled: then throws {@link CancelledException} at once. */
    void sleep(Duration wait, Cancellation cancellation);
}
