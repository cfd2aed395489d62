package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The windows that members are counted for: those a statement names, or an error, never silently others. */
class MembersWindowTest {
    /** A condition with which a tree of m runs without any rewriting. */
    private static final String AS_IT_IS =
            " AND ((m.company_id, m.company_name) IN (SELECT company_id, company_name FROM companies)) IS NOT FALSE";

    private ParadigmSimulator simulator;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(2)
                .start();
        connection = SqlFixture.connect(simulator, "historyStart", "2026-01-01");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    @Test
    void oneWindowForEachSelect() throws SQLException {
        String sql = """
                SELECT window_start, company_name, total_historical_members FROM members
                  WHERE window_start = DATE '2026-02-01' AND window_end = DATE '2026-02-28'
                UNION ALL
                SELECT window_start, company_name, total_historical_members FROM members
                  WHERE window_start = DATE '2026-03-01' AND window_end = DATE '2026-03-31'""";
        List<List<@Nullable Object>> rows = SqlFixture.query(connection, sql);

        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsExactly(
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 1));
        assertThat(simulator.journal().count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar c JOIN members m ON m.window_start = c.date AND m.window_end = c.date"
                        + " WHERE c.date BETWEEN DATE '2026-02-02' AND DATE '2026-02-06'",
                "calendar c JOIN members m ON m.window_start = c.date AND m.window_end = c.date + 6"
                        + " WHERE c.date BETWEEN DATE '2026-02-02' AND DATE '2026-03-06' AND c.day_of_week = 1",
                "calendar c LEFT JOIN members m ON m.window_end = c.date"
                        + " WHERE c.date BETWEEN DATE '2026-02-02' AND DATE '2026-02-06'",
                "calendar c, members m WHERE m.window_start = c.date",
                "members WHERE window_start = window_end",
                "members WHERE window_start = window_end - 6 AND window_end <= DATE '2026-02-28'",
                "calendar c JOIN (SELECT window_start AS w, SUM(total_historical_members) AS n FROM members GROUP BY"
                        + " window_start) m ON m.w = c.date",
                "calendar c WHERE c.date IN (SELECT window_start FROM members)",
                "calendar c WHERE EXISTS (SELECT 1 FROM members m WHERE m.window_start = c.date)",
                "members m WHERE m.window_start IN (SELECT c.date FROM calendar c WHERE c.day_of_month = 1)",
                "members m WHERE m.window_start = (SELECT MIN(c.date) FROM calendar c WHERE c.day_of_month = 1)",
                "members m WHERE m.window_start IN (SELECT c.date FROM calendar c WHERE c.day_of_month = 1)" + AS_IT_IS,
                "members m WHERE m.window_start = ANY (SELECT c.date FROM calendar c)" + AS_IT_IS,
                "members m WHERE m.window_start = (SELECT MIN(c.date) FROM calendar c WHERE c.day_of_month = 1)"
                        + AS_IT_IS,
                "(SELECT c.date, (SELECT SUM(m.total_historical_members) FROM members m WHERE m.window_start = c.date"
                        + " AND m.window_end = c.date) AS n FROM calendar c)"
            })
    void refusesWindowsThatComeFromRowsOfAnotherTable(String from) {
        assertThatThrownBy(() -> SqlFixture.query(connection, "SELECT * FROM " + from))
                .hasMessageContaining("members are counted anew for each window")
                .hasMessageContaining("UNION ALL")
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("22023"));
        assertThat(simulator.journal().count()).isZero();
    }

    /** A sub-query that runs row by row is bound when the first row is there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "companies m WHERE DATE '2026-01-01' + CAST(m.company_id AS INTEGER) IN (SELECT window_start FROM members)"
                        + AS_IT_IS,
                "companies m WHERE EXISTS (SELECT 1 FROM members e WHERE e.window_start = DATE '2026-01-01'"
                        + " + CAST(m.company_id AS INTEGER))" + AS_IT_IS
            })
    void refusesWindowsOfASubQueryThatRunsRowByRow(String from) {
        assertThatThrownBy(() -> SqlFixture.query(connection, "SELECT * FROM " + from))
                .hasMessageContaining("members are counted anew for each window")
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("22023"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar c JOIN members m ON m.window_start = c.date AND m.window_end = c.date WHERE c.date = DATE '2026-02-02'",
                "calendar c JOIN members m ON m.window_start = c.date WHERE c.date = DATE '2026-02-02'",
                "calendar c JOIN members m ON c.date BETWEEN m.window_start AND m.window_end WHERE c.date = DATE '2026-02-02'",
                "members WHERE window_start = window_end AND window_start = DATE '2026-02-02'",
                "members WHERE window_end = DATE '2026-02-02' AND window_start = window_end",
                "members m LEFT JOIN calendar c ON m.window_start = c.date",
                "companies c JOIN members m ON m.company_id = c.company_id",
                "sessions s JOIN members m ON m.company_id = s.company_id WHERE s.date = DATE '2026-02-02'"
                        + " AND m.window_start = DATE '2026-02-01' AND m.window_end = DATE '2026-02-28'"
            })
    void readsWindowsThatAreKnownBefore(String from) throws SQLException {
        assertThat(SqlFixture.query(connection, "SELECT * FROM " + from)).hasSize(2);
    }
}
