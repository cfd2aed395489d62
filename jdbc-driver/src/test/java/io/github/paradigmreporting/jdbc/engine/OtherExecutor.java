package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.table.Catalog;
import java.sql.SQLException;

/** Plans a statement in another way than the driver does: the one place to change when executors do. */
public final class OtherExecutor {
    private OtherExecutor() {}

    /**
     * A plan of the tree as it is: no rewriting of sub-queries, no push-down, never the tier without a SQL engine.
     *
     * @param sql the statement
     * @return the plan
     * @throws SQLException when the statement is wrong
     */
    public static PlannedQuery plan(String sql) throws SQLException {
        return CalciteEngine.of(Catalog.BUILT_IN).plan(sql, true, new Cancellation());
    }
}
