package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was understood.
 *
 * @param table what it reads; null for one row of values
 * @param items the columns of the answer; the count of the rows when it counts
 * @param counts whether it counts rows instead of giving them
 * @param condition what a row must fulfil
 * @param order in which order they come
 * @param offset rows left out
 * @param limit most rows; {@code Long.MAX_VALUE} for all
 * @param parameters the parameters
 */
record Select(
        @Nullable SqlTable table,
        List<Item> items,
        boolean counts,
        Condition condition,
        List<Order> order,
        long offset,
        long limit,
        List<ResultColumn> parameters) {}
