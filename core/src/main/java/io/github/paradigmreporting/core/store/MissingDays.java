package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.function.Predicate;

/**
 * Chooses the days of the next request: those missing, and no others but a few kept ones between two missing ones where
 * that saves a request. A request thus begins and ends with a missing day.
 *
 * @param kept whether a day need not be asked for
 * @param awaited whether somebody else's request brings a day
 * @param usual most days in one request of a report of which nothing is known; as many are requested at once where no more
 *     are missing
 * @param most most days in one request
 * @param ends last days of the windows that the whole range would be split into if all were missing; the same for all
 *     who ask for the same range, so that they meet in the same requests
 */
record MissingDays(
        Predicate<LocalDate> kept, Predicate<LocalDate> awaited, int usual, int most, NavigableSet<LocalDate> ends) {
    /**
     * Most kept days asked for again to save a request. A request costs a round trip and one of those allowed per minute
     * (100 unless set otherwise), three days more of an answer cost next to nothing.
     */
    static final int SMALL_GAP = 3;

    /** The next request for a range that begins with a missing day. */
    Window next(Window left) {
        LocalDate first = left.from();
        int atOnce = Math.min(usual, most);
        Window missing = upTo(first, earlier(left.to(), first.plusDays(atOnce)));
        if (missing.days() <= atOnce) {
            return missing;
        }
        LocalDate end = ends.ceiling(first);
        return upTo(first, earlier(first.plusDays(most - 1L), end == null ? left.to() : end));
    }

    private Window upTo(LocalDate first, LocalDate last) {
        LocalDate end = first;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            long gap = ChronoUnit.DAYS.between(end, day);
            if (kept.test(day)) {
                if (gap > SMALL_GAP) {
                    break;
                }
            } else if (awaited.test(day)) {
                break;
            } else {
                end = day;
            }
        }
        return new Window(first, end);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
