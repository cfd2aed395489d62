package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.jdbc.lean.SmallMemory;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are held back are limited in bytes, over all statements together. */
class HeldRowsTest {
    /** Room for about ten thousand rows. */
    private static final long LITTLE = 2 << 20;

    private static ParadigmSimulator simulator;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(2)
                .start();
        connection = SqlFixture.connect(simulator, "historyStart", "2026-03-01");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    /** N stands for the numbers from 1 to 100,000 in the column n. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT n FROM N ORDER BY -n",
                "SELECT n FROM N ORDER BY -n LIMIT 90000",
                "SELECT n, COUNT(*) FROM N GROUP BY n",
                "SELECT DISTINCT n FROM N",
                "SELECT COUNT(DISTINCT n) FROM N",
                "SELECT STRING_AGG(CAST(n AS VARCHAR) || REPEAT('x', 100), ',') FROM N",
                "SELECT ARRAY_AGG(n) FROM N",
                "SELECT MEDIAN(n) FROM N",
                "SELECT MODE() WITHIN GROUP (ORDER BY n) FROM N",
                "SELECT STRING_AGG(CAST(n AS VARCHAR), ',' ORDER BY -n) FROM N",
                "SELECT ROW_NUMBER() OVER (ORDER BY n) FROM N",
                "SELECT STRING_AGG(REPEAT('x', 100), ',') OVER (ORDER BY n) FROM N WHERE n <= 500",
                "SELECT ARRAY_AGG(n) OVER (ORDER BY n) FROM N WHERE n <= 1000",
                "SELECT a.n FROM N a JOIN N b ON a.n = b.n",
                "SELECT a.n FROM N a LEFT JOIN N b ON a.n < b.n",
                "SELECT a.n FROM N a FULL JOIN N b ON a.n = b.n + 1",
                "SELECT n FROM N INTERSECT SELECT n FROM N",
                "SELECT n FROM N EXCEPT ALL SELECT n FROM N",
                "SELECT n FROM N UNION SELECT n FROM N",
                "SELECT n FROM N WHERE n NOT IN (SELECT n + 1 FROM N)",
                "WITH RECURSIVE r(x) AS (VALUES (1) UNION SELECT x + 1 FROM r WHERE x < 100000) SELECT x FROM r",
                "WITH RECURSIVE r(x) AS (VALUES (1) UNION ALL SELECT x FROM r, (VALUES (1), (2)) AS t(y)) SELECT x FROM r"
            })
    void endsWithAnErrorThatSaysWhatToDo(String sql) throws SQLException {
        String numbers = sql.replaceAll("\\bN\\b", "(SELECT x AS n FROM generate_series(1, 100000) AS g(x))");
        try (SmallMemory small = SmallMemory.of(LITTLE)) {
            assertThatThrownBy(() -> readAll(numbers))
                    .hasMessageContaining("hold back to sort, join, group or number them")
                    .hasMessageContaining("ask for fewer days or columns")
                    .asInstanceOf(type(SQLException.class))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("53200"));

            assertThat(SmallMemory.reserved()).isZero();
            assertThat(readAll("SELECT DISTINCT date FROM sessions ORDER BY date DESC"))
                    .isPositive();
        }
    }

    @Test
    void limitsSortsThatNeedNoSqlEngine() throws SQLException {
        try (SmallMemory small = SmallMemory.of(1)) {
            assertThatThrownBy(() -> readAll("SELECT * FROM sessions ORDER BY sessions_count"))
                    .asInstanceOf(type(SQLException.class))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("53200"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT n FROM N",
                "SELECT COUNT(*), SUM(n), AVG(n), MIN(n), STDDEV(n) FROM N",
                "SELECT n FROM N ORDER BY -n LIMIT 100",
                "SELECT n % 10, COUNT(*) FROM N GROUP BY n % 10",
                "SELECT COUNT(DISTINCT n % 10) FROM N",
                "SELECT n FROM N UNION ALL SELECT n FROM N",
                "SELECT a.n FROM N a JOIN (VALUES (1), (2)) AS b(n) ON a.n = b.n",
                "WITH RECURSIVE r(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM r WHERE x < 100000) SELECT x FROM r"
            })
    void takesNoMemoryForRowsThatAreNotHeld(String sql) throws SQLException {
        String numbers = sql.replaceAll("\\bN\\b", "(SELECT x AS n FROM generate_series(1, 100000) AS g(x))");
        try (SmallMemory small = SmallMemory.of(LITTLE * 6)) {
            assertThat(readAll(numbers)).isPositive();
        }
    }

    /** M stands for fifty numbers that depend on n, so that the sub-query runs once for each n. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT STRING_AGG(CAST(m AS VARCHAR), ',' ORDER BY -m) FROM M",
                "SELECT COUNT(*) FROM (SELECT DISTINCT m FROM M) t",
                "SELECT m FROM M ORDER BY -m LIMIT 1",
                "SELECT MAX(r) FROM (SELECT ROW_NUMBER() OVER (ORDER BY m) AS r FROM M) t",
                "SELECT COUNT(*) FROM M JOIN (SELECT m AS k FROM M) b ON m = k",
                "SELECT COUNT(*) FROM (SELECT m FROM M UNION SELECT m + 1 FROM M) t",
                "SELECT COUNT(*) FROM (SELECT m FROM M INTERSECT SELECT m FROM M) t",
                "SELECT CASE WHEN EXISTS (SELECT m FROM M UNION ALL SELECT m FROM M ORDER BY 1) THEN 1 END"
            })
    void givesBackWhatEachRunOfASubQueryHeld(String subQuery) throws SQLException {
        String sql = "SELECT n, ("
                + subQuery.replaceAll(
                        "\\bM\\b", "(SELECT x AS m FROM generate_series(1, 50) AS h(x) WHERE x <> n - 100) s")
                + ") FROM (SELECT NULLIF(y, 0) AS n FROM generate_series(1, 5000) AS g(y)) o";
        try (SmallMemory small = SmallMemory.of(LITTLE * 4)) {
            assertThat(readAll(sql)).isEqualTo(5000);
        }
    }

    @Test
    void countsAllStatementsTogether() throws SQLException {
        String sql = "SELECT x FROM generate_series(1, 10000) AS g(x) ORDER BY -x";
        try (SmallMemory small = SmallMemory.of(LITTLE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            assertThat(SmallMemory.reserved()).isPositive();
            assertThatThrownBy(() -> {
                        try (Connection other = SqlFixture.connect(simulator)) {
                            SqlFixture.query(other, sql.replace("10000", "25000"));
                        }
                    })
                    .hasMessageContaining("hold back");

            rows.close();
            assertThat(SmallMemory.reserved()).isZero();
        }
    }

    private static int readAll(String sql) throws SQLException {
        int count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }
}
