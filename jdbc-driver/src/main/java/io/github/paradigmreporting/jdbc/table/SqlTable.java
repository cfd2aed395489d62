package io.github.paradigmreporting.jdbc.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One table as users see it.
 *
 * @param name name as shown; SQL finds it in any case
 * @param source where its rows come from
 * @param remarks what a row is
 * @param columns the columns in order
 * @param key names of the key columns in key order
 * @param foreignKeys references to other tables
 */
public record SqlTable(
        String name,
        TableSource source,
        String remarks,
        List<SqlColumn> columns,
        List<String> key,
        List<ForeignKey> foreignKeys) {
    /** Copies the lists. */
    public SqlTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * The column of a name in any case.
     *
     * @param column the name
     * @return its index from 0, or empty
     */
    public Optional<Integer> indexOf(String column) {
        String wanted = column.toLowerCase(Locale.ROOT);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(wanted)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /**
     * What JDBC calls such a table.
     *
     * @return {@code TABLE}, {@code VIEW} or {@code SYSTEM TABLE}
     */
    public String kind() {
        if (source instanceof TableSource.OfDriver) {
            return "SYSTEM TABLE";
        }
        return source instanceof TableSource.OfQuery ? "VIEW" : "TABLE";
    }

    @Override
    public String toString() {
        return name;
    }
}
