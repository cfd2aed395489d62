package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.report.ColumnType;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as metadata describes it.
 *
 * @param name bare name
 * @param jdbcType code of {@link Types}
 * @param size digits or characters
 * @param digits digits after the point, null where there are none
 * @param radix base of the digits, null for what is not a number
 * @param prefix what a literal begins with, null for a number
 * @param parameters what a declaration takes
 */
record TypeFacts(
        String name,
        int jdbcType,
        int size,
        @Nullable Integer digits,
        @Nullable Integer radix,
        @Nullable String prefix,
        @Nullable String parameters) {

    private static final TypeFacts BIGINT = new TypeFacts("BIGINT", Types.BIGINT, 19, 0, 10, null, null);
    private static final TypeFacts DOUBLE = new TypeFacts("DOUBLE", Types.DOUBLE, 53, null, 2, null, null);
    private static final TypeFacts VARCHAR =
            new TypeFacts("VARCHAR", Types.VARCHAR, ResultTypes.UNLIMITED, null, null, "'", "length");
    private static final TypeFacts DATE = new TypeFacts("DATE", Types.DATE, 10, null, null, "DATE '", null);
    private static final TypeFacts TIMESTAMP =
            new TypeFacts("TIMESTAMP", Types.TIMESTAMP, 23, 3, null, "TIMESTAMP '", "precision");

    /** Every type a result can have, tables' and expressions'. */
    static final List<TypeFacts> ALL = List.of(
            BIGINT,
            DOUBLE,
            VARCHAR,
            DATE,
            TIMESTAMP,
            new TypeFacts("BOOLEAN", Types.BOOLEAN, 1, null, null, null, null),
            new TypeFacts("TINYINT", Types.TINYINT, 3, 0, 10, null, null),
            new TypeFacts("SMALLINT", Types.SMALLINT, 5, 0, 10, null, null),
            new TypeFacts("INTEGER", Types.INTEGER, 10, 0, 10, null, null),
            new TypeFacts("REAL", Types.REAL, 24, null, 2, null, null),
            new TypeFacts("DECIMAL", Types.DECIMAL, 19, 19, 10, null, "precision,scale"),
            new TypeFacts("CHAR", Types.CHAR, 65_536, null, null, "'", "length"),
            new TypeFacts("TIME", Types.TIME, 12, 3, null, "TIME '", "precision"),
            new TypeFacts("VARBINARY", Types.VARBINARY, 65_536, null, null, "X'", "length"));

    static TypeFacts of(ColumnType type) {
        return switch (type) {
            case BIGINT -> BIGINT;
            case DOUBLE -> DOUBLE;
            case TEXT -> VARCHAR;
            case DATE -> DATE;
            case TIMESTAMP -> TIMESTAMP;
        };
    }
}
