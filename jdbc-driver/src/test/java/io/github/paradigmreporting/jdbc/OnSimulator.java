package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of a class that share a simulator as it is by default, on a day of its own, and a connection to it. */
abstract class OnSimulator {
    static ParadigmSimulator simulator;
    static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
        connection = SqlFixture.connect(simulator);
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }
}
