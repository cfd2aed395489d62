package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Which getter gives what for a value of which type, and which conversion is refused with which SQLState: JDBC's table B-6, with
 * java.time. The table is a file; {@code -Dparadigm.docs.update=true} writes it, somebody reads it, and commits it.
 */
class GetterMatrixTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "getters.txt");
    private static final Map<String, String> TYPES = new LinkedHashMap<>();
    private static final Map<String, Getter> GETTERS = new LinkedHashMap<>();

    static {
        TYPES.put("BOOLEAN", "TRUE");
        TYPES.put("TINYINT", "CAST(12 AS TINYINT)");
        TYPES.put("SMALLINT", "CAST(12 AS SMALLINT)");
        TYPES.put("INTEGER", "12");
        TYPES.put("BIGINT", "CAST(12 AS BIGINT)");
        TYPES.put("REAL", "CAST(12.5 AS REAL)");
        TYPES.put("DOUBLE", "CAST(12.5 AS DOUBLE)");
        TYPES.put("DECIMAL", "CAST(12.50 AS DECIMAL(10, 2))");
        TYPES.put("CHAR", "CAST('12' AS CHAR(4))");
        TYPES.put("VARCHAR", "CAST('2026-07-15' AS VARCHAR(20))");
        TYPES.put("DATE", "DATE '2026-07-15'");
        TYPES.put("TIME", "TIME '12:30:15'");
        TYPES.put("TIMESTAMP", "TIMESTAMP '2026-07-15 12:30:15.25'");
        TYPES.put("VARBINARY", "CAST(X'4142' AS VARBINARY(4))");

        GETTERS.put("getString", ResultSet::getString);
        GETTERS.put("getNString", ResultSet::getNString);
        GETTERS.put("getBoolean", ResultSet::getBoolean);
        GETTERS.put("getByte", ResultSet::getByte);
        GETTERS.put("getShort", ResultSet::getShort);
        GETTERS.put("getInt", ResultSet::getInt);
        GETTERS.put("getLong", ResultSet::getLong);
        GETTERS.put("getFloat", ResultSet::getFloat);
        GETTERS.put("getDouble", ResultSet::getDouble);
        GETTERS.put("getBigDecimal", ResultSet::getBigDecimal);
        GETTERS.put("getBytes", ResultSet::getBytes);
        GETTERS.put("getDate", ResultSet::getDate);
        GETTERS.put("getTime", ResultSet::getTime);
        GETTERS.put("getTimestamp", ResultSet::getTimestamp);
        GETTERS.put("getAsciiStream", (rows, i) -> rows.getAsciiStream(i).readAllBytes());
        GETTERS.put("getBinaryStream", (rows, i) -> rows.getBinaryStream(i).readAllBytes());
        GETTERS.put("getCharacterStream", (rows, i) -> {
            java.io.StringWriter text = new java.io.StringWriter();
            rows.getCharacterStream(i).transferTo(text);
            return text;
        });
        GETTERS.put("getClob", (rows, i) -> {
            Clob clob = rows.getClob(i);
            return clob.getSubString(1, (int) clob.length());
        });
        GETTERS.put("getBlob", (rows, i) -> rows.getBlob(i).getBytes(1, 99));
        GETTERS.put("getURL", ResultSet::getURL);
        GETTERS.put("getNClob", ResultSet::getNClob);
        GETTERS.put("getArray", ResultSet::getArray);
        GETTERS.put("getRef", ResultSet::getRef);
        GETTERS.put("getRowId", ResultSet::getRowId);
        GETTERS.put("getSQLXML", ResultSet::getSQLXML);
        GETTERS.put("getObject", (rows, i) -> {
            Object value = rows.getObject(i);
            return value.getClass().getSimpleName() + " " + text(value);
        });
        for (Class<?> type : List.<Class<?>>of(
                String.class,
                Boolean.class,
                Byte.class,
                Short.class,
                Integer.class,
                Long.class,
                Float.class,
                Double.class,
                BigDecimal.class,
                BigInteger.class,
                byte[].class,
                java.sql.Date.class,
                java.sql.Time.class,
                java.sql.Timestamp.class,
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                OffsetTime.class,
                ZonedDateTime.class,
                Instant.class,
                Object.class,
                Thread.class)) {
            GETTERS.put("as " + type.getSimpleName(), (rows, i) -> {
                Object value = rows.getObject(i, type);
                assertThat(type).isAssignableFrom(value.getClass());
                return value;
            });
        }
    }

    /** A getter by number. */
    private interface Getter {
        @Nullable
        Object of(ResultSet rows, int column) throws SQLException, IOException;
    }

    @Test
    void everyGetterAnswersAsTheTableSays() throws Exception {
        String table = table("SELECT " + String.join(", ", TYPES.values()));

        if (Boolean.getBoolean("paradigm.docs.update")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE));
    }

    /** Null is null for every getter that has a null, zero or false for the others, and never an error of conversion. */
    @Test
    void everyGetterKnowsNull() throws Exception {
        List<String> nulls = TYPES.values().stream()
                .map(value -> "CASE WHEN " + value + " IS NULL THEN " + value + " END")
                .toList();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + String.join(", ", nulls))) {
            rows.next();
            for (int i = 1; i <= TYPES.size(); i++) {
                assertThat(rows.getString(i)).isNull();
                assertThat(rows.wasNull()).isTrue();
                assertThat(rows.getInt(i)).isZero();
                assertThat(rows.getDouble(i)).isZero();
                assertThat(rows.getBoolean(i)).isFalse();
                assertThat(rows.wasNull()).isTrue();
                assertThat((Object) rows.getDate(i)).isNull();
                assertThat((Object) rows.getTimestamp(i)).isNull();
                assertThat(rows.getObject(i)).isNull();
                assertThat((Object) rows.getObject(i, LocalDate.class)).isNull();
                assertThat((Object) rows.getBytes(i)).isNull();
                assertThat((Object) rows.getCharacterStream(i)).isNull();
            }
        }
    }

    private static String table(String sql) throws Exception {
        StringBuilder out = new StringBuilder();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            List<String> types = new ArrayList<>(TYPES.keySet());
            for (int i = 1; i <= types.size(); i++) {
                assertThat(rows.getMetaData().getColumnTypeName(i)).isEqualTo(types.get(i - 1));
            }
            for (Map.Entry<String, Getter> getter : GETTERS.entrySet()) {
                out.append(getter.getKey()).append('\n');
                for (int i = 1; i <= types.size(); i++) {
                    out.append(String.format("    %-10s %s%n", types.get(i - 1), answer(getter.getValue(), rows, i)));
                }
            }
        }
        return out.toString().replace("\r\n", "\n");
    }

    private static String answer(Getter getter, ResultSet rows, int column) throws IOException {
        try {
            return text(getter.of(rows, column));
        } catch (SQLException e) {
            return "refused: " + e.getSQLState();
        }
    }

    private static String text(@Nullable Object value) {
        return (value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value))
                .stripTrailing();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:paradigm://localhost:1?ssl=false", "x", "no-key");
    }
}
