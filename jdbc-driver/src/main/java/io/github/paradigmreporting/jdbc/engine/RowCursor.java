package io.github.paradigmreporting.jdbc.engine;

import org.jspecify.annotations.Nullable;

/**
 * Rows of an answer, one at a time. A DATE is an {@link Integer} of days since 1970-01-01, a TIME an Integer and a
 * TIMESTAMP a {@link Long} of milliseconds, everything else its usual Java class. For one thread; {@link #close()} may
 * come from any.
 */
public interface RowCursor extends AutoCloseable {
    /**
     * Moves to the next row.
     *
     * @return false at the end
     */
    boolean next();

    /**
     * The current row; never changed afterwards.
     *
     * @return a value per column
     */
    @Nullable
    Object[] row();

    /** Stops reading. */
    @Override
    void close();
}
