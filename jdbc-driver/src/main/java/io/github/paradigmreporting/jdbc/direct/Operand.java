package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.Execution;
import org.jspecify.annotations.Nullable;

/** What a column is compared with: one value in a run. */
sealed interface Operand {
    /** The value as a {@link io.github.paradigmreporting.jdbc.engine.RowCursor} gives such, null for no value. */
    @Nullable
    Object value(Execution execution);

    /** A literal. */
    record Constant(Object value) implements Operand {
        @Override
        public Object value(Execution execution) {
            return value;
        }
    }

    /** The parameter of a number from 0. */
    record Parameter(int index) implements Operand {
        @Override
        public @Nullable Object value(Execution execution) {
            return execution.parameter(index);
        }
    }

    /** The day of the run, and so much later. */
    record Today(long months, long days) implements Operand {
        @Override
        public Object value(Execution execution) {
            return (int) execution.today().plusMonths(months).plusDays(days).toEpochDay();
        }
    }
}
