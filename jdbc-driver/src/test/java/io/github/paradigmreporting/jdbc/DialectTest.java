package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and tools write in other databases' SQL: one shape per block of {@code dialects.sql}. */
class DialectTest extends OnSimulator {
    static List<SqlScript.Block> statements() {
        return SqlScript.blocks("dialects.sql");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void answers(SqlScript.Block block) {
        assertThat(SqlScript.answer(connection, block.sql())).isEqualTo(block.expected());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT COUNT(*) FROM calendar                                 | count
                    SELECT COUNT(*), COUNT(*), 1, 'x' FROM calendar               | count, count, ?column?, ?column?
                    SELECT 1                                                      | ?column?
                    SELECT CURRENT_DATE                                           | current_date
                    SELECT DATE, Day_Name AS day FROM calendar                    | DATE, day
                    SELECT date, c.* FROM (SELECT date, iso_week FROM calendar) c | date, date, iso_week
                    SELECT MAX(date), SUM(iso_week) OVER (), date_trunc('month', MAX(date)) FROM calendar GROUP BY iso_week | max, sum, date_trunc
                    SELECT CASE WHEN 1 = 1 THEN 2 END, COALESCE(1, 2), NULLIF(1, 2), 1 + 1, -1, NOT TRUE, NULL | case, coalesce, nullif, ?column?, ?column?, ?column?, ?column?
                    SELECT CAST(date AS TEXT), 1::bigint, '1'::NUMERIC, UPPER('x')::varchar, CASE WHEN 1 = 1 THEN 2 ELSE iso_week END FROM calendar | date, int8, numeric, upper, iso_week
                    SELECT EXTRACT(YEAR FROM date), TRIM(LEADING FROM 'x'), {fn UCASE('x')}, DATE '2026-11-03', INTERVAL '1' DAY FROM calendar | extract, ltrim, ucase, date, interval
                    SELECT (SELECT 1), (SELECT MAX(date) FROM calendar), EXISTS (SELECT 1), (SELECT 1 AS one) | ?column?, max, exists, one
                    SELECT COUNT(*) FILTER (WHERE iso_week = 1), PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY iso_week) FROM calendar | count, percentile_cont
                    SELECT CEILING(1.5), CEIL(1.5), TRANSLATE('a', 'a', 'b'), CHARACTER_LENGTH('a'), DATE_DIFF('day', DATE '2026-11-03', DATE '2026-11-04') | ceiling, ceil, translate, character_length, datediff
                    SELECT MIN(date) FROM calendar UNION ALL SELECT MAX(date) AS other FROM calendar ORDER BY min | min
                    VALUES (1, 'a')                                               | column1, column2
                    SELECT * FROM (VALUES (1, 'a')) AS t                          | column1, column2
                    WITH t AS (VALUES (1, 'a')) SELECT * FROM t                   | column1, column2
                    SELECT * FROM (SELECT MIN(date), MIN(date), COUNT(*) FROM calendar) t | min, min, count
                    SELECT a.date, b.date FROM calendar a JOIN calendar b ON a.date = b.date | date, date
                    SELECT * FROM (SELECT date, iso_week FROM calendar) a, (SELECT date FROM calendar) b | date, iso_week, date
                    """)
    void namesColumnsAsPostgresDoes(String sql, String names) throws SQLException {
        List<String> labels = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSetMetaData columns = statement.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                labels.add(columns.getColumnLabel(i));
                assertThat(columns.getColumnName(i)).isEqualTo(columns.getColumnLabel(i));
            }
        }
        assertThat(String.join(", ", labels)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "CASE WHEN 1 = 1 THEN ", "1 + (SELECT ", "NOT ("})
    void saysThatAStatementIsNestedTooDeeply(String nested) {
        assertThatThrownBy(() -> SqlFixture.query(connection, "SELECT " + nested.repeat(20_000) + "1"))
                .hasMessageContaining("nested too deeply")
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("54001"));
    }

    @Test
    void showsThePlanOfWhatItExplains() throws SQLException {
        String plan = SqlFixture.query(connection, "EXPLAIN SELECT date FROM calendar")
                .toString();

        assertThat(plan).contains("calendar").doesNotContain("not run");
        assertThat(SqlFixture.query(connection, "EXPLAIN (ANALYZE, COSTS OFF) SELECT date FROM calendar")
                        .toString())
                .contains("calendar", "not run");
    }

    @Test
    void saysThatAStatementEndsTooSoon() {
        assertThatThrownBy(() -> SqlFixture.query(connection, "SELECT date, COUNT(*"))
                .hasMessageContaining("ends too soon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELEC 1                              | 'SELEC'    | line 1, column 1  | did you mean SELECT?
                    SELECT * FORM sessions               | 'sessions' | line 1, column 15 | did you mean FROM?
                    SELECT date, value FROM sessions     | 'value'    | line 1, column 14 | DESCRIBE
                    SELECT date FROM order               | 'order'    | line 1, column 18 | reserved word: as a name it needs double quotes
                    SELECT date, sesions_count FROM sessions | 'sesions_count' | line 1, column 14 | did you mean sessions_count?
                    SELECT date FROM members             | 'date'     | line 1, column 8  | it is a column of sessions, threads
                    SELECT date FROM sesions             | 'sesions'  | line 1, column 18 | did you mean sessions?
                    SELECT date, `x` FROM sessions       | 'x'        | line 1, column 14 | DESCRIBE
                    SELECT UPER('a')                     | UPER       | line 1, column 8  | did you mean UPPER?
                    SELECT date::text, x FROM calendar   | 'x'        | line 1, column 20 | DESCRIBE
                    """)
    void saysWhereAStatementIsWrongAndWhatWasMeant(String sql, String what, String place, String meant) {
        assertThatThrownBy(() -> SqlFixture.query(connection, sql))
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getMessage()).contains(what, place, meant));
        assertThatThrownBy(() -> SqlFixture.query(connection, "/* date */\n" + sql))
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getMessage()).contains(place.replace("line 1", "line 2")));
    }
}
