package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Measures statements that read much and answer little, in a warm JVM. Arguments: peer, where, repetitions. */
final class WarmJoins {
    /** Two reports joined and grouped. */
    static final String JOIN = "join-ms";
    /** One report grouped into many groups. */
    static final String BY_DOCUMENT = "by-document-ms";
    /** One report grouped by day. */
    static final String BY_DAY = "by-day-ms";

    private WarmJoins() {}

    public static void main(String... arguments) throws Exception {
        int repetitions = Integer.parseInt(arguments[2]);
        try (Connection connection = Peers.connect(arguments[0], arguments[1])) {
            Measured.median(JOIN, repetitions, repetitions, n -> query(connection, Statements.JOIN));
            Measured.median(
                    BY_DOCUMENT, repetitions, repetitions, n -> query(connection, Statements.GROUPED_BY_DOCUMENT));
            Measured.median(BY_DAY, repetitions, repetitions, n -> query(connection, Statements.GROUPED_BY_DAY));
        }
        Measured.done();
    }

    private static long query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(2);
            }
            return sum;
        }
    }
}
