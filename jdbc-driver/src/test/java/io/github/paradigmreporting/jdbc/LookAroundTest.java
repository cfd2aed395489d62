package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tool that opens every table and view once, with default settings, stays within the requests of a minute. */
class LookAroundTest {
    /** The default of requestsPerMinute is 100; so that a second look, or a colleague with the same key, has some left. */
    private static final int MOST_REQUESTS = 70;

    @ParameterizedTest
    @ValueSource(ints = {0, 200})
    void opensEveryTableAndViewWithinTheRequestsOfAMinute(int maxRows) throws SQLException {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .start();
                Connection connection = SqlFixture.connect(simulator)) {
            for (String table : tables(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.setMaxRows(maxRows);
                    statement.setFetchSize(200);
                    assertThat(SqlFixture.rows(statement.executeQuery("SELECT * FROM " + table)))
                            .as(table)
                            .isNotEmpty();
                }
            }

            assertThat(simulator.journal().count()).isBetween(5L, (long) MOST_REQUESTS);
            assertThat(SqlFixture.query(
                            connection, "SELECT report, waited_ms FROM system.requests WHERE waited_ms > 0"))
                    .isEmpty();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "paradigm", "%", null)) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
