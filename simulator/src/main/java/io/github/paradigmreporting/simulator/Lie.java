package io.github.paradigmreporting.simulator;

/** What a faulty instance puts into an answer twice. */
public enum Lie {
    /** Nothing: the default. */
    NONE,
    /** The last day of each company is there twice. */
    DUPLICATE_DAY,
    /** The first company is there twice. */
    DUPLICATE_COMPANY
}
