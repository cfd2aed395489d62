package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Properties;

/**
 * How a measuring JVM connects to the one driver on its class path. The first argument of every program says to which, the
 * second where or how many rows.
 */
final class Peers {
    static final String OURS = "paradigm";
    static final String POSTGRES = "postgres";
    static final String H2 = "h2";
    static final String CALCITE = "calcite";
    static final String NAIVE = "naive";
    /** What {@link ReportServer} takes, as any other text. */
    static final String KEY = "benchmark-key";

    private Peers() {}

    static Connection connect(String peer, String where) throws Exception {
        return switch (peer) {
            case OURS -> {
                Properties properties = new Properties();
                properties.setProperty("password", KEY);
                yield DriverManager.getConnection(where, properties);
            }
            case POSTGRES -> DriverManager.getConnection(where);
            case H2 -> H2Rows.connect(documentsPerDay(where));
            case CALCITE -> StockCalcite.connect(documentsPerDay(where));
            case NAIVE -> StockCalcite.connectTo(where);
            default -> throw new IllegalArgumentException(peer);
        };
    }

    private static int documentsPerDay(String where) {
        return Integer.parseInt(where);
    }
}
