package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that waits for its requests to be sent says so while it waits, to the program and to others. */
@Timeout(120)
class WaitWarningTest {
    private static final String SQL = "SELECT * FROM tools WHERE date BETWEEN DATE '2026-03-01' AND DATE '2026-03-14'";

    @ParameterizedTest
    @ValueSource(strings = {"64MiB", "0"})
    void saysThatTheRequestsOfAMinuteAreUsedUp(String storeSize) throws Exception {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start();
                Connection connection = SqlFixture.connect(
                        simulator, "requestsPerMinute", "1", "windowDays", "7", "storeSize", storeSize)) {
            assertThat(warningWhileWaiting(connection))
                    .contains("because as many requests as requestsPerMinute allows were sent within a minute")
                    .contains("requests were sent by the statement, and it was reading tools 2026-03-01..2026-03-14")
                    .contains("date >= DATE '");
        }
    }

    @Test
    void saysThatTheInstanceDemandsTheWait() throws Exception {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start();
                Connection connection = SqlFixture.connect(simulator)) {
            simulator.faults().next(1, "tools", Fault.throttled(Duration.ofSeconds(55)));

            assertThat(warningWhileWaiting(connection)).contains("because the instance demanded it by Retry-After");
        }
    }

    private static String warningWhileWaiting(Connection connection) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            CompletableFuture<Void> end = new CompletableFuture<>();
            new Thread(() -> {
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                rows.getLong(1);
                            }
                            end.complete(null);
                        } catch (SQLException e) {
                            end.completeExceptionally(e);
                        }
                    })
                    .start();
            String warning = "";
            int waiting = 0;
            while (warning.isEmpty() || waiting == 0) {
                assertThat(end).isNotDone();
                warning = warning(statement);
                waiting = SqlFixture.query(connection, "SELECT 1 FROM system.requests WHERE waited_ms > 0")
                        .size();
            }
            assertThat(SqlFixture.value(connection, "SELECT status FROM system.requests WHERE waited_ms > 0"))
                    .isEqualTo("running");
            statement.cancel();
            assertThatThrownBy(() -> end.get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("cancelled");
            return warning;
        }
    }

    @Test
    void clearedWarningsDoNotComeBack() throws SQLException {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start();
                Connection connection = SqlFixture.connect(simulator, "historyStart", "2026-03-01");
                PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM tools")) {
            statement.executeQuery().close();
            assertThat(warning(statement)).contains("historyStart");
            statement.clearWarnings();
            assertThat(warning(statement)).isEmpty();

            statement.executeQuery().close();
            assertThat(warning(statement)).contains("historyStart");
        }
    }

    private static String warning(Statement statement) throws SQLException {
        SQLWarning warning = statement.getWarnings();
        return warning == null ? "" : String.valueOf(warning.getMessage());
    }
}
