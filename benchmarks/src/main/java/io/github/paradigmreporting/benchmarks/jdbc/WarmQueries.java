package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Measures a small statement in a warm JVM. Arguments: peer, where, repetitions. */
final class WarmQueries {
    /** The same text each time, with a statement of its own. */
    static final String SAME = "same-ms";
    /** Other dates each time, with a statement of its own. */
    static final String LITERALS = "literals-ms";
    /** One prepared statement, other dates each time. */
    static final String PREPARED = "prepared-ms";

    private static final int STARTS = 300;

    private WarmQueries() {}

    public static void main(String... arguments) throws Exception {
        int repetitions = Integer.parseInt(arguments[2]);
        try (Connection connection = Peers.connect(arguments[0], arguments[1]);
                Statement year = connection.createStatement();
                ResultSet all = year.executeQuery(Statements.YEAR_OF_SESSIONS)) {
            read(all);
            Measured.median(SAME, repetitions, repetitions, n -> query(connection, Statements.MONTH));
            Measured.median(LITERALS, repetitions, repetitions, n -> query(connection, month(n)));
            try (PreparedStatement prepared = connection.prepareStatement(Statements.PREPARED)) {
                Measured.median(PREPARED, repetitions, repetitions, n -> {
                    prepared.setDate(1, Date.valueOf(SampleRows.FIRST_DAY.plusDays(start(n))));
                    prepared.setDate(2, Date.valueOf(SampleRows.FIRST_DAY.plusDays(end(n))));
                    try (ResultSet rows = prepared.executeQuery()) {
                        return read(rows);
                    }
                });
            }
        }
        Measured.done();
    }

    /** No two are the same. */
    private static String month(int n) {
        return "SELECT * FROM sessions WHERE \"date\" BETWEEN DATE '" + SampleRows.FIRST_DAY.plusDays(start(n))
                + "' AND DATE '" + SampleRows.FIRST_DAY.plusDays(end(n)) + "'";
    }

    private static int start(int n) {
        return n % STARTS;
    }

    private static int end(int n) {
        return start(n) + 30 + n / STARTS;
    }

    private static long query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return read(rows);
        }
    }

    private static long read(ResultSet rows) throws SQLException {
        long sum = 0;
        while (rows.next()) {
            sum += rows.getLong(4);
        }
        return sum;
    }
}
