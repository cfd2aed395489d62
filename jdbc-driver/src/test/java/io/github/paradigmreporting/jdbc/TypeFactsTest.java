package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What results, getColumns, getTypeInfo and information_schema say of types is the same. */
class TypeFactsTest extends OnSimulator {
    /** Name, digits or characters at most, and digits after the point or of a second. */
    private record Fact(String name, int jdbcType, int size, int digits) {}

    @Test
    void theSameOfEveryColumn() throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        Map<String, Fact> types = new HashMap<>();
        try (ResultSet info = about.getTypeInfo()) {
            while (info.next()) {
                types.put(
                        info.getString("TYPE_NAME"),
                        new Fact(
                                info.getString("TYPE_NAME"),
                                info.getInt("DATA_TYPE"),
                                info.getInt("PRECISION"),
                                info.getInt("MAXIMUM_SCALE")));
            }
        }
        for (List<String> table : tables(about)) {
            List<Fact> columns = columns(about, table);
            String name = "\"" + table.get(0) + "\".\"" + table.get(1) + "\"";

            assertThat(columns).as(name).isNotEmpty();
            assertThat(columns).as(name).allSatisfy(fact -> assertThat(types.get(fact.name()))
                    .isEqualTo(fact));
            // By either executor.
            assertThat(result("SELECT * FROM " + name + " WHERE 1 = 0"))
                    .as(name)
                    .isEqualTo(columns);
            assertThat(result("SELECT * FROM " + name + " UNION ALL SELECT * FROM " + name + " LIMIT 0"))
                    .as(name)
                    .isEqualTo(columns);
            assertThat(informationSchema(table)).as(name).isEqualTo(columns);
        }
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void theSameOfExpressions() throws SQLException {
        List<String> fixed = List.of(
                "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "REAL", "DOUBLE", "DATE", "TIME", "TIMESTAMP");
        try (ResultSet info = connection.getMetaData().getTypeInfo()) {
            int seen = 0;
            while (info.next()) {
                String name = info.getString("TYPE_NAME");
                if (fixed.contains(name)) {
                    ResultSetMetaData about = about("SELECT CAST(NULL AS " + name + ")");
                    assertThat(about.getColumnTypeName(1)).isEqualTo(name);
                    assertThat(about.getColumnType(1)).as(name).isEqualTo(info.getInt("DATA_TYPE"));
                    assertThat(about.getPrecision(1)).as(name).isEqualTo(info.getInt("PRECISION"));
                    seen++;
                }
            }
            assertThat(seen).isEqualTo(fixed.size());
        }
        assertThat(about("SELECT CAST(NULL AS DECIMAL(9, 2))").getScale(1)).isEqualTo(2);
    }

    private static List<List<String>> tables(DatabaseMetaData about) throws SQLException {
        List<List<String>> tables = new ArrayList<>();
        try (ResultSet rows = about.getTables(null, null, "%", null)) {
            while (rows.next()) {
                tables.add(List.of(rows.getString("TABLE_SCHEM"), rows.getString("TABLE_NAME")));
            }
        }
        assertThat(tables)
                .contains(
                        List.of("paradigm", "sessions"),
                        List.of("information_schema", "columns"),
                        List.of("system", "cache"));
        return tables;
    }

    private static List<Fact> columns(DatabaseMetaData about, List<String> table) throws SQLException {
        List<Fact> columns = new ArrayList<>();
        try (ResultSet rows = about.getColumns(null, table.get(0), table.get(1), "%")) {
            while (rows.next()) {
                columns.add(new Fact(
                        rows.getString("TYPE_NAME"),
                        rows.getInt("DATA_TYPE"),
                        rows.getInt("COLUMN_SIZE"),
                        rows.getInt("DECIMAL_DIGITS")));
                boolean number = rows.getObject("NUM_PREC_RADIX") != null;
                assertThat(number)
                        .isEqualTo(
                                rows.getInt("DATA_TYPE") == Types.BIGINT || rows.getInt("DATA_TYPE") == Types.DOUBLE);
            }
        }
        return columns;
    }

    private static List<Fact> result(String sql) throws SQLException {
        List<Fact> columns = new ArrayList<>();
        ResultSetMetaData about = about(sql);
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(new Fact(
                    about.getColumnTypeName(i), about.getColumnType(i), about.getPrecision(i), about.getScale(i)));
        }
        return columns;
    }

    private static ResultSetMetaData about(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getMetaData();
        }
    }

    private static List<Fact> informationSchema(List<String> table) throws SQLException {
        String sql = "SELECT data_type, COALESCE(character_maximum_length, numeric_precision),"
                + " COALESCE(numeric_scale, datetime_precision, 0) FROM information_schema.columns WHERE table_schema = '"
                + table.get(0) + "' AND table_name = '" + table.get(1) + "' ORDER BY ordinal_position";
        List<Fact> columns = new ArrayList<>();
        for (List<@Nullable Object> row : SqlFixture.query(connection, sql)) {
            String name = String.valueOf(row.get(0));
            int type =
                    switch (name) {
                        case "BIGINT" -> Types.BIGINT;
                        case "DOUBLE" -> Types.DOUBLE;
                        case "VARCHAR" -> Types.VARCHAR;
                        case "DATE" -> Types.DATE;
                        default -> Types.TIMESTAMP;
                    };
            // Days and moments have no length in information_schema.
            int size = row.get(1) instanceof Long whole ? whole.intValue() : name.equals("DATE") ? 10 : 23;
            columns.add(new Fact(name, type, size, ((Number) java.util.Objects.requireNonNull(row.get(2))).intValue()));
        }
        return columns;
    }
}
