package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlTables;
import org.jspecify.annotations.Nullable;

/**
 * One column of an answer, or one parameter.
 *
 * @param label name in the answer
 * @param schema schema of that table, null for an expression
 * @param table table it comes from, null for an expression
 * @param column column it comes from, null for an expression
 * @param jdbcType code of {@link java.sql.Types}
 * @param typeName bare name of the type, without length or nullability
 * @param precision digits or characters, 0 where that means nothing
 * @param scale digits after the point
 * @param nullable whether a value may be null
 */
public record ResultColumn(
        String label,
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        int jdbcType,
        String typeName,
        int precision,
        int scale,
        boolean nullable) {
    /**
     * A column of a table in the one schema that metadata shows, or of none.
     *
     * @param label what it is called in the answer
     * @param table the table, or null
     * @param column the table's column, or null
     * @param jdbcType type of {@link java.sql.Types}
     * @param typeName name of the type
     * @param precision digits or characters
     * @param scale digits after the point
     * @param nullable whether it may be NULL
     */
    public ResultColumn(
            String label,
            @Nullable String table,
            @Nullable String column,
            int jdbcType,
            String typeName,
            int precision,
            int scale,
            boolean nullable) {
        this(
                label,
                table == null ? null : SqlTables.SCHEMA,
                table,
                column,
                jdbcType,
                typeName,
                precision,
                scale,
                nullable);
    }
}
