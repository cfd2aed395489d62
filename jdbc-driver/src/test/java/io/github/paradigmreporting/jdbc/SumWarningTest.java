package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sum of what must not be summed is answered, with a warning. */
class SumWarningTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT SUM(unique_models_count) FROM sessions",
                "SELECT company_id, sum(s.unique_models_count) AS n FROM sessions s GROUP BY company_id HAVING COUNT(*) > 1",
                "SELECT company_id FROM sessions GROUP BY company_id ORDER BY SUM(unique_models_count)",
                "SELECT SUM(CAST(unique_models_count AS DOUBLE)) FROM sessions",
                "SELECT SUM(COALESCE(unique_models_count, 0)) FROM sessions",
                "SELECT SUM(CASE WHEN sessions_count > 3 THEN unique_models_count END) FROM sessions",
                "SELECT SUM(unique_models_count) FILTER (WHERE sessions_count > 3) FROM sessions",
                "SELECT SUM(unique_models_count) OVER (PARTITION BY company_id) FROM sessions",
                "SELECT SUM(u) FROM (SELECT date, unique_models_count AS u FROM sessions) t",
                "WITH t AS (SELECT unique_models_count AS u, date FROM sessions) SELECT SUM(u) FROM t",
                "SELECT SUM(u) FROM (SELECT date, MAX(unique_models_count) AS u FROM sessions GROUP BY date) t",
                "SELECT SUM(x) FROM (SELECT unique_models_count AS x FROM sessions UNION ALL SELECT sessions_count FROM sessions) t",
                "SELECT (SELECT SUM(unique_models_count) FROM sessions)",
                "SELECT s.company_id, s.date, SUM(s.unique_models_count) FROM sessions s JOIN documents d"
                        + " ON d.company_id = s.company_id AND d.date = s.date GROUP BY s.company_id, s.date",
                "SELECT SUM(unique_models_count) FROM \"chat-sessions\""
            })
    void warnsOfASumOfDistinctModels(String sql) throws SQLException {
        assertThat(warnings(sql))
                .containsExactly("SUM adds up unique_models_count of sessions, which must not be summed over days or"
                        + " companies; use MAX, or an average weighted by a count");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT SUM(average_session_length) FROM sessions",
                "SELECT SUM(average_session_length) FROM daily_usage",
                "SELECT SUM(average_thread_length) FROM threads",
                "SELECT SUM(queries_per_active_day) FROM adoption",
                "SELECT SUM(average_conversation_length) FROM daily_usage"
            })
    void warnsOfEveryMetricThatTheCatalogueMarks(String sql) throws SQLException {
        assertThat(warnings(sql)).singleElement().asString().contains("must not be summed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT SUM(sessions_count), MAX(unique_models_count), AVG(unique_models_count) FROM sessions",
                "SELECT SUM(sessions_count * average_session_length) / SUM(sessions_count) FROM sessions",
                "SELECT company_id, date, SUM(unique_models_count) FROM sessions GROUP BY company_id, date",
                "SELECT SUM(active_days) FROM adoption",
                "SELECT * FROM daily_usage",
                "SELECT * FROM satisfaction",
                "SELECT * FROM adoption_satisfaction",
                "SELECT COUNT(*) FROM sessions WHERE unique_models_count > 1"
            })
    void saysNothingOfWhatMayBeSummed(String sql) throws SQLException {
        assertThat(warnings(sql)).isEmpty();
    }

    @Test
    void warnsEachTimeAPlanIsRun() throws SQLException {
        String sql = "SELECT SUM(unique_models_count) FROM threads";

        assertThat(warnings(sql)).hasSize(1);
        assertThat(warnings(sql)).hasSize(1);
    }

    @Test
    void warnsOfColumnsOfTheUsersOwnViews(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("views.sql"),
                "CREATE VIEW models AS SELECT date, unique_models_count AS n FROM sessions;");
        try (Connection own =
                SqlFixture.connect(simulator, "historyStart", "2026-03-01", "viewDefinitions", file.toString())) {
            assertThat(warnings(own, "SELECT SUM(n) FROM models"))
                    .singleElement()
                    .asString()
                    .contains("SUM adds up n of models");
        }
    }

    private static List<String> warnings(String sql) throws SQLException {
        return warnings(connection, sql);
    }

    /** Warnings of a statement but those about the first day read. */
    private static List<String> warnings(Connection of, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = of.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                String text = String.valueOf(warning.getMessage());
                if (!text.contains("historyStart")) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
