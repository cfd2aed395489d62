package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@link RandomQueries} should give: H2, which holds the rows that the simulator has without HTTP. */
final class H2Truth {
    private static final String OPTIONS =
            ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=DATE";

    /** All days that {@link RandomQueries} asks for. */
    private static final LocalDate FROM = LocalDate.parse("2026-08-01");

    private static final LocalDate TO = LocalDate.parse("2026-09-30");

    private H2Truth() {}

    /** A connection to a database of its own name, filled by the first. */
    static Connection connect(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:" + name + OPTIONS);
    }

    static void load(Connection h2, ParadigmSimulator simulator) throws SQLException {
        for (Report<?> report : Reports.ALL) {
            if (report.grain() == Grain.DAY) {
                load(h2, simulator, report);
            }
        }
    }

    private static <R extends Row> void load(Connection h2, ParadigmSimulator simulator, Report<R> report)
            throws SQLException {
        String columns = report.columns().stream()
                .map(column -> '"' + column.name() + "\" " + type(column))
                .collect(Collectors.joining(", "));
        try (Statement statement = h2.createStatement()) {
            statement.execute("CREATE TABLE " + report.name() + " (" + columns + ")");
        }
        String values = report.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                h2.prepareStatement("INSERT INTO " + report.name() + " VALUES (" + values + ")")) {
            for (R row : simulator.dataset().rows(report, FROM, TO)) {
                for (int i = 0; i < report.columns().size(); i++) {
                    Object value = report.columns().get(i).value(row);
                    insert.setObject(
                            i + 1,
                            value instanceof Instant instant
                                    ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                                    : value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String type(Column<?> column) {
        return switch (column.type()) {
            case BIGINT -> "BIGINT";
            case DOUBLE -> "DOUBLE PRECISION";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP(3)";
        };
    }

    /** An answer as text, the same for both databases. */
    static List<String> text(List<List<@Nullable Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(H2Truth::text).collect(Collectors.joining(" | ")))
                .toList();
    }

    /**
     * Numbers alike whatever their class, to six places: sums of doubles depend on the order. So that one that lies half way
     * between two texts has the same one however its last digit came out, all are moved away from there.
     */
    private static String text(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return String.valueOf(value).trim();
        }
        if (number instanceof Long || number instanceof Integer) {
            return number.toString();
        }
        double moved = number.doubleValue() + Math.copySign(1e-9, number.doubleValue());
        return String.format(Locale.ROOT, "%.6f", moved).replaceAll("\\.?0+$", "");
    }
}
