package io.github.paradigmreporting.core.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Chat sessions of one company on one day.
 *
 * @param companyId id of the company
 * @param companyName name of the company
 * @param date the day counted
 * @param sessionsCount chat sessions
 * @param uniqueModelsCount different models used that day; never add it up over days
 * @param averageSessionLength mean length of a session, in seconds
 * @param userQueriesCount queries sent by users
 * @param modelResponsesWithDocsCount responses that used documents
 * @param modelResponsesCount responses given by models
 * @param lastModelResponseDate instant of the day's last response
 */
public record SessionsDay(
        long companyId,
        @Nullable String companyName,
        LocalDate date,
        @Nullable Long sessionsCount,
        @Nullable Long uniqueModelsCount,
        @Nullable Double averageSessionLength,
        @Nullable Long userQueriesCount,
        @Nullable Long modelResponsesWithDocsCount,
        @Nullable Long modelResponsesCount,
        @Nullable Instant lastModelResponseDate)
        implements DayRow {}
