package io.github.paradigmreporting.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * DRF's throttle: at most so many requests per key in any 60 seconds; a refused one does not count. In real time, so
 * that it opens again under a clock that stands still. Safe for threads.
 */
final class Throttle {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(60);

    private final int most;
    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> taken = new HashMap<>();

    Throttle(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Counts a request, or says in how many seconds (rounded up) there is room for it; 0 when it may go ahead. */
    synchronized long secondsToWait(String key) {
        if (most == 0) {
            return 0;
        }
        long now = nanos.getAsLong();
        Deque<Long> times = taken.computeIfAbsent(key, first -> new ArrayDeque<>());
        while (!times.isEmpty() && now - times.getFirst() >= WINDOW) {
            times.removeFirst();
        }
        if (times.size() < most) {
            times.addLast(now);
            return 0;
        }
        long left = WINDOW - (now - times.getFirst());
        return (left + 999_999_999) / 1_000_000_000;
    }
}
