package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;

/** Where things go wrong: an instance that is well, and one that is not. */
final class ErrorStage implements AutoCloseable {
    private final ParadigmSimulator well =
            ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
    private final ParadigmSimulator ill =
            ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
    private final Connection connection;
    private int troubles;

    ErrorStage() throws SQLException {
        connection = SqlFixture.connect(well);
    }

    /** A connection that all cases share. */
    Connection connection() {
        return connection;
    }

    Connection with(String... settings) throws SQLException {
        return SqlFixture.connect(well, settings);
    }

    /** A connection to an instance in trouble, of somebody who has no patience. */
    Connection troubled(String fault, String... settings) throws SQLException {
        ill.faults().clear();
        ill.journal().clear();
        if (!fault.isEmpty()) {
            ill.faults().add(fault);
        }
        Properties properties = new Properties();
        properties.setProperty("ssl", "false");
        // A key of its own: what one case is told to wait for must not keep the next one waiting.
        String key = "key-" + ++troubles;
        ill.addKey(key);
        properties.setProperty("password", key);
        properties.setProperty("attempts", "1");
        properties.setProperty("storeSize", "0");
        String url = SqlFixture.url(ill);
        for (int i = 0; i < settings.length; i += 2) {
            if (settings[i].equals("port")) {
                url = "jdbc:paradigm://127.0.0.1:" + settings[i + 1];
            } else {
                properties.setProperty(settings[i], settings[i + 1]);
            }
        }
        return SqlFixture.connect(url, properties);
    }

    void cancelWhenAsked(Statement statement) {
        try {
            if (ill.journal().await(asked -> !asked.isEmpty(), Duration.ofSeconds(30))) {
                statement.cancel();
            }
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        well.close();
        ill.close();
    }
}
