package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.WaitReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the requests of one statement wait for besides their answers, as warnings. Thread-safe. */
final class Waits {
    private final Clock clock;
    private final HeldBack byBudget;
    private final HeldBack byInstance;
    private final Set<Read> heldBack = new LinkedHashSet<>();
    private @Nullable Instant ended;

    Waits(Clock clock) {
        this.clock = clock;
        this.byBudget = new HeldBack(clock);
        this.byInstance = new HeldBack(clock);
    }

    /** A request of a read is held back. Waits for answers are what a statement is expected to do, and attempts are bounded. */
    synchronized void begin(WaitReason why, Duration time, Read read) {
        if (ended != null) {
            return;
        }
        switch (why) {
            case REQUESTS_PER_MINUTE -> byBudget.waits(time);
            case RETRY_AFTER -> byInstance.waits(time);
            case REQUESTS_AT_ONCE, BACK_OFF -> {
                return;
            }
        }
        heldBack.add(read);
    }

    /** The statement is over; it does not sit out what it still waits for. */
    synchronized void end() {
        if (ended == null) {
            ended = clock.instant();
        }
    }

    /** The waits so far, a sentence per cause. */
    synchronized List<String> warnings(int requests, LocalDate today) {
        Instant now = ended == null ? clock.instant() : ended;
        List<String> all = new ArrayList<>();
        Duration budget = byBudget.until(now);
        if (!budget.isZero()) {
            all.add("the statement waited " + seconds(budget)
                    + " because as many requests as requestsPerMinute allows were"
                    + " sent within a minute; " + read(requests) + ". Add a condition such as date >= DATE '"
                    + today.minusMonths(1) + "', or raise requestsPerMinute if the instance allows it");
        }
        Duration instance = byInstance.until(now);
        if (!instance.isZero()) {
            all.add("the statement waited " + seconds(instance) + " because the instance demanded it by Retry-After; "
                    + read(requests) + ". Add a condition such as date >= DATE '" + today.minusMonths(1)
                    + "', or lower requestsPerMinute");
        }
        return all;
    }

    private String read(int requests) {
        return requests + " requests were sent by the statement, and it was reading "
                + String.join(", ", heldBack.stream().map(Read::toString).toList());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", Math.max(0.1, time.toMillis() / 1000.0));
    }
}
