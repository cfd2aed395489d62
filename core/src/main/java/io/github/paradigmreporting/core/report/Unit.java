package io.github.paradigmreporting.core.report;

import java.util.Locale;

/** What a metric's number counts. */
public enum Unit {
    /** Not a metric. */
    NONE,
    /** A number of things. */
    COUNT,
    /** A length of time in seconds. */
    SECONDS;

    /**
     * The unit as documents and remarks print it.
     *
     * @return {@code count}, {@code seconds}, or an empty text
     */
    public String symbol() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
