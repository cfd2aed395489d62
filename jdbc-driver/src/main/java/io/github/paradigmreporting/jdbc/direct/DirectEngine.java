package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import io.github.paradigmreporting.jdbc.table.TableSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first tier: plans simple statements in microseconds, or declines. Safe for threads. */
public final class DirectEngine {
    private final Map<String, SqlTable> tables = new HashMap<>();

    /**
     * An engine.
     *
     * @param catalog the tables there are
     */
    public DirectEngine(Catalog catalog) {
        for (Map.Entry<String, List<SqlTable>> schema : catalog.schemas().entrySet()) {
            for (SqlTable table : schema.getValue()) {
                tables.put(schema.getKey() + "." + table.name().toLowerCase(Locale.ROOT), table);
            }
        }
    }

    /**
     * Plans a statement.
     *
     * @param sql the statement
     * @return the plan, or null when the statement is not for this tier
     */
    public @Nullable PlannedQuery plan(String sql) {
        try {
            return new DirectQuery(new Recogniser(new Words(sql), this::table).statement());
        } catch (Declined e) {
            return null;
        }
    }

    private @Nullable SqlTable table(@Nullable String schema, String name) {
        String path = (schema == null ? SqlTables.SCHEMA : schema) + "." + name;
        SqlTable table = tables.get(path.toLowerCase(Locale.ROOT));
        return table == null || table.source() instanceof TableSource.OfQuery ? null : table;
    }
}
