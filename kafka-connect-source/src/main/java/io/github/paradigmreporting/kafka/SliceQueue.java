package io.github.paradigmreporting.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the fetching threads have ready for Connect's thread: slices in order, bounded by records and by bytes. A slice
 * that is larger than a bound is let in alone. Safe for threads.
 */
final class SliceQueue {
    private final int maxRecords;
    private final long maxBytes;
    private final Deque<Slice> slices = new ArrayDeque<>();
    private int records;
    private long bytes;
    private boolean closed;
    private @Nullable ConnectException failure;

    SliceQueue(int maxRecords, long maxBytes) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds a slice; waits while there is no room.
     *
     * @return false when the queue was closed, and the slice is lost
     */
    synchronized boolean put(Slice slice) throws InterruptedException {
        while (!closed && !fits(slice)) {
            wait();
        }
        if (closed) {
            return false;
        }
        slices.addLast(slice);
        records += slice.records().size();
        bytes += slice.bytes();
        notifyAll();
        return true;
    }

    /** Adds a slice before any other, whatever its size. */
    synchronized void putFirst(Slice slice) {
        slices.addFirst(slice);
        records += slice.records().size();
        bytes += slice.bytes();
        notifyAll();
    }

    /** Makes {@link #take} throw once it has handed out what came before; the first failure counts. */
    synchronized void fail(ConnectException why) {
        if (failure == null) {
            failure = why;
        }
        notifyAll();
    }

    /**
     * Takes whole slices until a number of records is reached; waits a while for the first.
     *
     * @return the records, or null when none came in time or the queue is closed
     * @throws ConnectException the failure, when nothing is left before it
     */
    synchronized @Nullable List<SourceRecord> take(int enough, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (slices.isEmpty() && failure == null && !closed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        if (closed) {
            return null;
        }
        if (slices.isEmpty() && failure != null) {
            throw failure;
        }
        return drain(enough);
    }

    private List<SourceRecord> drain(int enough) {
        List<SourceRecord> batch = new ArrayList<>();
        while (!slices.isEmpty()
                && (batch.isEmpty()
                        || batch.size() + slices.getFirst().records().size() <= enough)) {
            Slice slice = slices.removeFirst();
            records -= slice.records().size();
            bytes -= slice.bytes();
            batch.addAll(slice.records());
        }
        notifyAll();
        return batch;
    }

    /** Ends every wait and drops what is left: it was not handed over, so the next start fetches it again. */
    synchronized void close() {
        closed = true;
        slices.clear();
        records = 0;
        bytes = 0;
        notifyAll();
    }

    /** How many records wait. */
    synchronized int records() {
        return records;
    }

    /** How many bytes wait, estimated. */
    synchronized long bytes() {
        return bytes;
    }

    private boolean fits(Slice slice) {
        return slices.isEmpty()
                || (records + slice.records().size() <= maxRecords && bytes + slice.bytes() <= maxBytes);
    }
}
