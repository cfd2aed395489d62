package io.github.paradigmreporting.jdbc.oracle;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The columns that a place in a statement can use. */
final class Columns {
    private record Known(String name, String kind) {}

    private final List<Known> all = new ArrayList<>();

    /** The columns of a table under an alias. */
    static Columns of(String table, String alias) {
        Columns columns = new Columns();
        columns.add(table, alias);
        return columns;
    }

    Columns add(String table, String alias) {
        for (SqlColumn column : SqlTables.find(table).orElseThrow().columns()) {
            if (column.name().startsWith("window_")) {
                continue; // a condition on them does not choose rows, it decides what is requested
            }
            named(alias.isEmpty() ? column.name() : alias + "." + column.name(), kind(column));
        }
        return this;
    }

    Columns named(String name, String kind) {
        all.add(new Known(name, kind));
        return this;
    }

    private static String kind(SqlColumn column) {
        if (column.name().endsWith("_id") && column.type() == ColumnType.BIGINT) {
            return "an_id";
        }
        return switch (column.type()) {
            // Too large to be multiplied.
            case BIGINT -> column.name().equals("user_queries_count") ? "an_id" : "a_whole";
            case DOUBLE -> "a_double";
            case TEXT -> "a_text";
            case DATE -> "a_day";
            case TIMESTAMP -> "a_moment";
        };
    }

    /** A column of a kind, or a value that stands for one where there is none. */
    String one(String kind, Random random) {
        List<Known> choices =
                all.stream().filter(known -> known.kind().equals(kind)).toList();
        if (!choices.isEmpty()) {
            return choices.get(random.nextInt(choices.size())).name();
        }
        return switch (kind) {
            case "a_whole", "an_id" -> "CAST(4 AS BIGINT)";
            case "a_double" -> "CAST(2.5 AS DOUBLE PRECISION)";
            case "a_text" -> "CAST('Acme' AS VARCHAR)";
            case "a_day" -> "DATE '2024-02-29'";
            case "a_moment" -> "TIMESTAMP '2024-02-29 12:00:00'";
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    /** Names of columns of any kind. */
    List<String> names() {
        return all.stream().map(Known::name).toList();
    }
}
