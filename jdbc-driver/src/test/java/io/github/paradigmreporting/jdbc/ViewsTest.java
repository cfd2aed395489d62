package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import io.github.paradigmreporting.core.model.ToolUse;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in views hold what anybody would count from the reports; which days they ask for is in push-down.sql. */
class ViewsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-08");

    private static ParadigmSimulator simulator;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .documentsPerDay(3)
                .start();
        connection = SqlFixture.connect(simulator);
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    @Test
    void theGuideListsEach() throws SQLException, IOException {
        List<String> names = new ArrayList<>();
        try (ResultSet views = connection.getMetaData().getTables(null, "paradigm", null, new String[] {"VIEW"})) {
            while (views.next()) {
                names.add("`" + views.getString("TABLE_NAME") + "`");
            }
        }

        assertThat(Files.readAllLines(Path.of("..", "docs", "guides", "jdbc.md")).stream()
                        .dropWhile(line -> !line.startsWith("| View |"))
                        .takeWhile(line -> line.startsWith("|"))
                        .skip(2)
                        .map(line -> line.split("\\|", -1)[1].strip()))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily_usage", "adoption", "satisfaction", "adoption_satisfaction", "resource_usage"})
    void areDescribedInTheMetadata(String name) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet views = about.getTables(null, "paradigm", name, new String[] {"VIEW"});
                ResultSet columns = about.getColumns(null, "paradigm", name, null);
                Statement statement = connection.createStatement();
                ResultSet empty = statement.executeQuery("SELECT * FROM " + name + " WHERE 1 = 0")) {
            assertThat(views.next()).isTrue();
            assertThat(views.getString("REMARKS")).contains("one row per company");
            ResultSetMetaData result = empty.getMetaData();
            for (int i = 1; i <= result.getColumnCount(); i++) {
                assertThat(columns.next()).isTrue();
                assertThat(columns.getString("COLUMN_NAME")).isEqualTo(result.getColumnName(i));
                assertThat(columns.getInt("DATA_TYPE")).isEqualTo(result.getColumnType(i));
                assertThat(columns.getString("REMARKS")).isNotBlank();
            }
            assertThat(columns.next()).isFalse();
        }
    }

    @Test
    void dailyUsageIsOneRequestAlthoughItIsTwoReports() throws SQLException {
        simulator.journal().clear();
        SqlFixture.query(connection, "SELECT * FROM daily_usage WHERE date BETWEEN '2026-05-04' AND '2026-05-10'");
        SqlFixture.query(connection, "SELECT * FROM threads WHERE date BETWEEN '2026-05-05' AND '2026-05-06'");

        assertThat(simulator.journal().list()).singleElement().satisfies(asked -> assertThat(asked.endpoint())
                .isEqualTo("chat-sessions"));
    }

    @Test
    void dailyUsageAddsSessionsAndThreadsAndWeighsTheirLengths() throws SQLException {
        for (long company : companies()) {
            SessionsDay sessions = only(Reports.SESSIONS, company);
            ThreadsDay threads = only(Reports.THREADS, company);

            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT * FROM daily_usage WHERE date = '2026-03-02' AND company_id = " + company)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("company_name")).isEqualTo(sessions.companyName());
                assertThat(row.getObject("date", LocalDate.class)).isEqualTo(MONDAY);
                assertThat(row.getLong("sessions_count")).isEqualTo(sessions.sessionsCount());
                assertThat(row.getLong("threads_count")).isEqualTo(threads.threadsCount());
                long together = number(sessions.sessionsCount()) + number(threads.threadsCount());
                assertThat(row.getLong("conversations_count")).isEqualTo(together);
                assertThat(row.getLong("user_queries_count"))
                        .isEqualTo(number(sessions.userQueriesCount()) + number(threads.userQueriesCount()));
                assertThat(row.getDouble("average_session_length")).isEqualTo(sessions.averageSessionLength());
                assertThat(row.getDouble("average_conversation_length"))
                        .isCloseTo(
                                (number(sessions.sessionsCount()) * number(sessions.averageSessionLength())
                                                + number(threads.threadsCount())
                                                        * number(threads.averageThreadLength()))
                                        / together,
                                within(1e-9));
                assertThat(row.next()).isFalse();
            }
        }
    }

    @Test
    void adoptionCountsWholeWeeksFromMonday() throws SQLException {
        for (long company : companies()) {
            List<SessionsDay> sessions = week(Reports.SESSIONS, company);
            List<ThreadsDay> threads = week(Reports.THREADS, company);
            long queries = sum(sessions, row -> number(row.userQueriesCount()))
                    + sum(threads, row -> number(row.userQueriesCount()));
            long conversations =
                    sum(sessions, row -> number(row.sessionsCount())) + sum(threads, row -> number(row.threadsCount()));
            long days = Stream.concat(
                            sessions.stream()
                                    .filter(row -> number(row.userQueriesCount()) > 0)
                                    .map(SessionsDay::date),
                            threads.stream()
                                    .filter(row -> number(row.userQueriesCount()) > 0)
                                    .map(ThreadsDay::date))
                    .distinct()
                    .count();

            List<List<@Nullable Object>> rows = SqlFixture.query(
                    connection,
                    "SELECT week_start, active_days, conversations_count, user_queries_count, queries_per_conversation,"
                            + " queries_per_active_day FROM adoption WHERE week_start = '2026-03-02' AND company_id = "
                            + company);

            assertThat(rows)
                    .containsExactly(List.of(
                            MONDAY,
                            days,
                            conversations,
                            queries,
                            (double) queries / conversations,
                            (double) queries / days));
        }
    }

    @Test
    void satisfactionHasNoRateWhereThereIsNothingToDivideBy() throws SQLException {
        for (FeedbackDay feedback : simulator.dataset().rows(Reports.FEEDBACK, MONDAY, SUNDAY)) {
            long ratings = number(feedback.likesCount()) + number(feedback.dislikesCount());

            List<@Nullable Object> row = SqlFixture.query(
                            connection,
                            "SELECT ratings_count, approval_rate, copy_rate FROM satisfaction WHERE date = "
                                    + SqlFixture.day(feedback.date()) + " AND company_id = " + feedback.companyId())
                    .get(0);

            assertThat(row.get(0)).isEqualTo(ratings);
            assertThat(row.get(1)).isEqualTo(ratio(number(feedback.likesCount()), ratings));
            assertThat(row.get(2))
                    .isEqualTo(ratio(number(feedback.copiesCount()), number(feedback.modelResponsesCount())));
        }
        assertThat(SqlFixture.value(
                        connection,
                        "SELECT COUNT(*) FROM satisfaction WHERE date = '2026-03-03'"
                                + " AND ratings_count = 0 AND approval_rate IS NOT NULL"))
                .isEqualTo(0L);
    }

    @Test
    void adoptionSatisfactionIsOneRowForADayOfEither() throws SQLException {
        for (long company : companies()) {
            SessionsDay sessions = only(Reports.SESSIONS, company);
            FeedbackDay feedback = only(Reports.FEEDBACK, company);

            assertThat(SqlFixture.query(
                            connection,
                            "SELECT company_name, sessions_count, user_queries_count, model_responses_count, likes_count,"
                                    + " dislikes_count FROM adoption_satisfaction WHERE date = '2026-03-02'"
                                    + " AND company_id = " + company))
                    .containsExactly(java.util.Arrays.asList(
                            sessions.companyName(),
                            sessions.sessionsCount(),
                            sessions.userQueriesCount(),
                            sessions.modelResponsesCount(),
                            feedback.likesCount(),
                            feedback.dislikesCount()));
        }
    }

    @Test
    void resourceUsageListsDocumentsAndTools() throws SQLException {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (DocumentUse use : simulator.dataset().rows(Reports.DOCUMENTS, MONDAY, SUNDAY)) {
            expected.add(java.util.Arrays.asList(
                    use.companyId(),
                    use.date(),
                    "document",
                    String.valueOf(use.documentId()),
                    use.documentTitle() == null ? use.documentFilename() : use.documentTitle(),
                    use.usageCount()));
        }
        for (ToolUse use : simulator.dataset().rows(Reports.TOOLS, MONDAY, SUNDAY)) {
            expected.add(java.util.Arrays.asList(
                    use.companyId(), use.date(), "tool", use.toolName(), use.toolName(), use.usageCount()));
        }

        assertThat(SqlFixture.query(
                        connection,
                        "SELECT company_id, date, resource_kind, resource_id, resource_name, usage_count"
                                + " FROM resource_usage WHERE date BETWEEN '2026-03-02' AND '2026-03-08'"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<Long> companies() {
        return simulator.dataset().companies().stream()
                .map(company -> company.id())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static <R extends Row> R only(Report<R> report, long company) {
        return simulator.dataset().rows(report, MONDAY, MONDAY, Set.of(company)).get(0);
    }

    private static <R extends Row> List<R> week(Report<R> report, long company) {
        return simulator.dataset().rows(report, MONDAY, SUNDAY, Set.of(company));
    }

    private static <R> long sum(List<R> rows, ToLongFunction<R> value) {
        return rows.stream().mapToLong(value).sum();
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static long number(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static double number(@Nullable Double length) {
        return length == null ? 0 : length;
    }
}
