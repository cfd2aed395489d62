package io.github.paradigmreporting.camel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names a company's day.
 *
 * @param companyId the company
 * @param day the day, null for reports that do not count by day
 */
record SliceKey(long companyId, @Nullable LocalDate day) {}
