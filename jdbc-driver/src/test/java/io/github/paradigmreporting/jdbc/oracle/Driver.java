package io.github.paradigmreporting.jdbc.oracle;

import io.github.paradigmreporting.jdbc.DriverAccess;
import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.OtherExecutor;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The driver, in the three ways that it is compared with PostgreSQL. */
final class Driver implements AutoCloseable {
    private static final int LONGEST_SECONDS = 120;

    private final Connection connection;

    Driver(AwkwardInstance instance) throws SQLException {
        connection = DriverAccess.connect(
                instance.url(),
                AwkwardRows.NOW,
                "ssl",
                "false",
                "password",
                AwkwardInstance.KEY,
                "historyStart",
                AwkwardRows.FIRST.toString(),
                "requestsPerMinute",
                "100000");
    }

    /** As a user's tool runs a statement. */
    Answer planned(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            try (ResultSet result = statement.executeQuery(sql)) {
                return Answer.of(result);
            }
        } catch (SQLException e) {
            return Answer.Failure.of(e);
        }
    }

    /** With parameters. */
    Answer prepared(String sql, List<?> parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                return Answer.of(result);
            }
        } catch (SQLException e) {
            return Answer.Failure.of(e);
        }
    }

    /** By another executor than the one that the driver would choose. */
    Answer otherwise(String sql) {
        try {
            PlannedQuery plan = OtherExecutor.plan(sql);
            try (Execution execution = DriverAccess.execution(connection);
                    RowCursor cursor = plan.execute(execution)) {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                while (cursor.next() && rows.size() <= Answer.MOST_ROWS) {
                    rows.add(row(plan.columns(), cursor.row()));
                }
                return new Answer.Table(
                        plan.columns().stream().map(ResultColumn::label).toList(), rows);
            }
        } catch (SQLException e) {
            return Answer.Failure.of(e);
        } catch (RuntimeException e) {
            return Answer.Failure.of(DriverAccess.error(e));
        }
    }

    private static List<@Nullable Object> row(List<ResultColumn> columns, @Nullable Object[] values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            row.add(value(columns.get(i).jdbcType(), values[i]));
        }
        return row;
    }

    /** A value as the result set gives it. */
    private static @Nullable Object value(int type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case Types.DATE -> LocalDate.ofEpochDay((int) value);
            case Types.TIME -> LocalTime.ofNanoOfDay((int) value * 1_000_000L).toString();
            case Types.TIMESTAMP ->
                LocalDateTime.ofEpochSecond(
                        Math.floorDiv((long) value, 1000L),
                        (int) Math.floorMod((long) value, 1000L) * 1_000_000,
                        ZoneOffset.UTC);
            default -> value instanceof Number || value instanceof Boolean ? value : value.toString();
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
