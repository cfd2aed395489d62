package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Asked;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which days a statement asks the instance for: one shape per block of {@code push-down.sql}. */
class PushDownTest {
    private static final String HISTORY_START = "2026-01-01";

    private static ParadigmSimulator simulator;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(2)
                .documentsPerDay(2)
                .start();
        connection = SqlFixture.connect(
                simulator, "storeSize", "0", "historyStart", HISTORY_START, "requestsPerMinute", "100000");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    static List<SqlScript.Block> shapes() {
        return SqlScript.blocks("push-down.sql");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void asksOnlyForTheDaysOf(SqlScript.Block shape) throws SQLException {
        simulator.journal().clear();
        LocalDate today = simulator.dataset().today();

        SqlFixture.query(connection, shape.sql());

        Set<String> endpoints = new HashSet<>();
        for (String expected : shape.expected()) {
            String report = expected.substring(0, expected.indexOf(' '));
            String days = expected.substring(report.length() + 1).replace("start", HISTORY_START);
            assertThat(Days.text(simulator.journal().distinctDaysAsked(report)))
                    .as("days asked of " + report)
                    .isEqualTo(Days.text(Days.of(days, today)));
            endpoints.add(Reports.named(report).endpoint());
        }
        assertThat(simulator.journal().count())
                .as("requests of reports not expected")
                .isEqualTo(
                        endpoints.stream().mapToLong(simulator.journal()::count).sum());
    }

    @Test
    void thereAreEnoughShapes() {
        assertThat(shapes()).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void asksForOneCompanyWhenTheStatementDoes() throws SQLException {
        simulator.journal().clear();
        long company = simulator.dataset().companies().get(0).id();

        SqlFixture.query(
                connection, "SELECT * FROM sessions WHERE date = DATE '2026-02-03' AND company_id = " + company);

        assertThat(simulator.journal().list()).extracting(Asked::company).containsExactly(company);
    }
}
