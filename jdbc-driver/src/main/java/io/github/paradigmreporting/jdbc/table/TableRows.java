package io.github.paradigmreporting.jdbc.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code information_schema}, from the tables' descriptions. */
public final class TableRows {
    private TableRows() {}

    /**
     * All rows of a table about tables.
     *
     * @param table one of {@link SystemTables#informationSchema()}
     * @param catalog what it tells of
     * @return a value per column of the table
     */
    public static List<List<@Nullable Object>> of(SqlTable table, Catalog catalog) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        catalog.schemas().forEach((schema, tables) -> {
            if (table.equals(SystemTables.SCHEMATA)) {
                rows.add(row(schema));
                return;
            }
            for (SqlTable each : tables) {
                add(rows, table, schema, each);
            }
        });
        return rows;
    }

    private static void add(List<List<@Nullable Object>> rows, SqlTable table, String schema, SqlTable each) {
        switch (table.name()) {
            case "tables" -> rows.add(row(schema, each.name(), type(each), each.remarks()));
            case "columns" -> {
                for (int i = 0; i < each.columns().size(); i++) {
                    SqlColumn column = each.columns().get(i);
                    rows.add(row(
                            schema,
                            each.name(),
                            column.name(),
                            i + 1L,
                            type(column),
                            column.nullable() ? "YES" : "NO",
                            column.remarks()));
                }
            }
            case "views" -> {
                if (each.source() instanceof TableSource.OfQuery view) {
                    rows.add(row(schema, each.name(), view.sql()));
                }
            }
            case "key_column_usage" -> keys(rows, schema, each);
            default -> throw new IllegalArgumentException(table.name() + " is not of information_schema");
        }
    }

    private static void keys(List<List<@Nullable Object>> rows, String schema, SqlTable each) {
        for (int i = 0; i < each.key().size(); i++) {
            rows.add(row(each.name() + "_pk", schema, each.name(), each.key().get(i), i + 1L, null, null));
        }
        for (ForeignKey key : each.foreignKeys()) {
            rows.add(row(
                    each.name() + "_" + key.table() + "_fk",
                    schema,
                    each.name(),
                    key.column(),
                    1L,
                    key.table(),
                    key.referred()));
        }
    }

    private static String type(SqlTable table) {
        if (table.source() instanceof TableSource.OfDriver) {
            return "SYSTEM TABLE";
        }
        return table.source() instanceof TableSource.OfQuery ? "VIEW" : "BASE TABLE";
    }

    private static String type(SqlColumn column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case BIGINT, DOUBLE, DATE, TIMESTAMP -> column.type().name();
        };
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
