package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.Nullable;

/**
 * A value computed of a row, of the class that generated code would use. Safe for threads.
 */
@FunctionalInterface
public interface Expression {
    /**
     * Computes it.
     *
     * @param row the row, not changed
     * @param run the run
     * @return the value, null for NULL
     */
    @Nullable
    Object of(@Nullable Object[] row, Run run);

    /**
     * Whether it is true, and neither false nor unknown.
     *
     * @param row the row
     * @param run the run
     * @return as a filter wants to know it
     */
    default boolean isTrue(@Nullable Object[] row, Run run) {
        return Boolean.TRUE.equals(of(row, run));
    }
}
