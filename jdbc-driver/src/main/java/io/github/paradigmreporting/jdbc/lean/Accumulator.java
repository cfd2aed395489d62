package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.Nullable;

/** The aggregate of a group, or of a window's frame, while its rows come. Not thread-safe. */
interface Accumulator {
    /** Takes a row. */
    void add(@Nullable Object[] row);

    /** Whether {@link #remove} gives exactly what the rest of the rows alone would give. */
    default boolean isRemovable() {
        return false;
    }

    /** Takes back a row that was added. */
    default void remove(@Nullable Object[] row) {
        throw new UnsupportedOperationException("rows cannot be removed from " + getClass());
    }

    /** About the bytes of the values that it holds, where it holds more the more rows come. */
    default long held() {
        return 0;
    }

    /** The aggregate of the rows so far; may be called any number of times. */
    @Nullable
    Object result();
}
