package io.github.paradigmreporting.core.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a long range into the days of single requests. The first window is a week and each next one twice as long up to
 * a maximum, so that the first row comes soon and a year still takes few requests.
 */
public final class WindowPlanner {
    private static final int FIRST_DAYS = 7;

    private final int maxDays;

    /**
     * A planner.
     *
     * @param maxDays most days in a window
     */
    public WindowPlanner(int maxDays) {
        this.maxDays = maxDays;
    }

    /**
     * Windows that cover a range: ascending, touching, none longer than the maximum.
     *
     * @param range the days to cover
     * @return the windows, oldest first
     */
    public List<Window> split(Window range) {
        List<Window> windows = new ArrayList<>();
        LocalDate from = range.from();
        int days = range.days() <= maxDays ? maxDays : Math.min(FIRST_DAYS, maxDays);
        while (!from.isAfter(range.to())) {
            LocalDate end = from.plusDays(days - 1L);
            LocalDate to = end.isAfter(range.to()) ? range.to() : end;
            windows.add(new Window(from, to));
            from = to.plusDays(1);
            days = Math.min(2 * days, maxDays);
        }
        return windows;
    }
}
