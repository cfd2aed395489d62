package io.github.paradigmreporting.core.client;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of one request, both ends included.
 *
 * @param from first day
 * @param to last day, not before the first
 */
public record Window(LocalDate from, LocalDate to) {
    /** Refuses an end before the start. */
    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window cannot end (" + to + ") before it starts (" + from + ")");
        }
    }

    /**
     * How many days it has.
     *
     * @return at least 1
     */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /**
     * Whether a day lies in it.
     *
     * @param day the day
     * @return true from the first to the last day
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public String toString() {
        return from.equals(to) ? from.toString() : from + ".." + to;
    }
}
