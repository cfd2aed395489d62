package io.github.paradigmreporting.jdbc.lean;

import java.util.function.Supplier;

/** Makes rows. Holds nothing of a run; safe for threads. */
@FunctionalInterface
public interface Operator {
    /**
     * Decides, for a run, what is read; reads nothing yet.
     *
     * @param run the run
     * @return opens the rows, each time anew
     */
    Supplier<RowStream> bind(Run run);
}
