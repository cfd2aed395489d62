package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.Nullable;

/** The aggregate of one group while its rows come. For one thread. */
interface Accumulator {
    /** Takes a row. */
    void add(@Nullable Object[] row);

    /** The aggregate of the rows so far. */
    @Nullable
    Object result();
}
