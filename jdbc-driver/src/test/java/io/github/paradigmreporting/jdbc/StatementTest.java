package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {
    private static ParadigmSimulator simulator;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
        connection = SqlFixture.connect(simulator, "historyStart", "2026-10-01");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "START TRANSACTION READ ONLY;",
                "commit",
                "ROLLBACK",
                "SET TIME ZONE 'UTC'",
                "RESET ALL",
                "DISCARD ALL",
                "USE paradigm"
            })
    void doesNothingForTransactionsAndSessions(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isFalse();
            assertThat(statement.getUpdateCount()).isZero();
            assertThat(statement.getResultSet()).isNull();
            assertThat(statement.executeUpdate(sql)).isZero();
            boolean warned = statement.getWarnings() != null;
            assertThat(warned).isEqualTo(sql.startsWith("SET"));
        }
        assertThatThrownBy(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("USE elsewhere");
                    }
                })
                .hasMessageContaining("elsewhere");
    }

    @Test
    void warnsThatResultsAreForwardOnly() throws SQLException {
        connection.clearWarnings();

        connection
                .prepareStatement("SELECT 1", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)
                .close();

        assertThat(connection.getWarnings().getMessage()).contains("forward only");
        connection.clearWarnings();
    }

    @Test
    void warnsWhatWasReadWhenNoFirstDayIsGiven() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM sessions")) {
            rows.next();
            assertThat(rows.getInt(1))
                    .isEqualTo(simulator
                            .dataset()
                            .rows(
                                    Reports.SESSIONS,
                                    LocalDate.parse("2026-10-01"),
                                    simulator.dataset().today())
                            .size());
            assertThat(statement.getWarnings().getSQLState()).isEqualTo("01000");
            assertThat(statement.getWarnings().getMessage()).contains("sessions", "2026-10-01", "historyStart");
            statement.clearWarnings();
            assertThat((Object) statement.getWarnings()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sessions WHERE date IN (DATE '2026-10-31', CAST(date_trunc('month', date) AS DATE)) AND date < DATE '2026-11-05' \
                      | sessions was read from 2026-10-01 (historyStart) to 2026-11-01, because the statement gives no first day
                    sessions WHERE date < DATE '2026-09-05' \
                      | nothing of sessions was read, because the statement gives no first day and its last one, 2026-09-04, lies before 2026-10-01 (historyStart)
                    sessions WHERE EXTRACT(DAY FROM date) = 13 AND date < DATE '2026-09-05' \
                      | nothing of sessions was read, because the statement gives no first day and its last one, 2026-08-13, lies before 2026-10-01 (historyStart)
                    members WHERE window_end = DATE '2026-10-31' \
                      | members was read from 2026-10-01 (historyStart) to 2026-10-31, because the statement gives no first day
                    members WHERE window_start = DATE '2026-10-31'                                            | ''
                    sessions WHERE date >= DATE '2026-08-31'                                                  | ''
                    sessions WHERE EXTRACT(DAY FROM date) = 13 AND date >= DATE '2026-08-31'                  | ''
                    calendar WHERE date < DATE '2026-10-31'                                                   | ''
                    """)
    void warnsOfTheDaysThatWereReadWhereNoFirstOneIsGiven(String query, String warning) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT * FROM " + query).close();

            List<String> given = new ArrayList<>();
            for (SQLWarning next = statement.getWarnings(); next != null; next = next.getNextWarning()) {
                given.add(String.valueOf(next.getMessage()));
            }
            assertThat(given).isEqualTo(warning.isEmpty() ? List.of() : List.of(warning));
        }
    }

    @Test
    void refusesToReadWithoutAFirstDayWhenToldSo() throws SQLException {
        try (Connection strict = SqlFixture.connect(simulator, "requireDateFilter", "true")) {
            assertThatThrownBy(() -> SqlFixture.query(strict, "SELECT * FROM sessions"))
                    .hasMessageContaining("requireDateFilter")
                    .hasMessageContaining("date >=");
            assertThat(SqlFixture.query(strict, "SELECT * FROM sessions WHERE date = CURRENT_DATE - INTERVAL '7' DAY"))
                    .isNotNull();
            assertThat(SqlFixture.query(strict, "SELECT * FROM members WHERE window_start = DATE '2026-10-01'"))
                    .isNotEmpty();
        }
    }

    /** The JVM's own exception of compiled code has no message, and would be taken for an overflow. */
    @ParameterizedTest
    @ValueSource(
            strings = {"7 / %s", "7 %% %s", "MOD(7, %s)", "CAST(7 AS BIGINT) / CAST(%s AS INTEGER)", "7 / (%s * 1.0)"})
    void divisionsByZeroFailByAnExceptionOfTheDriver(String expression) {
        String zero = "(company_id - company_id)";
        assertThatThrownBy(
                        () -> SqlFixture.query(connection, "SELECT " + expression.formatted(zero) + " FROM companies"))
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("22012"))
                .hasRootCauseMessage("division by zero");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELEC 1                                             | 42601
                    SELECT * FROM nosuch                                | 42P01
                    SELECT nosuch FROM sessions                         | 42703
                    SELECT nosuch(1)                                    | 42883
                    SELECT date, sessions_count FROM sessions GROUP BY date | 42803
                    SELECT date FROM sessions s, feedback f             | 42702
                    INSERT INTO sessions (date) VALUES (CURRENT_DATE)   | 25006
                    DELETE FROM sessions                                | 25006
                    UPDATE sessions SET sessions_count = 1              | 25006
                    SELECT 10/0                                         | 22012
                    SELECT CAST('x' AS INTEGER)                         | 22018
                    SELECT DATE '2026-13-01'                            | 22008
                    """)
    void saysWhatIsWrongByState(String sql, String state) {
        for (String run : List.of("planned", "run again")) {
            assertThatThrownBy(() -> SqlFixture.query(connection, sql))
                    .as(run)
                    .asInstanceOf(type(SQLException.class))
                    .satisfies(
                            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(state));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401", "403"})
    void saysThatTheKeyIsWrong(int status) throws SQLException {
        try (ParadigmSimulator strict = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .badKeyStatus(status)
                        .start();
                Connection wrong = SqlFixture.connect(strict, "password", "wrong-key")) {
            assertThatThrownBy(() -> SqlFixture.query(wrong, "SELECT * FROM tools WHERE date = CURRENT_DATE"))
                    .hasMessageNotContaining("wrong-key")
                    .asInstanceOf(type(SQLException.class))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(status == 401 ? "28000" : "42501"));
        }
    }

    @Test
    void bindsParametersAnewForEachRun() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT COUNT(*) FROM sessions WHERE date BETWEEN ? AND ? AND company_id = ?")) {
            long company = simulator.dataset().companies().get(0).id();
            for (LocalDate day : List.of(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-04-07"))) {
                statement.setObject(1, day);
                statement.setString(2, day.plusDays(6).toString());
                statement.setLong(3, company);
                simulator.journal().clear();
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    assertThat(rows.getLong(1))
                            .isEqualTo(simulator
                                    .dataset()
                                    .rows(Reports.SESSIONS, day, day.plusDays(6), java.util.Set.of(company))
                                    .size());
                }
                assertThat(simulator.journal().distinctDaysAsked("sessions"))
                        .containsExactlyElementsOf(
                                day.datesUntil(day.plusDays(7)).toList());
            }
        }
    }

    @Test
    void asksForNothingTwice() throws SQLException {
        String sql = "SELECT SUM(likes_count) FROM feedback WHERE date BETWEEN '2026-05-01' AND '2026-05-31'";
        Object first = SqlFixture.value(connection, sql);
        simulator.journal().clear();

        assertThat(SqlFixture.value(connection, sql)).isEqualTo(first);
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void showsWhatItWouldRead() throws SQLException {
        simulator.journal().clear();

        List<List<@Nullable Object>> plan = SqlFixture.query(
                connection, "EXPLAIN PLAN FOR SELECT * FROM sessions WHERE date BETWEEN '2026-05-01' AND '2026-05-31'");

        assertThat(plan.toString()).contains("ReportScan").contains("reads sessions [2026-05-01..2026-05-31]");
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void stopsAtMaxRowsWithoutReadingOn() throws SQLException {
        try (Connection fresh = SqlFixture.connect(simulator, "storeSize", "0", "windowDays", "7");
                Statement statement = fresh.createStatement()) {
            simulator.journal().clear();
            statement.setMaxRows(3);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM sessions WHERE date >= '2026-01-01'")) {
                assertThat(SqlFixture.rows(rows)).hasSize(3);
            }
            assertThat(simulator.journal().count("sessions")).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void endsAtTheQueryTimeout() throws SQLException {
        try (ParadigmSimulator slow = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .latency(Duration.ofMinutes(1), Duration.ZERO)
                        .start();
                Connection waiting = SqlFixture.connect(slow);
                Statement statement = waiting.createStatement()) {
            statement.setQueryTimeout(1);

            long start = System.nanoTime();
            assertThatThrownBy(() -> statement
                            .executeQuery("SELECT SUM(sessions_count) FROM sessions WHERE date >= '2026-11-01'"
                                    + " ORDER BY 1")
                            .next())
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessageContaining("1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void endsWhenCancelledFromAnotherThread() throws Exception {
        try (ParadigmSimulator slow = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .latency(Duration.ofMinutes(1), Duration.ZERO)
                        .start();
                Connection waiting = SqlFixture.connect(slow);
                Statement statement = waiting.createStatement()) {
            CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return statement
                            .executeQuery("SELECT * FROM sessions WHERE date >= '2026-11-01'")
                            .next();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(slow.journal().await(asked -> !asked.isEmpty(), Duration.ofSeconds(30)))
                    .isTrue();

            long start = System.nanoTime();
            statement.cancel();

            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .rootCause()
                    .isInstanceOf(io.github.paradigmreporting.core.error.CancelledException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void closesWhatItOpened() throws SQLException {
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1");
        statement.close();

        assertThat(rows.isClosed()).isTrue();
        assertThatThrownBy(rows::next).asInstanceOf(type(SQLException.class)).satisfies(e -> assertThat(e.getSQLState())
                .isEqualTo("55000"));
    }
}
