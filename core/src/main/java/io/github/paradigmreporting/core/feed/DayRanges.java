package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of days as ranges that neither overlap nor touch, ascending. Immutable. */
record DayRanges(List<Window> ranges) {
    static final DayRanges NONE = new DayRanges(List.of());

    boolean contains(LocalDate day) {
        // The newest range is the one asked about, as a rule.
        for (int i = ranges.size() - 1; i >= 0; i--) {
            Window range = ranges.get(i);
            if (!day.isBefore(range.from())) {
                return !day.isAfter(range.to());
            }
        }
        return false;
    }

    DayRanges plus(@Nullable Window days) {
        if (days == null) {
            return this;
        }
        List<Window> result = new ArrayList<>(ranges.size() + 1);
        Window merged = days;
        for (Window range : ranges) {
            if (range.to().plusDays(1).isBefore(merged.from())) {
                result.add(range);
            } else if (merged.to().plusDays(1).isBefore(range.from())) {
                result.add(merged);
                merged = range;
            } else {
                merged = new Window(earlier(merged.from(), range.from()), later(merged.to(), range.to()));
            }
        }
        result.add(merged);
        return new DayRanges(List.copyOf(result));
    }

    /** Those in a window. */
    DayRanges within(Window days) {
        List<Window> result = new ArrayList<>();
        for (Window range : ranges) {
            LocalDate from = later(range.from(), days.from());
            LocalDate to = earlier(range.to(), days.to());
            if (!to.isBefore(from)) {
                result.add(new Window(from, to));
            }
        }
        return new DayRanges(List.copyOf(result));
    }

    /** Those outside a window. */
    DayRanges without(Window days) {
        List<Window> result = new ArrayList<>();
        for (Window range : ranges) {
            result.addAll(new DayRanges(List.of(days)).missing(range));
        }
        return new DayRanges(List.copyOf(result));
    }

    /** Those before a day. */
    DayRanges before(LocalDate day) {
        List<Window> result = new ArrayList<>(ranges.size());
        for (Window range : ranges) {
            if (range.from().isBefore(day)) {
                result.add(range.to().isBefore(day) ? range : new Window(range.from(), day.minusDays(1)));
            }
        }
        return new DayRanges(List.copyOf(result));
    }

    DayRanges plus(DayRanges other) {
        DayRanges sum = this;
        for (Window range : other.ranges) {
            sum = sum.plus(range);
        }
        return sum;
    }

    /** The days of a window that are not in this set, ascending. */
    List<Window> missing(@Nullable Window in) {
        List<Window> missing = new ArrayList<>();
        if (in == null) {
            return missing;
        }
        LocalDate next = in.from();
        for (Window range : ranges) {
            if (range.to().isBefore(next)) {
                continue;
            }
            if (range.from().isAfter(in.to())) {
                break;
            }
            if (range.from().isAfter(next)) {
                missing.add(new Window(next, range.from().minusDays(1)));
            }
            next = range.to().plusDays(1);
        }
        if (!next.isAfter(in.to())) {
            missing.add(new Window(next, in.to()));
        }
        return missing;
    }

    @Nullable
    Window newest() {
        return ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
