package io.github.paradigmreporting.simulator;

import java.time.temporal.ChronoUnit;

/** The line that the program prints for a request. */
final class LogLine {
    private LogLine() {}

    static String of(Asked asked) {
        return asked.at().truncatedTo(ChronoUnit.MILLIS) + " " + asked.method() + " " + asked.path()
                + (asked.query().isEmpty() ? "" : "?" + asked.query()) + " " + asked.status() + " " + asked.bytes()
                + (asked.gzip() ? " bytes gzip " : " bytes ") + asked.took().toMillis() + " ms"
                + (asked.outcome() == Asked.Outcome.ANSWERED ? "" : " " + asked.outcome())
                + (asked.fault() == null ? "" : " (" + asked.fault() + ")");
    }
}
