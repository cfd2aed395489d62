package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.ReportQuery;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statements read of the reports: those that run, and the last thousand. One for everybody with the same address and
 * key in a JVM. Safe for threads.
 */
public final class ReadLog {
    private static final int MOST = 1_000;

    private final Deque<Read> reads = new ArrayDeque<>();
    private long last;

    /** A log of nothing. */
    public ReadLog() {}

    synchronized Read begin(ReportQuery<?> query, Clock clock) {
        Read read = new Read(++last, query, clock);
        reads.addLast(read);
        if (reads.size() > MOST) {
            // The oldest that has ended; those that run are few.
            reads.stream().filter(Read::isOver).findFirst().ifPresent(reads::remove);
        }
        return read;
    }

    /**
     * The reads as rows of {@code system.requests}.
     *
     * @return oldest first
     */
    public List<List<@Nullable Object>> rows() {
        List<Read> all;
        synchronized (this) {
            all = new ArrayList<>(reads);
        }
        return all.stream().map(Read::cells).toList();
    }
}
