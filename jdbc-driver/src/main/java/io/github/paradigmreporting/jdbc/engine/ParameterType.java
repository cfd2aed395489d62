package io.github.paradigmreporting.jdbc.engine;

/** The type of a value that a parameter is given. */
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
    /** A text, which stands for what it says, as a literal in quotes does: beside days it is a day. */
    TEXT,
    /** No value, which is of any type. */
    NULL,
    /** A day. */
    DATE,
    /** A time of day. */
    TIME,
    /** A moment. */
    TIMESTAMP
}
