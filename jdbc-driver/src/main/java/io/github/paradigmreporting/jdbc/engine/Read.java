package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.WaitReason;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.store.DaysObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One range of days of a report that a statement reads, and how far it is. Safe for threads. */
final class Read implements DaysObserver {
    private final long id;
    private final ReportQuery<?> query;
    private final Clock clock;
    private final Instant started;
    private @Nullable Instant ended;
    private String status = "running";
    private @Nullable String problem;
    private long requests;
    private long requestedDays;
    private long bytes;
    private long keptDays;
    private long diskDays;
    private long sharedDays;
    private final HeldBack held;
    private final AtomicLong rows = new AtomicLong();

    Read(long id, ReportQuery<?> query, Clock clock) {
        this.id = id;
        this.query = query;
        this.clock = clock;
        this.held = new HeldBack(clock);
        this.started = clock.instant();
    }

    @Override
    public synchronized void requested(Window days) {
        requests++;
        requestedDays += days.days();
    }

    @Override
    public synchronized void kept(Window days) {
        keptDays += days.days();
    }

    @Override
    public synchronized void onDisk(Window days) {
        diskDays += days.days();
    }

    @Override
    public synchronized void shared(Window days) {
        sharedDays += days.days();
    }

    @Override
    public synchronized void waits(WaitReason why, Duration time) {
        if (ended == null && why != WaitReason.REQUESTS_AT_ONCE) {
            held.waits(time);
        }
    }

    @Override
    public synchronized void read(long more) {
        bytes += more;
    }

    /** Which days of which report. */
    @Override
    public String toString() {
        return query.report() + " " + query.window();
    }

    /** One more row; by the one thread that takes them. */
    void row() {
        rows.lazySet(rows.get() + 1);
    }

    /** Ends the read; only the first end counts. */
    synchronized void end(String how, @Nullable String why) {
        if (ended == null) {
            ended = clock.instant();
            status = how;
            problem = why;
        }
    }

    synchronized boolean isOver() {
        return ended != null;
    }

    /** As a row of {@code system.requests}. */
    synchronized List<@Nullable Object> cells() {
        Window days = query.window();
        Instant until = ended == null ? clock.instant() : ended;
        return Arrays.asList(
                id,
                query.report().name(),
                days.from(),
                days.to(),
                query.companies().isEmpty()
                        ? null
                        : query.companies().stream().map(String::valueOf).collect(Collectors.joining(",")),
                status,
                servedFrom(),
                requests,
                keptDays,
                diskDays,
                sharedDays,
                requestedDays,
                rows.get(),
                bytes,
                started,
                Duration.between(started, until).toMillis(),
                held.until(until).toMillis(),
                problem);
    }

    private @Nullable String servedFrom() {
        List<String> places = new ArrayList<>();
        if (keptDays > 0) {
            places.add("memory");
        }
        if (diskDays > 0) {
            places.add("disk");
        }
        if (requests > 0) {
            places.add("instance");
        }
        if (sharedDays > 0) {
            places.add("shared");
        }
        return places.isEmpty() ? null : String.join(", ", places);
    }
}
