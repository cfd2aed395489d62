package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of one pass: the first day wanted, the last settled day, today, and the first day whose rows are remembered,
 * all in the instance's zone.
 */
record Horizon(LocalDate start, LocalDate lastSettled, LocalDate today, LocalDate keptFrom) {
    /** Only rows that may still change are remembered. */
    Horizon(LocalDate start, LocalDate lastSettled, LocalDate today) {
        this(start, lastSettled, today, lastSettled.plusDays(1));
    }

    static Horizon of(FeedOptions options, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, options.zone());
        LocalDate closing = LocalDate.ofInstant(now.minus(options.settleDelay()), options.zone());
        LocalDate firstOpen = closing.minusDays(options.lookBackDays());
        LocalDate firstRechecked = closing.minusDays(options.recheckDays());
        return new Horizon(
                options.start().resolve(today),
                firstOpen.minusDays(1),
                today,
                firstRechecked.isBefore(firstOpen) ? firstRechecked : firstOpen);
    }

    boolean isSettled(LocalDate day) {
        return !day.isAfter(lastSettled);
    }

    /** All days wanted; null while the start lies in the future. */
    @Nullable
    Window all() {
        return window(start, today);
    }

    /** The settled days wanted, if any. */
    @Nullable
    Window history() {
        return window(start, lastSettled);
    }

    /** The days wanted that may still change, if any. */
    @Nullable
    Window open() {
        LocalDate first = lastSettled.plusDays(1);
        return window(first.isBefore(start) ? start : first, today);
    }

    /** The settled days wanted whose rows are remembered, if any. */
    @Nullable
    Window kept() {
        return window(keptFrom.isBefore(start) ? start : keptFrom, lastSettled);
    }

    /** Whether the rows of a day are remembered. */
    boolean keeps(LocalDate day) {
        return !day.isBefore(keptFrom);
    }

    /** The settled days of a window, if any. */
    @Nullable
    Window settledPart(Window days) {
        return window(days.from(), days.to().isBefore(lastSettled) ? days.to() : lastSettled);
    }

    private static @Nullable Window window(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? null : new Window(from, to);
    }
}
