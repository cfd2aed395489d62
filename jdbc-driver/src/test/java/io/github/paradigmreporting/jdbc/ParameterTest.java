package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter means what a literal of its value means, wherever it stands; the values are PostgreSQL's. */
class ParameterTest extends OnSimulator {
    private static final String NUMBERS = " FROM (VALUES (CAST(5 AS BIGINT)), (6), (7), (NULL)) AS t(x)";

    static Stream<Arguments> statements() {
        LocalDate day = LocalDate.parse("2026-10-05");
        return Stream.of(
                of("SELECT COUNT(*)" + NUMBERS + " WHERE x = ?", 0L, 5.5),
                of("SELECT COUNT(*)" + NUMBERS + " WHERE x = ?", 1L, new BigDecimal("5.00")),
                of("SELECT COUNT(*)" + NUMBERS + " WHERE x < ?", 1L, 5.5),
                of("SELECT COUNT(*)" + NUMBERS + " WHERE x IN (5, ?)", 1L, 7.9),
                of("SELECT COUNT(*)" + NUMBERS + " WHERE x BETWEEN ? AND 6", 1L, 5.5f),
                of("SELECT SUM(x * ?)" + NUMBERS, 9.0, 0.5),
                of("SELECT SUM(x * ?)" + NUMBERS, 36L, 2),
                of("SELECT MAX(x / ?)" + NUMBERS, new BigDecimal("3.5000000000000000"), new BigDecimal("2.0")),
                of("SELECT COALESCE(?, month_name) FROM calendar WHERE date = ?", "b", "b", day),
                of("SELECT COALESCE(?, month_name) FROM calendar WHERE date = ?", "October", null, day),
                of("SELECT UPPER(?)", "É", "é"),
                of("SELECT ?", 5, 5),
                of("SELECT ?", "x", "x"),
                of("SELECT ? + 1", 6, 5),
                of("SELECT ? + 1", LocalDate.parse("2026-10-06"), day),
                of("SELECT ? = ?", true, 5, 5),
                of("SELECT ? = ?", false, "a", "b"),
                of("SELECT ? || 'x'", "5x", 5),
                of("SELECT x LIKE ? || '%' FROM (VALUES ('abc')) AS t(x)", true, "ab"),
                of("SELECT LOWER(x) LIKE LOWER(?) FROM (VALUES ('aBc')) AS t(x)", true, "%BC"),
                of("SELECT x LIKE CONCAT('%', ?, '%') FROM (VALUES ('abc')) AS t(x)", true, "b"),
                of("SELECT date + ? FROM calendar WHERE date = ?", day.plusDays(3), 3, day),
                of("SELECT date - ? FROM calendar WHERE date = ?", day.minusDays(3), 3, "2026-10-05"),
                of("SELECT date - ? FROM calendar WHERE date = ?", 4, day.minusDays(4), day),
                of("SELECT date + ? * INTERVAL '1' DAY FROM calendar WHERE date = ?", day.plusDays(3), 3, day),
                of("SELECT date + INTERVAL ? DAY FROM calendar WHERE date = ?", day.plusDays(3), 3, day),
                of("SELECT TIMESTAMPADD(DAY, ?, date) FROM calendar WHERE date = ?", day.plusDays(3), 3, day),
                of(
                        "SELECT COUNT(*) FROM calendar WHERE date >= ? AND date < DATE '2026-10-06'",
                        1L,
                        "2026-10-05T00:00:00Z"),
                of(
                        "SELECT COUNT(*) FROM calendar WHERE date BETWEEN ? AND ?",
                        2L,
                        "2026-10-05T00:00+00:00",
                        "20261006"),
                of(
                        "SELECT COUNT(*) FROM calendar WHERE date >= ? AND date < DATE '2026-10-06'",
                        0L,
                        LocalDateTime.parse("2026-10-05T12:00")),
                of("SELECT CASE WHEN x > ? THEN ? ELSE 0 END" + NUMBERS + " WHERE x = 7", 2.5, 6, 2.5),
                of("SELECT GREATEST(?, 3)", 5, 5),
                of("SELECT 10 / NULLIF(?, ?)", 5, 2, 0),
                of("SELECT date + NULLIF(?, 0) FROM calendar WHERE date = ?", day.plusDays(2), 2, day),
                of("SELECT x" + NUMBERS + " ORDER BY x LIMIT ? OFFSET ?", 6L, 1, 1L),
                of(
                        "SELECT DATE_TRUNC(?, TIMESTAMP '2026-05-05 10:11:12')",
                        LocalDateTime.parse("2026-05-01T00:00"),
                        "month"));
    }

    private static Arguments of(String sql, Object expected, @Nullable Object... parameters) {
        return arguments(sql, expected, Arrays.asList(parameters));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void meansWhatALiteralMeans(String sql, Object expected, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            // Twice: a plan for other types is found again.
            for (int run = 0; run < 2; run++) {
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getObject(1, expected.getClass())).isEqualTo(expected);
                    assertThat(rows.next()).isFalse();
                }
            }
        }
    }

    @Test
    void aStatementTakesValuesOfOtherTypesOneAfterTheOther() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*)" + NUMBERS + " WHERE x <= ?")) {
            assertThat(statement.getParameterMetaData().getParameterTypeName(1)).isEqualTo("BIGINT");
            assertThat(count(statement, 5)).isEqualTo(1);
            assertThat(count(statement, 6.5)).isEqualTo(2);
            assertThat(count(statement, new BigDecimal("7"))).isEqualTo(3);
            assertThat(count(statement, "6")).isEqualTo(2);
            assertThat(count(statement, 5L)).isEqualTo(1);
        }
    }

    private static long count(PreparedStatement statement, Object value) throws SQLException {
        statement.setObject(1, value);
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*)" + NUMBERS + " WHERE x <= ?")) {
            assertThatThrownBy(() -> statement.setDouble(1, value))
                    .asInstanceOf(type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("22003");
        }
    }
}
