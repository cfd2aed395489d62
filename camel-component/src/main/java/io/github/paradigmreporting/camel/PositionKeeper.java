package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The position that completed messages have reached, saved now and then: after so many steps, after so long, and when there
 * is nothing left to wait for. Safe for threads.
 *
 * @param <R> the row type
 */
final class PositionKeeper<R extends Row> {
    private static final Logger LOG = LoggerFactory.getLogger(PositionKeeper.class);

    private final StateRepository<String, String> repository;
    private final String key;
    private final int every;
    private final long intervalNanos;
    private final Positions<R> reached;
    private int unsaved;
    private long savedAt = System.nanoTime();
    private boolean closed;
    private @Nullable RuntimeException failure;

    PositionKeeper(
            Report<R> report, StateRepository<String, String> repository, String key, int every, Duration interval) {
        this.repository = repository;
        this.key = key;
        this.every = every;
        this.intervalNanos = interval.toNanos();
        this.reached = Positions.decode(report, repository.getState(key));
    }

    /** A copy of what has been reached. */
    synchronized Positions<R> reached() {
        return reached.copy();
    }

    /** The newest day that is settled for every company seen, or null. */
    synchronized @Nullable LocalDate watermark() {
        return reached.watermark();
    }

    /** A step is done and all before it. */
    synchronized void reach(Position<R> position) {
        reached.move(position);
        unsaved++;
    }

    /** Goes back to before a day, and saves that. */
    synchronized void rewind(LocalDate day) {
        reached.rewind(day);
        unsaved++;
        save();
    }

    /** After a message: saves when it is time. A failure is kept for {@link #save}, since nobody waits for this one. */
    synchronized void saveIfDue(boolean nothingInFlight) {
        boolean due = nothingInFlight || unsaved >= every || System.nanoTime() - savedAt >= intervalNanos;
        if (due && failure == null) {
            try {
                save();
            } catch (RuntimeException e) {
                failure = e;
                LOG.warn("position {} could not be saved; the next poll tries again before it sends anything", key, e);
            }
        }
    }

    /**
     * Saves what is not saved.
     *
     * @throws RuntimeException what the repository throws; nothing should be sent until this succeeds
     */
    synchronized void save() {
        if (unsaved > 0 && !closed) {
            repository.setState(key, reached.encode());
            unsaved = 0;
            savedAt = System.nanoTime();
            failure = null;
        }
    }

    /** Saves, and ignores what is reached afterwards: another consumer may go on from here. */
    synchronized void close() {
        try {
            save();
        } finally {
            closed = true;
        }
    }
}
