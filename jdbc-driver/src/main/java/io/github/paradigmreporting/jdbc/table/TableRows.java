package io.github.paradigmreporting.jdbc.table;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code information_schema}, from the tables' descriptions. */
public final class TableRows {
    private static final String KEY = "_pk";

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
                rows.add(row(null, schema));
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
            case "tables" -> rows.add(row(null, schema, each.name(), type(each), each.remarks()));
            case "columns" -> {
                for (int i = 0; i < each.columns().size(); i++) {
                    SqlColumn column = each.columns().get(i);
                    SqlType type = SqlType.of(column.type());
                    boolean number = type.radix() != null;
                    boolean moment = type.jdbcType() == Types.TIMESTAMP;
                    rows.add(row(
                            null,
                            schema,
                            each.name(),
                            column.name(),
                            i + 1L,
                            type.name(),
                            type.jdbcType() == Types.VARCHAR ? whole(type.size()) : null,
                            number ? whole(type.size()) : null,
                            whole(type.radix()),
                            number ? whole(type.digits()) : null,
                            moment ? whole(type.digits()) : null,
                            column.nullable() ? "YES" : "NO",
                            column.remarks()));
                }
            }
            case "views" -> {
                if (each.source() instanceof TableSource.OfQuery view) {
                    rows.add(row(null, schema, each.name(), view.sql()));
                }
            }
            case "key_column_usage" -> keys(rows, schema, each);
            case "table_constraints" -> constraints(rows, schema, each);
            case "referential_constraints" -> references(rows, schema, each);
            case "check_constraints", "routines", "sequences", "triggers" -> {
                // There are none.
            }
            default -> throw new IllegalArgumentException(table.name() + " is not of information_schema");
        }
    }

    private static void keys(List<List<@Nullable Object>> rows, String schema, SqlTable each) {
        for (int i = 0; i < each.key().size(); i++) {
            rows.add(row(
                    null,
                    schema,
                    key(each),
                    null,
                    schema,
                    each.name(),
                    each.key().get(i),
                    i + 1L,
                    null,
                    null));
        }
        for (ForeignKey key : each.foreignKeys()) {
            rows.add(row(
                    null,
                    schema,
                    reference(each, key),
                    null,
                    schema,
                    each.name(),
                    key.column(),
                    1L,
                    key.table(),
                    key.referred()));
        }
    }

    private static String type(SqlTable table) {
        return table.kind().equals("TABLE") ? "BASE TABLE" : table.kind();
    }

    private static void constraints(List<List<@Nullable Object>> rows, String schema, SqlTable each) {
        if (!each.key().isEmpty()) {
            rows.add(row(null, schema, key(each), null, schema, each.name(), "PRIMARY KEY", "NO", "NO"));
        }
        for (ForeignKey key : each.foreignKeys()) {
            rows.add(row(null, schema, reference(each, key), null, schema, each.name(), "FOREIGN KEY", "NO", "NO"));
        }
    }

    private static void references(List<List<@Nullable Object>> rows, String schema, SqlTable each) {
        for (ForeignKey key : each.foreignKeys()) {
            rows.add(row(
                    null,
                    schema,
                    reference(each, key),
                    null,
                    schema,
                    key.table() + KEY,
                    "NONE",
                    "NO ACTION",
                    "NO ACTION"));
        }
    }

    private static String key(SqlTable table) {
        return table.name() + KEY;
    }

    private static String reference(SqlTable table, ForeignKey key) {
        return table.name() + "_" + key.table() + "_fk";
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
