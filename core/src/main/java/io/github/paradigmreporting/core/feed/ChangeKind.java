package io.github.paradigmreporting.core.feed;

/** What happened to a row since the consumer was last told. */
public enum ChangeKind {
    /** The consumer was never given this row. */
    NEW,
    /** The consumer was given this row with other values. */
    RESTATED,
    /** The consumer was given this row, and the API no longer has it. */
    VANISHED
}
