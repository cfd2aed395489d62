package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is selected equals what the instance has. */
class SelectTest extends OnSimulator {
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");
    private static final LocalDate TO = LocalDate.parse("2026-03-31");

    static Stream<Report<?>> reports() {
        return Reports.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends Row> void everyTableHoldsWhatTheInstanceHas(Report<R> report) throws SQLException {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (R row : simulator.dataset().rows(report, FROM, TO)) {
            expected.add(report.values(row));
        }
        String where = report.grain() == Grain.DAY
                ? "date BETWEEN DATE '2026-01-01' AND DATE '2026-03-31'"
                : "window_start = DATE '2026-01-01' AND window_end = DATE '2026-03-31'";

        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + report.name() + " WHERE " + where)) {
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < report.columns().size(); i++) {
                    row.add(result.getObject(
                            i + 1, report.columns().get(i).type().javaType()));
                }
                rows.add(row);
            }
        }

        assertThat(rows).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void joinsReportsByMonth() throws SQLException {
        Map<YearMonth, long[]> expected = new TreeMap<>();
        for (SessionsDay row : simulator.dataset().rows(Reports.SESSIONS, FROM, TO)) {
            expected.computeIfAbsent(YearMonth.from(row.date()), m -> new long[2])[0] += number(row.sessionsCount());
        }
        for (FeedbackDay row : simulator.dataset().rows(Reports.FEEDBACK, FROM, TO)) {
            expected.computeIfAbsent(YearMonth.from(row.date()), m -> new long[2])[1] += number(row.likesCount());
        }

        List<List<@Nullable Object>> rows = SqlFixture.query(connection, """
                SELECT FLOOR(s.date TO MONTH) AS month_start, SUM(s.sessions_count), SUM(f.likes_count)
                FROM sessions s
                LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date
                WHERE s.date >= '2026-01-01' AND s.date <= '2026-03-31'
                GROUP BY FLOOR(s.date TO MONTH)
                ORDER BY 1
                """);

        List<List<@Nullable Object>> months = new ArrayList<>();
        expected.forEach((month, sums) -> months.add(List.of(month.atDay(1), sums[0], sums[1])));
        assertThat(rows).isEqualTo(months);
    }

    private static long number(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
