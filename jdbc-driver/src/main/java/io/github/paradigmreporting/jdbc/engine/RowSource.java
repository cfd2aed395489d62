package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.store.DaysObserver;

/** Where the rows of a report come from. The only door from SQL to the instance. */
@FunctionalInterface
public interface RowSource {
    /**
     * The rows a query asks for; nothing is sent before the first is taken.
     *
     * @param query what is asked
     * @param cancellation ends the rows
     * @param observer is told where days come from, and may refuse a request
     * @return the rows, to be closed
     * @param <R> the row type
     */
    <R extends Row> Rows<R> rows(ReportQuery<R> query, Cancellation cancellation, DaysObserver observer);
}
