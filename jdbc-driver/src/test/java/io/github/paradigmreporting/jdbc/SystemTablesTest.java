package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SQL can ask about tables, and about what the driver does. */
class SystemTablesTest {
    private ParadigmSimulator simulator;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(2)
                .documentsPerDay(2)
                .start();
        connection = SqlFixture.connect(simulator, "historyStart", "2026-10-01");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    @Test
    void namesTheSchemaOfEachColumn() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT t.table_name, r.report, c.date, 1 FROM information_schema.tables t,"
                                + " \"system\".requests r, calendar c WHERE 1 = 0")) {
            List<String> schemas = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                schemas.add(rows.getMetaData().getSchemaName(i));
            }
            assertThat(schemas).containsExactly("information_schema", "system", "paradigm", "");
        }
    }

    @Test
    void informationSchemaSaysTheSameAsTheMetadata() throws SQLException {
        List<List<@Nullable Object>> expected = new ArrayList<>();
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet columns = about.getColumns(null, "paradigm", "%", "%")) {
            while (columns.next()) {
                expected.add(Arrays.asList(
                        columns.getString("TABLE_NAME"),
                        columns.getString("COLUMN_NAME"),
                        columns.getLong("ORDINAL_POSITION"),
                        columns.getString("TYPE_NAME"),
                        columns.getString("IS_NULLABLE"),
                        columns.getString("REMARKS")));
            }
        }

        assertThat(SqlFixture.query(
                        connection,
                        "SELECT table_name, column_name, ordinal_position, data_type, is_nullable, remarks"
                                + " FROM information_schema.columns WHERE table_schema = 'paradigm'"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void showsAndDescribes() throws SQLException {
        assertThat(SqlFixture.query(connection, "SHOW TABLES;"))
                .extracting(row -> row.get(0) + " " + row.get(1))
                .contains("sessions BASE TABLE", "daily_usage VIEW", "calendar BASE TABLE")
                .doesNotContain("columns SYSTEM TABLE")
                .isSorted();
        assertThat(SqlFixture.query(connection, "show tables from system"))
                .extracting(row -> row.get(0))
                .containsExactly("cache", "requests");
        assertThat(SqlFixture.query(connection, "SHOW TABLES LIKE 'a%'"))
                .extracting(row -> row.get(0))
                .containsExactly("adoption", "adoption_satisfaction");
        assertThat(SqlFixture.query(connection, "SHOW SCHEMAS"))
                .containsExactly(List.of("information_schema"), List.of("paradigm"), List.of("system"));
        assertThat(SqlFixture.query(connection, "DESCRIBE Sessions"))
                .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
                .startsWith("company_id BIGINT NO", "company_name VARCHAR YES", "date DATE NO");
        assertThat(SqlFixture.query(connection, "SHOW COLUMNS FROM paradigm.`tools`"))
                .isEqualTo(SqlFixture.query(connection, "DESC tools"))
                .hasSize(5);
        assertThat(SqlFixture.query(
                        connection,
                        "SELECT column_name FROM information_schema.key_column_usage WHERE table_name = 'tools'"
                                + " AND referenced_table_name IS NULL ORDER BY ordinal_position"))
                .containsExactly(List.of("company_id"), List.of("date"), List.of("tool_name"));
        assertThat(SqlFixture.value(
                        connection,
                        "SELECT view_definition FROM information_schema.views WHERE table_name = 'satisfaction'"))
                .asString()
                .contains("paradigm.feedback");
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void showsWhatIsInMemory() throws SQLException {
        SqlFixture.query(connection, "SELECT * FROM sessions WHERE date BETWEEN '2026-10-05' AND '2026-10-08'");

        List<List<@Nullable Object>> rows = SqlFixture.query(
                connection,
                "SELECT report, company_id, first_day, last_day, is_settled FROM system.cache WHERE row_count > 0"
                        + " AND byte_count > 0 AND fetched_at > TIMESTAMP '2026-01-01 00:00:00'");

        LocalDate first = LocalDate.parse("2026-10-05");
        LocalDate last = LocalDate.parse("2026-10-08");
        assertThat(rows)
                .containsExactly(
                        Arrays.asList("sessions", null, first, last, 1L),
                        Arrays.asList("threads", null, first, last, 1L));
    }

    @Test
    void showsWhatWasReadAndFromWhere() throws SQLException {
        SqlFixture.query(connection, "SELECT * FROM sessions WHERE date BETWEEN '2026-10-05' AND '2026-10-08'");
        SqlFixture.query(connection, "SELECT * FROM sessions WHERE date BETWEEN '2026-10-07' AND '2026-10-09'");
        simulator.faults().next(9, "feedback", Fault.status(403));
        assertThatThrownBy(() -> SqlFixture.query(connection, "SELECT * FROM feedback WHERE date = '2026-10-07'"))
                .isInstanceOf(SQLException.class);

        List<List<@Nullable Object>> rows = SqlFixture.query(
                connection,
                "SELECT report, first_day, status, served_from, request_count, days_in_memory, days_requested, row_count"
                        + " FROM system.requests WHERE duration_ms >= 0 ORDER BY read_id");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .containsExactly("sessions", LocalDate.parse("2026-10-05"), "done", "instance", 1L, 0L, 4L, 8L);
        assertThat(rows.get(1))
                .containsExactly("sessions", LocalDate.parse("2026-10-07"), "done", "memory, instance", 1L, 2L, 1L, 6L);
        assertThat(rows.get(2).subList(0, 4))
                .containsExactly("feedback", LocalDate.parse("2026-10-07"), "failed", "instance");
    }

    @Test
    void showsHowFarAStatementIs() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM sessions WHERE date >= '2026-10-05'")) {
            for (int i = 0; i < 3; i++) {
                rows.next();
            }
            assertThat(SqlFixture.query(connection, "SELECT status, row_count FROM system.requests"))
                    .containsExactly(List.of("running", 3L));
        }
        assertThat(SqlFixture.query(connection, "SELECT status FROM system.requests"))
                .containsExactly(List.of("stopped"));
    }

    @Test
    void countsTheBytesOfWhatTheInstanceAnswered() throws SQLException {
        String sql = "SELECT * FROM sessions WHERE date BETWEEN '2026-10-05' AND '2026-10-08'";
        SqlFixture.query(connection, sql);
        SqlFixture.query(connection, sql);
        try (Connection keepsNothing = SqlFixture.connect(simulator, "storeSize", "0", "gzip", "false")) {
            SqlFixture.query(keepsNothing, sql);
        }

        List<List<@Nullable Object>> rows =
                SqlFixture.query(connection, "SELECT byte_count FROM system.requests ORDER BY read_id");

        long sent = simulator.journal().list().get(1).bytes();
        assertThat(rows).containsExactly(List.of(sent), List.of(0L), List.of(sent));
    }

    @Test
    void countsOnlyRequestsThatAreSent() throws SQLException {
        for (String storeSize : List.of("0", "64MiB")) {
            try (Connection frugal = SqlFixture.connect(
                    simulator, "maxRequestsPerStatement", "2", "windowDays", "7", "storeSize", storeSize)) {
                simulator.journal().clear();
                String from = storeSize.equals("0") ? "2026-03-01" : "2026-04-01";
                String sql = "SELECT * FROM tools WHERE date >= '" + from + "'";

                // Two companies with four tools each: the tenth day is in the second window.
                assertThat(SqlFixture.query(frugal, sql + " LIMIT 60")).hasSize(60);

                assertThat(simulator.journal().count()).isEqualTo(2);
                assertThatThrownBy(() -> SqlFixture.query(frugal, sql + " LIMIT 600"))
                        .hasMessageContaining("more than 2 requests");
            }
        }
    }

    @Test
    void refusesAStatementThatNeedsMoreRequestsThanItMay() throws SQLException {
        try (Connection frugal = SqlFixture.connect(
                simulator, "maxRequestsPerStatement", "2", "windowDays", "7", "maxConcurrentRequests", "1")) {
            assertThat(SqlFixture.query(frugal, "SELECT * FROM tools WHERE date BETWEEN '2026-06-01' AND '2026-06-14'"))
                    .isNotEmpty();
            simulator.journal().clear();

            assertThatThrownBy(() -> SqlFixture.query(
                            frugal, "SELECT COUNT(*) FROM documents WHERE date BETWEEN '2026-06-01' AND '2026-06-30'"))
                    .hasMessageContaining("more than 2 requests")
                    .hasMessageContaining("maxRequestsPerStatement")
                    .asInstanceOf(type(SQLException.class))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("54000"));
            assertThat(simulator.journal().count()).isEqualTo(2);
        }
    }
}
