package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many days of a report are asked for at once where the usual number is too large to be kept: half as many after each
 * answer that was too large, twice as many after one that left room. Where even a week is too large nothing can be kept
 * anyway, and small windows would only cost requests: then the usual number holds. Not safe for threads; the store locks.
 */
final class WindowSizes {
    /** No fewer days than this; the planner begins with as many. */
    static final int LEAST = 7;

    private static final int HOPELESS = Integer.MAX_VALUE;

    private final Map<Scope, Integer> mostDays = new HashMap<>();

    /** Whose days. */
    private record Scope(Report<?> report, @Nullable Long company) {
        static Scope of(Slot slot) {
            return new Scope(slot.report(), slot.company());
        }
    }

    /** Most days to ask for at once. */
    int limit(Report<?> report, @Nullable Long company, int windowDays) {
        return Math.min(windowDays, mostDays.getOrDefault(new Scope(report, company), HOPELESS));
    }

    void tooLarge(Slot asked) {
        if (asked.report().grain() == Grain.WINDOW) {
            return;
        }
        long days = asked.days().days();
        if (days <= LEAST) {
            mostDays.put(Scope.of(asked), HOPELESS);
        } else {
            int half = (int) Math.max(LEAST, days / 2);
            mostDays.merge(Scope.of(asked), half, (most, fewer) -> most == HOPELESS ? most : Math.min(most, fewer));
        }
    }

    /** An answer came that would have fitted twice. */
    void leftRoom(Slot asked) {
        long days = asked.days().days();
        mostDays.computeIfPresent(Scope.of(asked), (any, most) -> {
            if (most == HOPELESS) {
                return days < LEAST ? most : null;
            }
            return days < most ? most : Integer.valueOf((int) Math.min(2 * days, HOPELESS - 1L));
        });
    }

    void clear() {
        mostDays.clear();
    }
}
