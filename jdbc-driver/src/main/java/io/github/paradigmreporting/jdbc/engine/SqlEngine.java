package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns SQL into plans. A plan depends on no connection. Safe for threads. */
public interface SqlEngine {
    /**
     * The engine that plans with Calcite, one per catalog for the JVM; loaded at the first call.
     *
     * @param catalog the tables there are
     * @return the engine
     */
    static SqlEngine calcite(Catalog catalog) {
        return CalciteEngine.of(catalog);
    }

    /**
     * Plans a query. Sends nothing.
     *
     * @param sql the statement
     * @return the plan
     * @throws SQLException with a SQLState: 42xxx for a statement that cannot be understood, 25006 for one that writes
     */
    default PlannedQuery plan(@Nullable String sql) throws SQLException {
        return plan(sql, new Cancellation());
    }

    /**
     * Plans a query, unless it is cancelled. Sends nothing.
     *
     * @param sql the statement
     * @param cancellation ends the planning soon, with a {@link
     *     io.github.paradigmreporting.core.error.CancelledException}
     * @return the plan
     * @throws SQLException as {@link #plan(String)} does
     */
    PlannedQuery plan(@Nullable String sql, Cancellation cancellation) throws SQLException;

    /**
     * Plans a query whose parameters are of certain types.
     *
     * @param sql the statement
     * @param types the types of the parameters, null for one that the statement itself tells the type of
     * @param cancellation ends the planning soon
     * @return the plan
     * @throws SQLException as {@link #plan(String)} does
     */
    PlannedQuery plan(String sql, List<@Nullable ParameterType> types, Cancellation cancellation) throws SQLException;

    /**
     * Plans a query as a view.
     *
     * @param name name of the view
     * @param sql its query
     * @param remarks what a row is
     * @return the view as a table
     * @throws SQLException as {@link #plan(String)} does, and when a column is of a type that tables do not have
     */
    SqlTable view(String name, String sql, String remarks) throws SQLException;
}
