package io.github.paradigmreporting.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Members of one company, for the window that was asked for.
 *
 * @param companyId id of the company
 * @param companyName name of the company
 * @param windowStart first day asked for
 * @param windowEnd last day asked for
 * @param totalHistoricalMembers members ever
 * @param currentActiveMembers members active now; the API does not say that the window matters
 */
public record Members(
        long companyId,
        @Nullable String companyName,
        LocalDate windowStart,
        LocalDate windowEnd,
        @Nullable Long totalHistoricalMembers,
        @Nullable Long currentActiveMembers)
        implements Row {}
