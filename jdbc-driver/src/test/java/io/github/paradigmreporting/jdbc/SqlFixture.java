package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Connections to a simulator, and results as lists of rows. */
final class SqlFixture {
    private SqlFixture() {}

    static String url(ParadigmSimulator simulator) {
        return "jdbc:paradigm://" + simulator.baseUrl().getAuthority();
    }

    static Connection connect(ParadigmSimulator simulator, String... settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ssl", "false");
        properties.setProperty("password", simulator.key());
        for (int i = 0; i < settings.length; i += 2) {
            properties.setProperty(settings[i], settings[i + 1]);
        }
        return new ParadigmDriver()
                .connect(ConnectionSpec.of(url(simulator), properties).at(simulator.clock()));
    }

    /** A connection by {@link VirtualClock#standing()}. */
    static Connection connect(String url, Properties properties) throws SQLException {
        return new ParadigmDriver().connect(ConnectionSpec.of(url, properties).at(VirtualClock.standing()));
    }

    static List<List<@Nullable Object>> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows(rows);
        }
    }

    static List<List<@Nullable Object>> rows(ResultSet rows) throws SQLException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                Object value = rows.getObject(i);
                row.add(value instanceof Date date ? date.toLocalDate() : value);
            }
            all.add(row);
        }
        return all;
    }

    /** The one value of a query that gives one. */
    static @Nullable Object value(Connection connection, String sql) throws SQLException {
        return query(connection, sql).get(0).get(0);
    }

    static String day(LocalDate day) {
        return "DATE '" + day + "'";
    }
}
