package io.github.paradigmreporting.jdbc.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns SQL into plans. A plan depends on no connection. Safe for threads. */
public interface SqlEngine {
    /**
     * The engine that plans with Calcite, one for the JVM; loaded at the first call.
     *
     * @return the engine
     */
    static SqlEngine calcite() {
        return CalciteEngine.INSTANCE;
    }

    /**
     * Plans a query. Sends nothing.
     *
     * @param sql the statement
     * @return the plan
     * @throws SQLException with a SQLState: 42xxx for a statement that cannot be understood, 25006 for one that writes
     */
    PlannedQuery plan(@Nullable String sql) throws SQLException;
}
