package io.github.paradigmreporting.jdbc.engine;

import org.jspecify.annotations.Nullable;

/**
 * One column of an answer, or one parameter.
 *
 * @param label name in the answer
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
        @Nullable String table,
        @Nullable String column,
        int jdbcType,
        String typeName,
        int precision,
        int scale,
        boolean nullable) {}
