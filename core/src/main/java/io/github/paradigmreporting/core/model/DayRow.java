package io.github.paradigmreporting.core.model;

import java.time.LocalDate;

/** A row of a report that counts by day. */
public interface DayRow extends Row {
    /**
     * The day counted, as the instance assigns it (UTC unless it was set up otherwise).
     *
     * @return the day
     */
    LocalDate date();
}
