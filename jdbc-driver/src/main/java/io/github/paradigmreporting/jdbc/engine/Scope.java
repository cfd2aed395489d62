package io.github.paradigmreporting.jdbc.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;

/**
 * What a connection's tables reach over.
 *
 * @param clock the time, in the zone the instance counts days in
 * @param historyStart today to the first day read where a statement does not say one
 * @param companies the only companies there are; empty means all that the key may see
 * @param requireDateFilter whether reading a report without a lower bound on its days is an error
 * @param maxRequests most requests that one statement may send
 */
public record Scope(
        Clock clock,
        Function<LocalDate, LocalDate> historyStart,
        Set<Long> companies,
        boolean requireDateFilter,
        int maxRequests) {
    /** Copies the companies. */
    public Scope {
        companies = Set.copyOf(companies);
    }

    /**
     * Today, where the instance is.
     *
     * @return the day
     */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
