package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.engine.Execution;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;

/** What tests in other packages need of the driver's inside. */
public final class DriverAccess {
    private DriverAccess() {}

    /**
     * Opens a connection that has always the same instant.
     *
     * @param url the driver's URL
     * @param now the instant
     * @param settings names and values in turn
     * @return the connection
     * @throws SQLException when the settings are wrong
     */
    public static Connection connect(String url, Instant now, String... settings) throws SQLException {
        Properties properties = new Properties();
        for (int i = 0; i < settings.length; i += 2) {
            properties.setProperty(settings[i], settings[i + 1]);
        }
        return new ParadigmDriver().connect(ConnectionSpec.of(url, properties).at(Clock.fixed(now, ZoneOffset.UTC)));
    }

    /**
     * An execution of a plan over the rows of a connection.
     *
     * @param connection a connection of the driver
     * @return the execution, to be closed
     */
    public static Execution execution(Connection connection) {
        return ((ParadigmConnection) connection).execution(new Cancellation(), List.of());
    }

    /**
     * What a user sees of something thrown.
     *
     * @param thrown the exception
     * @return it, as the driver translates it
     */
    public static SQLException error(RuntimeException thrown) {
        return SqlErrors.of(thrown, null);
    }
}
