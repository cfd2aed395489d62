package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.SQLException;
import org.apache.calcite.avatica.AvaticaConnection;

/** What statements refuse, plain and prepared ones alike. */
final class StatementFaults {
    private StatementFaults() {}

    /** A statement given to executeUpdate: says what is wrong with it, or that it reads. */
    static SQLException update(AvaticaConnection connection, String sql) throws SQLException {
        connection.getMetaData();
        ((ParadigmConnection) connection).engine().plan(sql);
        return SqlStates.of(SqlStates.READ_ONLY, "the driver only reads, and this is a query; use executeQuery");
    }
}
