package io.github.paradigmreporting.camel;

/** What a row is in a message body. */
public enum OutputType {
    /** The typed record of the report, for example {@code SessionsDay}. */
    Record,
    /** A map from column name to value, in table order; null values included. */
    Map,
    /** JSON text: an object by column name; dates and instants in ISO form. */
    Json
}
