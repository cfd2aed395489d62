package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;

/** What can be measured, in the order it is reported. */
enum Group {
    /** Connecting and the first row of a simple statement in a fresh JVM. */
    COLD,
    /** The first join of a JVM, at once and a second after the first answer. */
    JOIN,
    /** A small statement in a warm JVM. */
    WARM,
    /** Joins and groups in a warm JVM. */
    GROUPED,
    /** A million rows cell by cell. */
    SCAN,
    /** A year in windows and in one request. */
    FETCH,
    /** The size of the jar. */
    SIZE;

    Table measure(Bench bench) throws IOException, InterruptedException, GeneralSecurityException {
        return switch (this) {
            case COLD -> ColdStart.measure(bench);
            case JOIN -> FirstJoin.measure(bench);
            case WARM -> WarmStatement.measure(bench);
            case GROUPED -> WarmAggregates.measure(bench);
            case SCAN -> GetterScan.measure(bench);
            case FETCH -> WindowedFetch.measure(bench);
            case SIZE -> JarSize.measure(bench);
        };
    }

    static Group of(String name) {
        return Arrays.stream(values())
                .filter(group -> group.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a group: " + name));
    }
}
