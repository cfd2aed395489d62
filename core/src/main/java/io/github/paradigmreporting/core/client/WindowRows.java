package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.ReportingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one request, read ahead by a thread of their own into a buffer of bounded size. An answer that fits into the
 * buffer is handed on when it is whole, or not at all. Of a longer one rows are handed on as they come, and the thread
 * waits for the taker while the buffer is full, so that any answer passes through constant memory; when such an answer
 * turns out to be damaged, the rows before the damage have been handed on.
 *
 * @param <R> the row type
 */
public final class WindowRows<R> implements Rows<R> {
    private final long bufferBytes;
    private final Cancellation cancellation = new Cancellation();
    private final Deque<Chunk<R>> chunks = new ArrayDeque<>();
    private long buffered;
    private boolean full;
    private boolean complete;
    private List<SiblingRows<?>> siblings = List.of();
    private @Nullable RuntimeException failure;
    private List<R> taking = List.of();
    private int position;

    WindowRows(long bufferBytes) {
        this.bufferBytes = bufferBytes;
    }

    /** Rows that came together, with the bytes they were on the wire. */
    private record Chunk<R>(List<R> rows, long bytes) {}

    Cancellation cancellation() {
        return cancellation;
    }

    /** Hands rows to the taker; waits while the buffer is full and answers how long, in nanoseconds. */
    synchronized long put(List<R> rows, long bytes) throws InterruptedException {
        long waited = 0;
        while (buffered + bytes > bufferBytes && buffered > 0 && !cancellation.isCancelled()) {
            full = true;
            notifyAll();
            long start = Time.SYSTEM.nanos();
            wait();
            waited += Time.SYSTEM.nanos() - start;
        }
        cancellation.throwIfCancelled();
        chunks.addLast(new Chunk<>(rows, bytes));
        buffered += bytes;
        notifyAll();
        return waited;
    }

    /**
     * Drops what was read, for another attempt to begin from the start.
     *
     * @return false when rows may have been handed on; then nothing is dropped
     */
    synchronized boolean restart() {
        if (full) {
            return false;
        }
        chunks.clear();
        buffered = 0;
        return true;
    }

    synchronized void complete(List<SiblingRows<?>> besides) {
        complete = true;
        siblings = besides;
        notifyAll();
    }

    synchronized void fail(RuntimeException why) {
        failure = why;
        notifyAll();
    }

    /**
     * Waits until either the whole window is in the buffer or the buffer is full.
     *
     * @return all rows when the whole window is there, or null when it is larger than the buffer; nothing is taken
     * @throws ReportingException when the window cannot be read, or when it was closed meanwhile
     */
    public synchronized @Nullable List<R> awaitBuffered() {
        while (!complete && !full && failure == null) {
            cancellation.throwIfCancelled();
            await();
        }
        if (failure != null) {
            throw failure;
        }
        if (!complete || full) {
            return null;
        }
        List<R> all = new ArrayList<>();
        chunks.forEach(chunk -> all.addAll(chunk.rows()));
        return all;
    }

    /**
     * What the answer held of other reports, where that was wanted; to be asked when all rows are there.
     *
     * @return whole answers only
     */
    public synchronized List<SiblingRows<?>> siblings() {
        return siblings;
    }

    @Override
    public boolean hasNext() {
        while (position == taking.size()) {
            List<R> next = nextChunk();
            if (next == null) {
                return false;
            }
            taking = next;
            position = 0;
        }
        return true;
    }

    private synchronized @Nullable List<R> nextChunk() {
        while (true) {
            cancellation.throwIfCancelled();
            Chunk<R> chunk = complete || full ? chunks.pollFirst() : null;
            if (chunk != null) {
                buffered -= chunk.bytes();
                notifyAll();
                return chunk.rows();
            }
            // What was read before the failure comes first: its rows are good.
            if (failure != null) {
                throw failure;
            }
            if (complete) {
                return null;
            }
            await();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // The loops are the callers'.
    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new io.github.paradigmreporting.core.error.CancelledException(
                    "interrupted while waiting for rows", e);
        }
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return taking.get(position++);
    }

    @Override
    public void close() {
        cancellation.cancel();
        synchronized (this) {
            notifyAll();
        }
    }
}
