package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;

/** Measures reading a year that nobody keeps, in a warm JVM. Arguments: peer, where, repetitions. */
final class Fetch {
    /** Until the first row. */
    static final String FIRST_ROW = "first-row-ms";
    /** Until the last. */
    static final String TOTAL = "total-ms";

    private Fetch() {}

    public static void main(String... arguments) throws Exception {
        int repetitions = Integer.parseInt(arguments[2]);
        double[] first = new double[repetitions];
        double[] total = new double[repetitions];
        try (Connection connection = Peers.connect(arguments[0], arguments[1])) {
            // The first warms up.
            for (int n = -1; n < repetitions; n++) {
                long began = System.nanoTime();
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(Statements.YEAR_OF_DOCUMENTS)) {
                    rows.next();
                    long row = System.nanoTime();
                    while (rows.next()) {
                        rows.getLong(4);
                    }
                    if (n >= 0) {
                        first[n] = Measured.millis(began, row);
                        total[n] = Measured.millis(began, System.nanoTime());
                    }
                }
            }
        }
        Arrays.sort(first);
        Arrays.sort(total);
        Figures.print(FIRST_ROW, first[repetitions / 2]);
        Figures.print(TOTAL, total[repetitions / 2]);
        Measured.done();
    }
}
