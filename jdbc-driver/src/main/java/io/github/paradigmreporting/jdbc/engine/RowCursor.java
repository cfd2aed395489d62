package io.github.paradigmreporting.jdbc.engine;

import org.jspecify.annotations.Nullable;

/**
 * Rows of an answer, one at a time. A DATE is an {@link Integer} of days since 1970-01-01, a TIME an Integer and a
 * TIMESTAMP a {@link Long} of milliseconds, everything else its usual Java class. Whoever looks at single values asks the
 * columns, so that a value nobody wants costs nothing; whoever keeps rows asks for the row. For one thread; {@link
 * #close()} may come from any.
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

    /**
     * One of the columns, for all rows to come.
     *
     * @param index number of the column from 0
     * @return the column; it has a value while there is a current row
     */
    default CursorColumn column(int index) {
        return new OfRow(this, index);
    }

    /** Stops reading. */
    @Override
    void close();

    /**
     * A column of a cursor that has its rows as arrays.
     *
     * @param cursor the cursor
     * @param index number of the column from 0
     */
    record OfRow(RowCursor cursor, int index) implements CursorColumn {
        @Override
        public @Nullable Object value() {
            return cursor.row()[index];
        }
    }
}
