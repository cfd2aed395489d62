package io.github.paradigmreporting.core.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Use of one tool in one company on one day.
 *
 * @param companyId id of the company
 * @param companyName name of the company
 * @param date the day counted
 * @param toolName name of the tool, for example {@code document_search}
 * @param usageCount times the tool was used
 */
public record ToolUse(
        long companyId,
        @Nullable String companyName,
        LocalDate date,
        String toolName,
        @Nullable Long usageCount) implements DayRow {}
