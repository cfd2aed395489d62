package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures, in a JVM that has done nothing before, connecting and the first row of a statement. Arguments: peer, where,
 * statement; and optionally ms to wait and a statement to follow.
 */
final class ColdQuery {
    /** Connecting, with loading rows where the peer has to. */
    static final String CONNECT = "connect-ms";
    /** From {@code createStatement} until the first row's first cell is read. */
    static final String FIRST_ROW = "first-row-ms";
    /** Both. */
    static final String TOTAL = "total-ms";
    /** Processor time from the start of the JVM until then. */
    static final String CPU = "cpu-ms";
    /** The first row of the statement that followed. */
    static final String NEXT = "next-ms";

    private ColdQuery() {}

    public static void main(String... arguments) throws Exception {
        long began = System.nanoTime();
        Connection connection = Peers.connect(arguments[0], arguments[1]);
        long connected = System.nanoTime();
        firstRow(connection, arguments[2]);
        long read = System.nanoTime();
        double cpu = Figures.cpuMillis();
        if (arguments.length > 3) {
            LockSupport.parkNanos(
                    Duration.ofMillis(Long.parseLong(arguments[3])).toNanos());
            long next = System.nanoTime();
            firstRow(connection, arguments[4]);
            Figures.print(NEXT, Measured.millis(next, System.nanoTime()));
        }
        Figures.print(CONNECT, Measured.millis(began, connected));
        Figures.print(FIRST_ROW, Measured.millis(connected, read));
        Figures.print(TOTAL, Measured.millis(began, read));
        Figures.print(CPU, cpu);
        connection.close();
        Measured.done();
    }

    private static void firstRow(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next() || rows.getObject(1) == null) {
                throw new IllegalStateException("no row");
            }
        }
    }
}
