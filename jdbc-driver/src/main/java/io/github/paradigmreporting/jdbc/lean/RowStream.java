package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.Nullable;

/** Rows, one at a time, once. For one thread. A row is never changed after it is given. */
public interface RowStream extends AutoCloseable {
    /**
     * The next row.
     *
     * @return a value per column; null at the end
     */
    @Nullable
    Object @Nullable [] next();

    /** Stops reading; more than once does no harm. */
    @Override
    default void close() {}
}
