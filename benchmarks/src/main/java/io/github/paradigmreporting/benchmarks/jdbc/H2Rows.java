package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * H2 with the same rows in memory, inserted by batches, with the same primary keys as the driver's tables tell. It does not
 * keep a result for the next same statement, as none of the others does.
 */
final class H2Rows {
    private static final String URL =
            "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;OPTIMIZE_REUSE_RESULTS=0";
    private static final int BATCH = 1000;

    private H2Rows() {}

    static Connection connect(int documentsPerDay) throws SQLException {
        Connection connection = DriverManager.getConnection(URL);
        load(
                connection,
                "sessions",
                SampleRows.SESSIONS,
                ", PRIMARY KEY (company_id, \"date\"))",
                SampleRows.sessions(SampleRows.YEAR));
        if (documentsPerDay > 0) {
            load(
                    connection,
                    "documents",
                    SampleRows.DOCUMENTS,
                    ", PRIMARY KEY (company_id, \"date\", document_id))",
                    SampleRows.documents(SampleRows.YEAR, documentsPerDay));
        }
        return connection;
    }

    private static void load(
            Connection connection, String table, List<SampleRows.Column> columns, String key, List<Object[]> rows)
            throws SQLException {
        StringBuilder create = new StringBuilder("CREATE TABLE ").append(table).append(" (");
        StringBuilder insert = new StringBuilder("INSERT INTO ").append(table).append(" VALUES (");
        for (int n = 0; n < columns.size(); n++) {
            SampleRows.Column column = columns.get(n);
            create.append(n == 0 ? "\"" : ", \"")
                    .append(column.name())
                    .append("\" ")
                    .append(type(column.type()));
            insert.append(n == 0 ? "?" : ", ?");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(create.append(key).toString());
        }
        try (PreparedStatement statement =
                connection.prepareStatement(insert.append(')').toString())) {
            int batched = 0;
            for (Object[] row : rows) {
                for (int n = 0; n < row.length; n++) {
                    statement.setObject(n + 1, value(row[n], columns.get(n).type()));
                }
                statement.addBatch();
                if (++batched % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static String type(int type) {
        return switch (type) {
            case Types.BIGINT -> "BIGINT";
            case Types.DOUBLE -> "DOUBLE PRECISION";
            case Types.DATE -> "DATE";
            case Types.TIMESTAMP -> "TIMESTAMP";
            default -> "VARCHAR";
        };
    }

    private static Object value(Object value, int type) {
        if (type == Types.DATE) {
            return LocalDate.ofEpochDay((Integer) value);
        }
        return type == Types.TIMESTAMP
                ? Instant.ofEpochMilli((Long) value).atOffset(ZoneOffset.UTC).toLocalDateTime()
                : value;
    }
}
