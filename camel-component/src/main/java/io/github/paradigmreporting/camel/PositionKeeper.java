package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The position that completed messages have reached, saved now and then: after so many messages, after so long, and when
 * there is nothing left to wait for. Safe for threads.
 *
 * @param <R> the row type
 */
final class PositionKeeper<R extends Row> {
    private static final Logger LOG = LoggerFactory.getLogger(PositionKeeper.class);

    /**
     * Shortest time between two waits for the disk while messages are being completed. A slow route waits with each save; in
     * a fast one, a power failure, and nothing less, costs what was done in this time.
     */
    private static final long FORCE_NANOS = Duration.ofMillis(100).toNanos();

    private final PositionStore<R> store;
    private final String key;
    private final int every;
    private final long intervalNanos;
    private final LongSupplier nanos;
    private final Positions<R> reached;
    private final Steps<R> unsaved = new Steps<>();
    private int messages;
    private long savedAt;
    private long forcedAt;
    private boolean forced = true;
    private boolean rewound;
    private boolean closed;
    private @Nullable Throwable failure;

    PositionKeeper(PositionStore<R> store, String key, int every, Duration interval) {
        this(store, key, every, interval, System::nanoTime);
    }

    /** For tests: another measure of time than the system's. */
    PositionKeeper(PositionStore<R> store, String key, int every, Duration interval, LongSupplier nanos) {
        this.store = store;
        this.key = key;
        this.every = every;
        this.intervalNanos = interval.toNanos();
        this.nanos = nanos;
        this.savedAt = nanos.getAsLong();
        this.forcedAt = savedAt - FORCE_NANOS;
        this.reached = store.read();
    }

    /**
     * Begins to count rounds where none was ever counted, and saves that: from the time of day, so that a position that is begun
     * anew gives no revision of the one before.
     */
    synchronized void countRoundsFrom(Instant now) {
        if (reached.round() == 0) {
            reached.endRound(now.getEpochSecond());
            rewound = true;
            save();
        }
    }

    /** What the last save failed with, until one succeeds; null when it did not. */
    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** A copy of what has been reached. */
    synchronized Positions<R> reached() {
        return reached.copy();
    }

    /** The newest day that is settled for every company seen, or null. */
    synchronized @Nullable LocalDate watermark() {
        return reached.watermark();
    }

    /** A message is done and all before it. */
    synchronized void reach(List<Position<R>> positions) {
        for (Position<R> position : positions) {
            reached.move(position);
            unsaved.add(position);
        }
        messages++;
    }

    /** Goes back to before a day, and saves that. */
    synchronized void rewind(LocalDate day) {
        reached.rewind(day);
        unsaved.clear();
        rewound = true;
        save();
    }

    /** After a message: saves when it is time. A failure is kept for {@link #save}, since nobody waits for this one. */
    synchronized void saveIfDue(boolean nothingInFlight) {
        long now = nanos.getAsLong();
        boolean due = nothingInFlight || messages >= every || now - savedAt >= intervalNanos;
        if (due && failure == null) {
            try {
                write(now);
                if (nothingInFlight || now - forcedAt >= FORCE_NANOS) {
                    force();
                }
            } catch (RuntimeException | Error e) {
                failure = e;
                LOG.warn("position {} could not be saved; the next poll tries again before it sends anything", key, e);
            }
        }
    }

    /**
     * Saves what is not saved, and waits for the disk.
     *
     * @throws RuntimeException what the repository throws; nothing should be sent until this succeeds
     */
    synchronized void save() {
        write(nanos.getAsLong());
        force();
    }

    private void write(long now) {
        if (closed || (unsaved.isEmpty() && !rewound)) {
            return;
        }
        if (rewound) {
            store.replace(reached);
        } else {
            store.save(unsaved, reached);
        }
        rewound = false;
        unsaved.clear();
        messages = 0;
        savedAt = now;
        forced = false;
    }

    private void force() {
        if (!forced && !closed) {
            store.force(reached);
            forced = true;
            forcedAt = nanos.getAsLong();
        }
        failure = null;
    }

    /** Saves, and ignores what is reached afterwards: another consumer may go on from here. */
    synchronized void close() {
        try {
            save();
        } finally {
            closed = true;
            store.close();
        }
    }
}
