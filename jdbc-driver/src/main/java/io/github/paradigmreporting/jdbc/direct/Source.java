package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of FROM and the names it goes by.
 *
 * @param table the table
 * @param schema its schema
 * @param alias the name the statement gives it, or null
 */
record Source(SqlTable table, String schema, @Nullable String alias) {
    /** Whether a column's or star's qualifier means this table. */
    void check(List<String> qualifier) {
        int parts = qualifier.size();
        boolean fits = parts == 0
                || (parts == 1 && qualifier.get(0).equalsIgnoreCase(alias == null ? table.name() : alias))
                || (parts == 2
                        && alias == null
                        && qualifier.get(0).equalsIgnoreCase(schema)
                        && qualifier.get(1).equalsIgnoreCase(table.name()));
        if (!fits) {
            throw new Declined();
        }
    }

    /** Number of the column of a name in any case. */
    int column(String name) {
        List<SqlColumn> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new Declined();
    }

    boolean has(String name) {
        return table.indexOf(name).isPresent();
    }

    SqlColumn at(int column) {
        return table.columns().get(column);
    }
}
