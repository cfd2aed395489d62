package io.github.paradigmreporting.simulator;

/** What a range gets whose start is after its end. */
public enum ReversedRange {
    /** Status 400. The default. */
    REFUSED,
    /** Status 200 and no rows. */
    EMPTY
}
