package io.github.paradigmreporting.jdbc.lean;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A function over the rows of a window. Holds nothing of a run; thread-safe. */
@FunctionalInterface
interface WindowFunction {
    /**
     * The values of the rows of a partition.
     *
     * @return the value of the row of a number; called once for each row, in order
     */
    IntFunction<@Nullable Object> over(Partition partition, Run run);
}
