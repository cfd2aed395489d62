package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A statement per report, view and family of SQL, and its whole answer, as {@code golden.sql} has it. The simulator's
 * figures are the same for the same day in every run, on whatever day it runs.
 */
class GoldenTest {
    private static ParadigmSimulator simulator;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        simulator = instance(VirtualClock.standing());
        connection = SqlFixture.connect(simulator);
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    static List<SqlScript.Block> statements() {
        return SqlScript.blocks("golden.sql");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void answersAsEver(SqlScript.Block block) {
        assertThat(SqlScript.answer(connection, block.sql())).isEqualTo(block.expected());
    }

    @Test
    void answersTheSameYearsLater() throws SQLException {
        VirtualClock leapDay = VirtualClock.at(Instant.parse("2032-02-29T23:59:59Z"));
        try (ParadigmSimulator later = instance(leapDay);
                Connection connected = SqlFixture.connect(later)) {
            for (SqlScript.Block block : statements()) {
                assertThat(SqlScript.answer(connected, block.sql()))
                        .as(block.sql())
                        .isEqualTo(block.expected());
            }
        }
    }

    private static ParadigmSimulator instance(VirtualClock clock) {
        return ParadigmSimulator.builder()
                .clock(clock)
                .companies(2)
                .documentsPerDay(2)
                .start();
    }
}
