package io.github.paradigmreporting.jdbc.lean;

/** A JVM whose statements may hold back few rows, until it is closed. */
public final class SmallMemory implements AutoCloseable {
    private final long before = Memory.OF_THE_JVM.limit();

    private SmallMemory(long bytes) {
        Memory.OF_THE_JVM.setLimit(bytes);
    }

    /** All statements together may hold back so many bytes. */
    public static SmallMemory of(long bytes) {
        return new SmallMemory(bytes);
    }

    /** What statements have reserved now. */
    public static long reserved() {
        return Memory.OF_THE_JVM.reserved();
    }

    @Override
    public void close() {
        Memory.OF_THE_JVM.setLimit(before);
    }
}
