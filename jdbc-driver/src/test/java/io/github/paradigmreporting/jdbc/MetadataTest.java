package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Company;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What tools learn about tables, keys and types. */
class MetadataTest {
    private static ParadigmSimulator simulator;
    private static Connection connection;
    private static DatabaseMetaData about;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
        connection = SqlFixture.connect(simulator, "historyStart", "2026-01-01");
        about = connection.getMetaData();
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    @AfterEach
    void forget() {
        simulator.journal().clear();
    }

    @Test
    void listsTheTablesWithRemarks() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = about.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
                assertThat(tables.getString("TABLE_CAT")).isNull();
                assertThat(tables.getString("TABLE_SCHEM")).isEqualTo("paradigm");
                assertThat(tables.getString("REMARKS")).isNotBlank();
            }
        }
        List<String> expected =
                new ArrayList<>(Reports.ALL.stream().map(Report::name).toList());
        expected.addAll(List.of("companies", "calendar"));
        assertThat(names).isSorted().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(simulator.journal().count()).isZero();
    }

    static Stream<Report<?>> reports() {
        return Reports.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void describesEveryColumnAsTheReportDoes(Report<?> report) throws SQLException {
        try (ResultSet columns = about.getColumns("", "paradigm", report.name(), null)) {
            int position = 0;
            for (Column<?> column : report.columns()) {
                assertThat(columns.next()).isTrue();
                assertThat(columns.getString("COLUMN_NAME")).isEqualTo(column.name());
                assertThat(columns.getInt("ORDINAL_POSITION")).isEqualTo(++position);
                assertThat(columns.getInt("NULLABLE"))
                        .isEqualTo(column.key() ? DatabaseMetaData.columnNoNulls : DatabaseMetaData.columnNullable);
                assertThat(columns.getString("REMARKS")).contains(column.description());
                assertThat(columns.getString("TYPE_NAME")).isIn("BIGINT", "DOUBLE", "VARCHAR", "DATE", "TIMESTAMP");
                assertThat(columns.getInt("COLUMN_SIZE")).isPositive();
            }
            assertThat(columns.next()).isFalse();
        }
        assertThat(about.getColumns(null, null, "sessions", "unique\\_models%")).satisfies(columns -> {
            assertThat(columns.next()).isTrue();
            assertThat(columns.getString("REMARKS")).contains("Must not be summed");
        });
    }

    @ParameterizedTest
    @MethodSource("reports")
    void saysTheSameOfResultsAsOfTables(Report<?> report) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet empty = statement.executeQuery("SELECT * FROM " + report.name() + " WHERE 1 = 0");
                ResultSet columns = about.getColumns(null, null, report.name(), null)) {
            ResultSetMetaData result = empty.getMetaData();
            for (int i = 1; i <= result.getColumnCount(); i++) {
                assertThat(columns.next()).isTrue();
                assertThat(result.getColumnName(i)).isEqualTo(columns.getString("COLUMN_NAME"));
                assertThat(result.getColumnType(i)).isEqualTo(columns.getInt("DATA_TYPE"));
                assertThat(result.getColumnTypeName(i)).isEqualTo(columns.getString("TYPE_NAME"));
                assertThat(result.isNullable(i)).isEqualTo(columns.getInt("NULLABLE"));
                assertThat(result.getTableName(i)).isEqualTo(report.name());
                assertThat(result.getSchemaName(i)).isEqualTo("paradigm");
                assertThat(result.getColumnDisplaySize(i)).isPositive();
                assertThat(result.isSearchable(i)).isTrue();
            }
        }
        assertThat(simulator.journal().count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sessions,2", "documents,3", "tools,3", "members,1", "companies,1", "calendar,1", "%,15"})
    void knowsPrimaryKeys(String table, int columns) throws SQLException {
        try (ResultSet keys = about.getPrimaryKeys(null, "paradigm", table)) {
            assertThat(SqlFixture.rows(keys)).hasSize(columns);
        }
    }

    @Test
    void refersFromReportsToCompaniesAndCalendar() throws SQLException {
        try (ResultSet keys = about.getImportedKeys(null, "paradigm", "documents")) {
            assertThat(SqlFixture.rows(keys))
                    .extracting(row -> row.get(2) + "." + row.get(3) + "<-" + row.get(6) + "." + row.get(7))
                    .containsExactly("calendar.date<-documents.date", "companies.company_id<-documents.company_id");
        }
        try (ResultSet keys = about.getExportedKeys(null, null, "companies")) {
            assertThat(SqlFixture.rows(keys)).hasSize(Reports.ALL.size());
        }
        try (ResultSet keys = about.getCrossReference(null, null, "calendar", null, null, "feedback")) {
            assertThat(SqlFixture.rows(keys)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,null,sessions,1",
                "'',paradigm,sessions,1",
                "other,paradigm,sessions,0",
                "null,'',sessions,0",
                "null,PARADIGM,SESSIONS,1",
                "null,para%,se______,1",
                "null,para_igm,s%s,1",
                "null,para\\_igm,sessions,0",
                "null,null,nosuch,0"
            })
    void matchesNamesAsJdbcSays(@Nullable String catalog, @Nullable String schema, String table, int found)
            throws SQLException {
        try (ResultSet tables = about.getTables(catalog, schema, table, null)) {
            assertThat(SqlFixture.rows(tables)).hasSize(found);
        }
    }

    @Test
    void listsTypesInOrderAndOnce() throws SQLException {
        try (ResultSet types = about.getTypeInfo()) {
            List<Integer> codes = new ArrayList<>();
            while (types.next()) {
                codes.add(types.getInt("DATA_TYPE"));
            }
            assertThat(codes)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .contains(Types.BIGINT, Types.DOUBLE, Types.VARCHAR, Types.DATE, Types.TIMESTAMP);
        }
    }

    @Test
    void listsTheCompaniesInOneRequest() throws SQLException {
        assertThat(SqlFixture.query(connection, "SELECT * FROM companies ORDER BY company_id"))
                .isEqualTo(simulator.dataset().companies().stream()
                        .map(company -> List.<Object>of(company.id(), company.name()))
                        .toList());
        assertThat(simulator.journal().count()).isEqualTo(1);
    }

    @Test
    void findsTheCompaniesOfAnInstanceThatOffersNoMembers() throws SQLException {
        try (ParadigmSimulator old = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .legacy()
                        .start();
                Connection connected = SqlFixture.connect(old, "historyStart", "2026-09-01")) {
            assertThat(SqlFixture.query(connected, "SELECT company_name FROM companies"))
                    .containsExactlyInAnyOrderElementsOf(old.dataset().companies().stream()
                            .map(Company::name)
                            .map(List::<Object>of)
                            .toList());
        }
    }

    @Test
    void makesTheCalendarWithoutARequest() throws SQLException {
        assertThat(SqlFixture.query(
                        connection,
                        "SELECT date, calendar_year, calendar_quarter, iso_week, day_name, is_weekend, week_start,"
                                + " quarter_start FROM calendar WHERE date = '2026-05-10'"))
                .containsExactly(List.of(
                        LocalDate.parse("2026-05-10"),
                        2026L,
                        2L,
                        19L,
                        "Sunday",
                        1L,
                        LocalDate.parse("2026-05-04"),
                        LocalDate.parse("2026-04-01")));
        assertThat(SqlFixture.value(connection, "SELECT MIN(date) FROM calendar"))
                .isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(simulator.journal().count()).isZero();
    }
}
