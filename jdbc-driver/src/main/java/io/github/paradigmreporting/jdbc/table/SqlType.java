package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.ColumnType;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as metadata, results and {@code information_schema} describe it. What they say comes from here.
 *
 * @param name bare name
 * @param jdbcType code of {@link Types}
 * @param size digits or characters, at most
 * @param digits digits after the point, or of a second; null where there are none
 * @param radix base of the digits, null for what is not a number
 * @param prefix what a literal begins with, null for a number
 * @param parameters what a declaration takes
 */
public record SqlType(
        String name,
        int jdbcType,
        int size,
        @Nullable Integer digits,
        @Nullable Integer radix,
        @Nullable String prefix,
        @Nullable String parameters) {
    /** Characters of a text whose length is not limited. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final SqlType BIGINT = new SqlType("BIGINT", Types.BIGINT, 19, 0, 10, null, null);
    // Decimal digits that every double keeps, as ResultSetMetaData counts them.
    private static final SqlType DOUBLE = new SqlType("DOUBLE", Types.DOUBLE, 15, null, 10, null, null);
    private static final SqlType VARCHAR = new SqlType("VARCHAR", Types.VARCHAR, UNLIMITED, null, null, "'", "length");
    private static final SqlType DATE = new SqlType("DATE", Types.DATE, 10, null, null, "DATE '", null);
    private static final SqlType TIMESTAMP =
            new SqlType("TIMESTAMP", Types.TIMESTAMP, 23, 3, null, "TIMESTAMP '", "precision");

    /** Every type a result can have, tables' and expressions'. */
    public static final List<SqlType> ALL = List.of(
            BIGINT,
            DOUBLE,
            VARCHAR,
            DATE,
            TIMESTAMP,
            new SqlType("BOOLEAN", Types.BOOLEAN, 1, null, null, null, null),
            new SqlType("TINYINT", Types.TINYINT, 3, 0, 10, null, null),
            new SqlType("SMALLINT", Types.SMALLINT, 5, 0, 10, null, null),
            new SqlType("INTEGER", Types.INTEGER, 10, 0, 10, null, null),
            new SqlType("REAL", Types.REAL, 7, null, 10, null, null),
            new SqlType("DECIMAL", Types.DECIMAL, 1000, 500, 10, null, "precision,scale"),
            new SqlType("CHAR", Types.CHAR, 65_536, null, null, "'", "length"),
            new SqlType("TIME", Types.TIME, 12, 3, null, "TIME '", "precision"),
            new SqlType("VARBINARY", Types.VARBINARY, 65_536, null, null, "X'", "length"));

    /**
     * The type of a table's column.
     *
     * @param type type of its values
     * @return what SQL says of it
     */
    public static SqlType of(ColumnType type) {
        return switch (type) {
            case BIGINT -> BIGINT;
            case DOUBLE -> DOUBLE;
            case TEXT -> VARCHAR;
            case DATE -> DATE;
            case TIMESTAMP -> TIMESTAMP;
        };
    }

    /**
     * The type of a code of JDBC.
     *
     * @param jdbcType code of {@link Types}
     * @return the type
     */
    public static SqlType of(int jdbcType) {
        for (SqlType type : ALL) {
            if (type.jdbcType == jdbcType) {
                return type;
            }
        }
        throw new IllegalArgumentException("no result has the type " + jdbcType);
    }

    /**
     * Precision of a column of the type, as results count it.
     *
     * @return digits or characters; 0 where there is no limit
     */
    public int precision() {
        return size == UNLIMITED ? 0 : size;
    }
}
