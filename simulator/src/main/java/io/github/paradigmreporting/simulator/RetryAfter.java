package io.github.paradigmreporting.simulator;

/** How the simulator's own limit tells when to come back. */
public enum RetryAfter {
    /** {@code Retry-After} in whole seconds, rounded up. The default. */
    SECONDS,
    /** {@code Retry-After} as a date, by the simulator's clock. */
    DATE,
    /** No {@code Retry-After}. */
    ABSENT
}
