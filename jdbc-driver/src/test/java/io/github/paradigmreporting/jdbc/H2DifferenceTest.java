package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random queries have the same answer here and in H2, which holds the same rows. */
class H2DifferenceTest {
    private static final int QUERIES = 240;
    private static final LocalDate FROM = LocalDate.parse("2026-08-01");
    private static final LocalDate TO = LocalDate.parse("2026-09-30");

    private static ParadigmSimulator simulator;
    private static Connection ours;
    private static Connection h2;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder().companies(3).documentsPerDay(2).start();
        ours = SqlFixture.connect(simulator, "requestsPerMinute", "100000");
        h2 = DriverManager.getConnection(
                "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=DATE");
        for (Report<?> report : Reports.ALL) {
            if (report.grain() == Grain.DAY) {
                load(report);
            }
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        ours.close();
        h2.close();
        simulator.close();
    }

    @Test
    void everyQueryHasTheSameAnswer() {
        RandomQueries queries = new RandomQueries(20261122);
        List<String> differences = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < QUERIES; i++) {
            String sql = queries.next();
            List<String> expected = answer(h2, sql);
            List<String> answer = answer(ours, sql);
            rows += expected.size();
            if (!answer.equals(expected)) {
                differences.add(sql + "\n  H2:   " + shown(expected) + "\n  ours: " + shown(answer));
            }
        }

        assertThat(differences).as(differences.size() + " of " + QUERIES).isEmpty();
        assertThat(rows).as("rows compared").isGreaterThan(QUERIES);
    }

    private static List<String> answer(Connection connection, String sql) {
        try {
            return SqlFixture.query(connection, sql).stream()
                    .map(row -> row.stream().map(H2DifferenceTest::text).collect(Collectors.joining(" | ")))
                    .toList();
        } catch (SQLException e) {
            return List.of("error " + connection.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** Numbers alike whatever their class, to ten digits: sums of doubles depend on the order. */
    private static String text(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return String.valueOf(value).trim();
        }
        return number instanceof Long || number instanceof Integer
                ? number.toString()
                : "%.6f".formatted(number.doubleValue()).replaceAll("\\.?0+$", "");
    }

    private static String shown(List<String> rows) {
        return rows.size() + " rows, " + rows.subList(0, Math.min(4, rows.size()));
    }

    private static <R extends Row> void load(Report<R> report) throws SQLException {
        String columns = report.columns().stream()
                .map(column -> '"' + column.name() + "\" " + type(column))
                .collect(Collectors.joining(", "));
        try (Statement statement = h2.createStatement()) {
            statement.execute("CREATE TABLE " + report.name() + " (" + columns + ")");
        }
        String values = report.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                h2.prepareStatement("INSERT INTO " + report.name() + " VALUES (" + values + ")")) {
            for (R row : simulator.dataset().rows(report, FROM, TO)) {
                for (int i = 0; i < report.columns().size(); i++) {
                    Object value = report.columns().get(i).value(row);
                    insert.setObject(
                            i + 1,
                            value instanceof Instant instant
                                    ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                                    : value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String type(Column<?> column) {
        return switch (column.type()) {
            case BIGINT -> "BIGINT";
            case DOUBLE -> "DOUBLE PRECISION";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP(3)";
        };
    }
}
