package io.github.paradigmreporting.jdbc.oracle;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an engine gives for a statement. */
sealed interface Answer {
    /** More than any statement of these tests should give. */
    int MOST_ROWS = 20_000;

    /**
     * Rows.
     *
     * @param labels names of the columns
     * @param rows values as {@link #value} gives them
     */
    record Table(List<String> labels, List<List<@Nullable Object>> rows) implements Answer {
        @Override
        public String toString() {
            String shown = rows.stream().limit(6).map(Table::text).collect(Collectors.joining("\n      "));
            return rows.size() + " rows of " + labels + "\n      " + shown;
        }

        private static String text(List<@Nullable Object> row) {
            return row.stream()
                    .map(value -> value == null ? "null" : value.getClass().getSimpleName() + " " + value)
                    .collect(Collectors.joining(" | "));
        }
    }

    /** An error. */
    record Failure(String state, String message) implements Answer {
        static Failure of(SQLException e) {
            return new Failure(String.valueOf(e.getSQLState()), String.valueOf(e.getMessage()));
        }

        /** Whether the engine does not take the statement at all; another one may. */
        boolean isRefusal() {
            return state.startsWith("42") || state.startsWith("0A") || state.startsWith("57");
        }

        /** Whether a parameter's value does not suit its place. */
        boolean isBadParameter() {
            return state.startsWith("22") || state.equals("07006");
        }

        @Override
        public String toString() {
            return state + " " + message.lines().limit(3).collect(Collectors.joining(" / "));
        }
    }

    /** Whether it has a row or an interval as a value, or no columns: what no statement of these tests is about. */
    default boolean isOdd() {
        return this instanceof Table table
                && (table.labels().isEmpty()
                        || table.labels().contains("row")
                        || table.labels().contains("interval"));
    }

    /** All rows of a result. */
    static Answer of(ResultSet result) throws SQLException {
        ResultSetMetaData metadata = result.getMetaData();
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            labels.add(metadata.getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next() && rows.size() <= MOST_ROWS) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= labels.size(); i++) {
                row.add(value(result, i, metadata.getColumnType(i), metadata.getColumnTypeName(i)));
            }
            rows.add(row);
        }
        return rows.size() > MOST_ROWS
                ? new Failure("57014", "more than " + MOST_ROWS + " rows, which are not compared")
                : new Table(labels, rows);
    }

    /** A value without java.sql's classes of dates, which know the zone of this machine; moments in UTC. */
    private static @Nullable Object value(ResultSet result, int column, int type, String name) throws SQLException {
        if (name.equals("timestamptz")) {
            OffsetDateTime moment = result.getObject(column, OffsetDateTime.class);
            return moment == null
                    ? null
                    : moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        return switch (type) {
            case Types.DATE -> result.getObject(column, LocalDate.class);
            case Types.TIMESTAMP -> result.getObject(column, LocalDateTime.class);
            case Types.BIGINT,
                    Types.INTEGER,
                    Types.SMALLINT,
                    Types.TINYINT,
                    Types.DOUBLE,
                    Types.FLOAT,
                    Types.REAL,
                    Types.DECIMAL,
                    Types.NUMERIC,
                    Types.BOOLEAN,
                    Types.BIT -> result.getObject(column);
            default -> result.getString(column);
        };
    }
}
