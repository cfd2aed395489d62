package io.github.paradigmreporting.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Use of one document in one company on one day.
 *
 * @param companyId id of the company
 * @param companyName name of the company
 * @param date the day counted
 * @param documentId id of the document
 * @param documentFilename name of the file
 * @param documentTitle title of the document
 * @param usageCount times the document was used
 */
public record DocumentUse(
        long companyId,
        @Nullable String companyName,
        LocalDate date,
        long documentId,
        @Nullable String documentFilename,
        @Nullable String documentTitle,
        @Nullable Long usageCount)
        implements DayRow {}
