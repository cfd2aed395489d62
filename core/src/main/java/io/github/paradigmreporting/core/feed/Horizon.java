package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The calendar of one pass: the first day wanted, the last settled day, and today, in the instance's zone. */
record Horizon(LocalDate start, LocalDate lastSettled, LocalDate today) {

    static Horizon of(FeedOptions options, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, options.zone());
        LocalDate closing = LocalDate.ofInstant(now.minus(options.settleDelay()), options.zone());
        return new Horizon(options.start().resolve(today), closing.minusDays(options.lookBackDays() + 1L), today);
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

    /** The settled days of a window, if any. */
    @Nullable
    Window settledPart(Window days) {
        return window(days.from(), days.to().isBefore(lastSettled) ? days.to() : lastSettled);
    }

    private static @Nullable Window window(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? null : new Window(from, to);
    }
}
