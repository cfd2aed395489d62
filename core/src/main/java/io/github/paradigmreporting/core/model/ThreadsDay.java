package io.github.paradigmreporting.core.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Agent threads of one company on one day.
 *
 * @param companyId id of the company
 * @param companyName name of the company
 * @param date the day counted
 * @param threadsCount agent threads
 * @param uniqueModelsCount different models used that day; never add it up over days
 * @param averageThreadLength mean length of a thread, in seconds
 * @param userQueriesCount queries sent by users
 * @param modelResponsesWithDocsCount responses that used documents
 * @param modelResponsesCount responses given by models
 * @param lastModelResponseDate instant of the day's last response
 */
public record ThreadsDay(
        long companyId,
        @Nullable String companyName,
        LocalDate date,
        @Nullable Long threadsCount,
        @Nullable Long uniqueModelsCount,
        @Nullable Double averageThreadLength,
        @Nullable Long userQueriesCount,
        @Nullable Long modelResponsesWithDocsCount,
        @Nullable Long modelResponsesCount,
        @Nullable Instant lastModelResponseDate)
        implements DayRow {}
