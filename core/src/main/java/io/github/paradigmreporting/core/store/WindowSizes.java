package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many days of a report are requested at once, by what its answers were like. The usual number ({@code windowDays})
 * grows where answers are small and quick, because every request counts against {@code requestsPerMinute}; it is halved
 * where answers are too large to be kept, and where a request for more days than usual fails. Where even a week is too
 * large nothing can be kept anyway, and small windows would only cost requests: then the usual number holds. Not safe for
 * threads; the store locks.
 */
final class WindowSizes {
    /** No fewer days than this; the planner begins with as many. Answers of fewer days say nothing about more. */
    static final int LEAST = 7;

    /** A request for more days than usual is not expected to take longer. */
    static final Duration QUICK = Duration.ofSeconds(5);

    /** How many times as many days as an answer held may be requested because of it. */
    static final int GROWTH = 8;

    /** After so long a request that failed no longer says how many days are too many. */
    static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final int HOPELESS = Integer.MAX_VALUE;

    private final Map<Scope, Integer> mostDays = new HashMap<>();
    private final Map<Scope, Long> small = new HashMap<>();
    private final Map<Scope, Failed> failed = new HashMap<>();

    /** Whose days. */
    private record Scope(Report<?> report, @Nullable Long company) {
        static Scope of(Slot slot) {
            return new Scope(slot.report(), slot.company());
        }
    }

    /** Days that are not too many, as a failure has shown. */
    private record Failed(int days, Instant at) {
        boolean counts(Instant now) {
            return now.isBefore(at.plus(FORGOTTEN));
        }
    }

    /** Most days to request at once; more than usual only for answers that are known to be small and quick. */
    int limit(Report<?> report, @Nullable Long company, int usual, int longest, Instant now) {
        Scope scope = new Scope(report, company);
        long most = Math.max(usual, Math.min(longest, small.getOrDefault(scope, 0L)));
        Failed failure = failed.get(scope);
        if (failure != null && failure.counts(now)) {
            most = Math.max(usual, Math.min(most, failure.days()));
        }
        return (int) Math.min(most, mostDays.getOrDefault(scope, HOPELESS));
    }

    void tooLarge(Slot asked) {
        if (asked.report().grain() == Grain.WINDOW) {
            return;
        }
        Scope scope = Scope.of(asked);
        small.remove(scope);
        long days = asked.days().days();
        if (days <= LEAST) {
            mostDays.put(scope, HOPELESS);
        } else {
            int half = (int) Math.max(LEAST, days / 2);
            mostDays.merge(scope, half, (most, fewer) -> most == HOPELESS ? most : Math.min(most, fewer));
        }
    }

    /** A request for more days than usual failed, perhaps for their number. */
    void failed(Slot asked, Instant now) {
        int half = (int) (asked.days().days() / 2);
        failed.merge(
                Scope.of(asked),
                new Failed(half, now),
                (before, next) -> before.counts(now) && before.days() < half ? before : next);
    }

    /**
     * An answer came that is kept.
     *
     * @param bytes memory it takes
     * @param roomy memory that it takes at most where twice as many days could be kept as well
     * @param took how long the instance took for it
     */
    void answered(Slot asked, long bytes, long roomy, Duration took) {
        long days = asked.days().days();
        if (bytes <= roomy) {
            leftRoom(asked);
        }
        if (days < LEAST || asked.report().grain() == Grain.WINDOW) {
            return;
        }
        long bySize = days * roomy / Math.max(1, bytes);
        long byTime = days * QUICK.toNanos() / Math.max(1, took.toNanos());
        long grown = Math.min(GROWTH * days, Math.min(bySize, byTime));
        // The size of a day is known, so that it may also show that fewer days must be requested. What a short answer
        // took is
        // mostly no matter of its days.
        long most = took.compareTo(QUICK) > 0 ? Math.min(bySize, byTime) : bySize;
        small.merge(Scope.of(asked), Math.min(grown, most), (before, now) -> Math.min(most, Math.max(before, now)));
    }

    /** An answer came that would have fitted twice. */
    private void leftRoom(Slot asked) {
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
        small.clear();
        failed.clear();
    }
}
