package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * Measures reading many rows cell by cell, in a warm JVM. Arguments: peer, where, repetitions, rows per day. With the peer
 * {@link Peers#CALCITE} it measures Calcite from the statement on, the result set of Avatica alone, and a plain loop over
 * the rows.
 */
final class Scan {
    /** Typed getters for all columns but the day, from executing the statement on. */
    static final String PLAIN = "plain-ms";
    /** The same with the day by {@code getDate}. */
    static final String DATES = "dates-ms";
    /** The same of Avatica's result set over the rows, no statement. */
    static final String AVATICA_PLAIN = "avatica-plain-ms";

    static final String AVATICA_DATES = "avatica-dates-ms";
    /** The same of a loop over the rows. */
    static final String LOOP_PLAIN = "loop-plain-ms";

    static final String LOOP_DATES = "loop-dates-ms";

    private static final String REQUESTS = "SELECT SUM(request_count) FROM system.requests";

    private Scan() {}

    public static void main(String... arguments) throws Exception {
        int repetitions = Integer.parseInt(arguments[2]);
        int perDay = Integer.parseInt(arguments[3]);
        long rows = (long) SampleRows.YEAR * perDay;
        try (Connection connection = Peers.connect(arguments[0], arguments[1])) {
            boolean ours = arguments[0].equals(Peers.OURS);
            query(connection, false, rows);
            long requests = ours ? requests(connection) : 0;
            Measured.median(PLAIN, repetitions, repetitions, n -> query(connection, false, rows));
            Measured.median(DATES, repetitions, repetitions, n -> query(connection, true, rows));
            if (ours && requests(connection) != requests) {
                throw new IllegalStateException("the days were not kept: another request was sent");
            }
            if (!ours) {
                others(connection, repetitions, SampleRows.documents(SampleRows.YEAR, perDay));
            }
        }
        Measured.done();
    }

    private static void others(Connection connection, int repetitions, List<Object[]> rows) throws Exception {
        Measured.median(AVATICA_PLAIN, repetitions, repetitions, n -> avatica(connection, rows, false));
        Measured.median(AVATICA_DATES, repetitions, repetitions, n -> avatica(connection, rows, true));
        Measured.median(LOOP_PLAIN, repetitions, repetitions, n -> plainLoop(rows));
        Measured.median(LOOP_DATES, repetitions, repetitions, n -> loopWithDates(rows));
    }

    private static long query(Connection connection, boolean dates, long expected) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Statements.YEAR_OF_DOCUMENTS)) {
            return read(rows, dates, expected);
        }
    }

    private static long avatica(Connection connection, List<Object[]> rows, boolean dates) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = AvaticaRows.of(statement, rows)) {
            return read(result, dates, rows.size());
        }
    }

    private static long read(ResultSet rows, boolean dates, long expected) throws SQLException {
        long sum = 0;
        long read = 0;
        while (rows.next()) {
            sum += rows.getLong(1)
                    + rows.getString(2).length()
                    + rows.getLong(4)
                    + rows.getString(5).length();
            sum += rows.getString(6).length() + rows.getLong(7);
            if (dates) {
                sum += rows.getDate(3).getTime();
            }
            read++;
        }
        if (read != expected) {
            throw new IllegalStateException("read " + read + " rows, not " + expected);
        }
        return sum;
    }

    private static long plainLoop(List<Object[]> rows) {
        long sum = 0;
        for (Object[] row : rows) {
            sum += cells(row);
        }
        return sum;
    }

    private static long loopWithDates(List<Object[]> rows) {
        long sum = 0;
        for (Object[] row : rows) {
            sum += cells(row);
            sum += Date.valueOf(LocalDate.ofEpochDay((Integer) row[2])).getTime();
        }
        return sum;
    }

    private static long cells(Object[] row) {
        return (Long) row[0]
                + ((String) row[1]).length()
                + (Long) row[3]
                + ((String) row[4]).length()
                + ((String) row[5]).length()
                + (Long) row[6];
    }

    private static long requests(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REQUESTS)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
