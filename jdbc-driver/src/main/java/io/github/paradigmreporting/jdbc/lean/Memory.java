package io.github.paradigmreporting.jdbc.lean;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The memory of the rows that one statement holds back to sort, join, group or number them, as estimated. All statements of
 * the JVM together may take half of the heap; the one that needs more fails with SQLState 53200, before the heap is full.
 * To hold and to release is for the thread that runs the statement; {@link #close()} may come from any.
 */
public final class Memory implements AutoCloseable {
    /** What a statement takes of the share at once, so that few of its rows touch what all statements have in common. */
    private static final long STEP = 256 * 1024;

    static final Share OF_THE_JVM = new Share(Runtime.getRuntime().maxMemory() / 2);

    private final Share share = OF_THE_JVM;
    private long reserved;
    private long used;
    private boolean closed;

    /** Memory of a statement that begins. */
    public Memory() {}

    /** What the statements that have one in common may take together. Thread-safe. */
    static final class Share {
        private long limit;
        /** Weak, so that a statement that nobody closes counts only as long as its rows are there. */
        private final Set<Memory> holding = Collections.newSetFromMap(new WeakHashMap<>());

        Share(long limit) {
            this.limit = limit;
        }

        synchronized long limit() {
            return limit;
        }

        synchronized void setLimit(long bytes) {
            limit = bytes;
        }

        /** What all statements have reserved. */
        synchronized long reserved() {
            long sum = 0;
            for (Memory memory : holding) {
                sum += memory.reserved;
            }
            return sum;
        }

        private synchronized void reserve(Memory memory, long bytes) {
            if (memory.closed) {
                return;
            }
            if (reserved() + bytes > limit) {
                throw new ValueException(
                        ValueException.Kind.OUT_OF_MEMORY,
                        "the rows that statements hold back to sort, join, group or number them take more than "
                                + (limit >> 20) + " MiB, their share of the heap; ask for fewer days or columns, close"
                                + " statements that are not needed, or give the JVM more memory (-Xmx)");
            }
            memory.reserved += bytes;
            holding.add(memory);
        }

        private synchronized void release(Memory memory) {
            memory.closed = true;
            memory.reserved = 0;
            holding.remove(memory);
        }
    }

    /** The rows that one operator holds. */
    public Held held() {
        return new Held();
    }

    /** Gives everything back. */
    @Override
    public void close() {
        share.release(this);
    }

    private void add(long bytes) {
        used += bytes;
        if (used > reserved) {
            share.reserve(this, Math.max(STEP, used - reserved));
        }
    }

    /** The rows that one operator holds. */
    public final class Held implements AutoCloseable {
        private long bytes;

        private Held() {}

        /** What is held now. */
        long bytes() {
            return bytes;
        }

        /**
         * Counts a row.
         *
         * @param row the row
         * @throws ValueException when there is no memory for it
         */
        public void add(@Nullable Object[] row) {
            add(Memory.bytes(row));
        }

        /** Counts something else. */
        void add(long more) {
            bytes += more;
            Memory.this.add(more);
        }

        /**
         * A row that was added is no longer held.
         *
         * @param row the row
         */
        public void remove(@Nullable Object[] row) {
            long fewer = Memory.bytes(row);
            bytes -= fewer;
            used -= fewer;
        }

        /** None of the rows is held any longer; more than once does no harm. */
        @Override
        public void close() {
            used -= bytes;
            bytes = 0;
        }
    }

    /** About the bytes of a row in a list. */
    static long bytes(@Nullable Object[] row) {
        long bytes = 24 + 4L * row.length;
        for (Object value : row) {
            bytes += bytes(value);
        }
        return bytes;
    }

    /** About the bytes of a value; those that a JVM has once for all count nothing. */
    static long bytes(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return 0;
        }
        if (value instanceof String text) {
            return 40L + text.length();
        }
        if (value instanceof Long || value instanceof Double) {
            return 24;
        }
        if (value instanceof Integer) {
            return 16;
        }
        if (value instanceof List<?> list) {
            long bytes = 40 + 4L * list.size();
            for (Object element : list) {
                bytes += bytes(element);
            }
            return bytes;
        }
        return value instanceof byte[] binary ? 16 + binary.length : 72;
    }
}
