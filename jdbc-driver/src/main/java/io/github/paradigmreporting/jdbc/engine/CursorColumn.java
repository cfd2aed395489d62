package io.github.paradigmreporting.jdbc.engine;

import org.jspecify.annotations.Nullable;

/** One column of a {@link RowCursor}. Found once for an answer, then asked row after row. */
@FunctionalInterface
public interface CursorColumn {
    /**
     * The column's value in the current row.
     *
     * @return the value, as {@link RowCursor} describes values
     */
    @Nullable
    Object value();
}
