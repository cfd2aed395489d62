package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many days of a report are asked for at once where the usual number does not fit into memory: half as many after
 * each answer that was too large to be kept, twice as many after one that left room. Not safe for threads; the store
 * locks.
 */
final class WindowSizes {
    private final Map<Scope, Integer> mostDays = new HashMap<>();

    /** Whose days. */
    private record Scope(Report<?> report, @Nullable Long company) {}

    /** Most days to ask for at once. */
    int limit(Report<?> report, @Nullable Long company, int windowDays) {
        return Math.min(windowDays, mostDays.getOrDefault(new Scope(report, company), windowDays));
    }

    void tooLarge(Slot asked) {
        if (asked.report().grain() == Grain.DAY) {
            int half = (int) Math.max(1, asked.days().days() / 2);
            mostDays.merge(new Scope(asked.report(), asked.company()), half, Math::min);
        }
    }

    /** An answer came that would have fitted twice. */
    void leftRoom(Slot asked) {
        Window days = asked.days();
        mostDays.computeIfPresent(
                new Scope(asked.report(), asked.company()),
                (any, most) -> days.days() < most ? most : Math.multiplyExact(2, Math.min(most, 1 << 20)));
    }

    void clear() {
        mostDays.clear();
    }
}
