package io.github.paradigmreporting.jdbc.engine;

/** The type of a value that a parameter is given, where it is not the one that the statement would have it be. */
public enum ParameterType {
    /** A truth value. */
    BOOLEAN,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    BIGINT,
    /** A decimal number with any number of places. */
    DECIMAL,
    /** A double. */
    DOUBLE,
    /** A text, which stands for what it says, as a literal does. */
    TEXT,
    /** A day. */
    DATE,
    /** A time of day. */
    TIME,
    /** A moment. */
    TIMESTAMP
}
