package io.github.paradigmreporting.jdbc.engine;

import java.util.List;

/** A query that is ready to run, any number of times and from any thread. */
public interface PlannedQuery {
    /**
     * The columns of the answer.
     *
     * @return in order
     */
    List<ResultColumn> columns();

    /**
     * The parameters, as columns without a name.
     *
     * @return in order
     */
    List<ResultColumn> parameters();

    /**
     * Whether the statement says of what type a parameter is.
     *
     * @param parameter number from 0
     * @return false for one that may be anything, as in {@code SELECT ?}
     */
    default boolean isTyped(int parameter) {
        return true;
    }

    /**
     * Whether the query can run as it is.
     *
     * @return false when it needs a plan for the types of its parameters' values first, and its columns are not known
     */
    default boolean isPlanned() {
        return true;
    }

    /**
     * Starts to run. What is read is decided here; a request is sent when the first row is asked for. Closing the rows
     * leaves the execution to whoever made it.
     *
     * @param execution parameters, rows, limits and the wish to stop
     * @return the rows, to be closed
     */
    RowCursor execute(Execution execution);
}
