package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A program that has one answer and tells what the warm-up does; for a JVM of its own. */
final class WarmUpProbe {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private WarmUpProbe() {}

    @SuppressWarnings("SystemOut") // the program's answer
    public static void main(String... args) throws SQLException {
        try (ParadigmSimulator simulator =
                        ParadigmSimulator.builder().companies(1).start();
                Connection connection = SqlFixture.connect(simulator)) {
            connection.getMetaData().getTables(null, null, "%", null).close();
            System.out.println("before: " + isUnderWay());
            SqlFixture.query(connection, "SELECT * FROM sessions WHERE date = '2026-03-02'");
            long requests = simulator.journal().count();
            System.out.println("after: " + isUnderWay());
            long start = System.nanoTime();
            while (isUnderWay() && System.nanoTime() - start < PATIENCE) {
                Thread.onSpinWait();
            }
            System.out.println("ends: " + !isUnderWay());
            System.out.println("requests: " + (simulator.journal().count() - requests));
            SqlFixture.query(connection, "SELECT * FROM sessions WHERE date = '2026-03-03'");
            System.out.println("again: " + isUnderWay());
        }
    }

    private static boolean isUnderWay() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("paradigm-jdbc-warm-up") && thread.isDaemon());
    }
}
