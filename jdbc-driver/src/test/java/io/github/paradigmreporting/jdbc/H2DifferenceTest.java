package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random queries have the same answer here and in H2, which holds the same rows. */
class H2DifferenceTest {
    private static final Pattern DAY = Pattern.compile("DATE '([\\d-]+)'");

    private static ParadigmSimulator simulator;
    private static Connection ours;
    private static Connection h2;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(3)
                .documentsPerDay(2)
                .start();
        ours = SqlFixture.connect(simulator, "requestsPerMinute", "100000");
        h2 = H2Truth.connect("");
        H2Truth.load(h2, simulator);
    }

    @AfterAll
    static void stop() throws SQLException {
        ours.close();
        h2.close();
        simulator.close();
    }

    @Test
    void everyQueryHasTheSameAnswer() {
        compare(300, 20261122);
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void thousandsOfQueriesHaveTheSameAnswer() {
        compare(6_000, 1122);
    }

    @Test
    void everyQueryHasTheSameAnswerWhenItsDaysAreParameters() {
        compare(120, 31337, H2DifferenceTest::withParameters);
    }

    /** How we are asked. */
    private interface Asking {
        List<List<@Nullable Object>> rows(String sql) throws SQLException;
    }

    private static void compare(int count, long seed) {
        compare(count, seed, sql -> SqlFixture.query(ours, sql));
    }

    private static void compare(int count, long seed, Asking asking) {
        RandomQueries queries = new RandomQueries(seed);
        List<String> differences = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < count; i++) {
            String sql = queries.next();
            List<String> expected = answer(text -> SqlFixture.query(h2, text), sql);
            List<String> answer = answer(asking, sql);
            rows += expected.size();
            if (!answer.equals(expected)) {
                differences.add(sql + "\n  H2:   " + shown(expected) + "\n  ours: " + shown(answer));
            }
        }

        assertThat(differences).as(differences.size() + " of " + count).isEmpty();
        assertThat(rows).as("rows compared").isGreaterThan(count);
    }

    private static List<List<@Nullable Object>> withParameters(String sql) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        String text = DAY.matcher(sql).replaceAll(literal -> {
            days.add(LocalDate.parse(literal.group(1)));
            return "?";
        });
        try (PreparedStatement statement = ours.prepareStatement(text)) {
            for (int i = 0; i < days.size(); i++) {
                statement.setObject(i + 1, days.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return SqlFixture.rows(rows);
            }
        }
    }

    private static List<String> answer(Asking asking, String sql) {
        try {
            return H2Truth.text(asking.rows(sql));
        } catch (SQLException e) {
            return List.of("error: " + e.getMessage());
        }
    }

    private static String shown(List<String> rows) {
        return rows.size() + " rows, " + rows.subList(0, Math.min(4, rows.size()));
    }
}
