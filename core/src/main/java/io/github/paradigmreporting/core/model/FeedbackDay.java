package io.github.paradigmreporting.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Feedback on model responses of one company on one day.
 *
 * @param companyId id of the company
 * @param companyName name of the company
 * @param date the day counted
 * @param modelResponsesCount responses given by models
 * @param likesCount responses that were liked
 * @param dislikesCount responses that were disliked
 * @param copiesCount responses that were copied
 */
public record FeedbackDay(
        long companyId,
        @Nullable String companyName,
        LocalDate date,
        @Nullable Long modelResponsesCount,
        @Nullable Long likesCount,
        @Nullable Long dislikesCount,
        @Nullable Long copiesCount)
        implements DayRow {}
