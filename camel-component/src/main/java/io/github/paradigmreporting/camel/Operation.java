package io.github.paradigmreporting.camel;

/** What a producer does with a message. */
public enum Operation {
    /** Puts the rows into the body. */
    fetch,
    /** Puts the number of rows into the body, without keeping them. */
    count,
    /** Asks for the last day only; the body is true, and an instance or key that does not answer is an error. */
    probe
}
