package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault and the calls that meet it. As text: the report or {@code *}, then {@code *N} for the next N calls,
 * {@code /K} for every K-th call, {@code ~P} for each call with probability P or nothing for all calls, then {@code =}
 * and the fault. For example {@code tools*3=429 Retry-After 2}, {@code *~0.1=reset}, {@code sessions=delay 200ms}.
 * Immutable.
 */
public final class FaultRule {
    private static final Pattern TEXT =
            Pattern.compile("([a-z-]+|\\*)(?:\\*(\\d{1,9})|/(\\d{1,9})|~(\\d*\\.?\\d+))?=(.+)");

    private final @Nullable Endpoint endpoint;
    private final When when;
    private final double number;
    private final Fault fault;

    private FaultRule(@Nullable Endpoint endpoint, When when, double number, Fault fault) {
        this.endpoint = endpoint;
        this.when = when;
        this.number = number;
        this.fault = fault;
    }

    static FaultRule of(String reportOrEndpoint, When when, double number, Fault fault) {
        switch (when) {
            case NEXT, EVERY -> Checks.between(1, Integer.MAX_VALUE, number, "the number of calls");
            case CHANCE -> Checks.between(0, 1, number, "the probability");
            case ALWAYS -> {}
        }
        return new FaultRule(endpoint(reportOrEndpoint), when, number, fault);
    }

    /**
     * The rule of a text.
     *
     * @param text for example {@code tools*3=429 Retry-After 2}
     * @return the rule
     * @throws IllegalArgumentException when the text is not a rule; its message says how one looks
     */
    public static FaultRule parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        Fault fault = parts.matches() ? FaultText.parse(parts.group(5).strip()) : null;
        if (fault == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a fault rule; write REPORT[*N|/K|~P]=FAULT, where " + "FAULT is one of: "
                            + FaultText.FORMS + "; for example tools*3=429 Retry-After 2");
        }
        String target = parts.group(1);
        if (parts.group(2) != null) {
            return of(target, When.NEXT, Double.parseDouble(parts.group(2)), fault);
        }
        if (parts.group(3) != null) {
            return of(target, When.EVERY, Double.parseDouble(parts.group(3)), fault);
        }
        return parts.group(4) != null
                ? of(target, When.CHANCE, Double.parseDouble(parts.group(4)), fault)
                : of(target, When.ALWAYS, 0, fault);
    }

    boolean covers(Endpoint called) {
        return endpoint == null || endpoint == called;
    }

    When when() {
        return when;
    }

    double number() {
        return number;
    }

    /**
     * What the calls meet.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }

    /** The text that gives the same rule. */
    @Override
    public String toString() {
        String target = endpoint == null ? "*" : endpoint.segment();
        return target
                + switch (when) {
                    case ALWAYS -> "";
                    case NEXT -> "*" + (long) number;
                    case EVERY -> "/" + (long) number;
                    case CHANCE -> "~" + number;
                }
                + "=" + fault;
    }

    private static @Nullable Endpoint endpoint(String name) {
        if (name.equals("*")) {
            return null;
        }
        Report<?> report = Reports.named(name);
        for (Endpoint endpoint : Endpoint.values()) {
            if (endpoint.segment().equals(report.endpoint())) {
                return endpoint;
            }
        }
        throw new IllegalStateException("the simulator does not answer report " + report);
    }

    enum When {
        ALWAYS,
        NEXT,
        EVERY,
        CHANCE
    }
}
