package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures, days and instants are the same whatever zone the JVM is in, also where clocks are changed. */
class ZoneSweepTest {
    private static final List<String> STATEMENTS = List.of(
            "SELECT date, sessions_count, last_model_response_date FROM sessions"
                    + " WHERE date BETWEEN '2026-03-07' AND '2026-04-06' ORDER BY company_id, date",
            "SELECT date, last_model_response_date FROM threads WHERE date IN ('2026-09-27', '2026-10-25', '2026-11-01')"
                    + " ORDER BY company_id, date",
            "SELECT DATE_TRUNC('month', date) AS m, SUM(likes_count) FROM feedback"
                    + " WHERE date >= DATE '2026-03-01' AND date < DATE '2026-05-01' GROUP BY 1 ORDER BY 1",
            "SELECT CAST(last_model_response_date AS DATE), EXTRACT(HOUR FROM last_model_response_date), COUNT(*)"
                    + " FROM sessions WHERE date BETWEEN '2026-03-28' AND '2026-03-30' GROUP BY 1, 2 ORDER BY 1, 2",
            "SELECT week_start, active_days, user_queries_count FROM adoption"
                    + " WHERE week_start BETWEEN '2026-03-01' AND '2026-04-10' ORDER BY company_id, week_start",
            "SELECT CAST('2026-03-29 02:30:00' AS TIMESTAMP), TIMESTAMP '2026-03-08 02:30:00' + INTERVAL '1' HOUR,"
                    + " DATE '2026-03-29' + INTERVAL '1' DAY, CAST(DATE '2026-04-05' AS TIMESTAMP)");

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Vienna", "Pacific/Auckland"})
    void answersAsInUtc(String zone) throws SQLException {
        List<String> here = answers(zone);

        assertThat(here).hasSizeGreaterThan(100).isEqualTo(answers("UTC"));
    }

    @Test
    void theZoneOfTheInstanceIsASettingAndNotTheJvms() throws SQLException {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .start();
                Connection utc = SqlFixture.connect(simulator, "zone", "Etc/GMT+12");
                Connection east = SqlFixture.connect(simulator, "zone", "Pacific/Kiritimati")) {
            LocalDate west = LocalDate.parse(String.valueOf(SqlFixture.value(utc, "SELECT CURRENT_DATE")));
            assertThat(SqlFixture.value(east, "SELECT CURRENT_DATE")).isIn(west.plusDays(1), west.plusDays(2));
        }
    }

    private static List<String> answers(String zone) throws SQLException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .start();
                Connection connection = SqlFixture.connect(simulator);
                Statement statement = connection.createStatement()) {
            List<String> answers = new ArrayList<>();
            for (String sql : STATEMENTS) {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            answers.add(seen(rows, i));
                        }
                    }
                }
            }
            return answers;
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** A value in every form that has no zone of the JVM in it. */
    private static String seen(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return switch (rows.getMetaData().getColumnType(column)) {
            case Types.DATE ->
                text + " " + rows.getObject(column, LocalDate.class) + " "
                        + rows.getDate(column).toLocalDate();
            case Types.TIMESTAMP ->
                text + " " + rows.getObject(column, LocalDateTime.class) + " "
                        + rows.getObject(column, Instant.class) + " "
                        + rows.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC")))
                                .toInstant();
            default -> text;
        };
    }
}
