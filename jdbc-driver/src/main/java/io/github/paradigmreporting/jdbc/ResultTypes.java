package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.table.SqlType;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;

/** What JDBC says about the types of {@link Types}. */
final class ResultTypes {
    private ResultTypes() {}

    /** Class of what {@code getObject} gives. */
    static String className(int jdbcType) {
        return switch (jdbcType) {
            case Types.BOOLEAN, Types.BIT -> Boolean.class.getName();
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Integer.class.getName();
            case Types.BIGINT -> Long.class.getName();
            case Types.REAL -> Float.class.getName();
            case Types.FLOAT, Types.DOUBLE -> Double.class.getName();
            case Types.DECIMAL, Types.NUMERIC -> BigDecimal.class.getName();
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> String.class.getName();
            case Types.DATE -> Date.class.getName();
            case Types.TIME -> Time.class.getName();
            case Types.TIMESTAMP -> Timestamp.class.getName();
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> byte[].class.getName();
            case Types.ARRAY -> Array.class.getName();
            default -> Object.class.getName();
        };
    }

    static boolean signed(int jdbcType) {
        return switch (jdbcType) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.DECIMAL,
                    Types.NUMERIC -> true;
            default -> false;
        };
    }

    /** Digits behind the point; of a moment those of its seconds, as getColumns says. */
    static int scale(ResultColumn column) {
        Integer digits = column.jdbcType() == Types.TIMESTAMP
                ? SqlType.of(column.jdbcType()).digits()
                : null;
        return digits == null ? column.scale() : digits;
    }

    /** Most characters a value takes as text. */
    static int displaySize(ResultColumn column) {
        return switch (column.jdbcType()) {
            case Types.BOOLEAN, Types.BIT -> 5;
            case Types.TINYINT -> 4;
            case Types.SMALLINT -> 6;
            case Types.INTEGER -> 11;
            case Types.BIGINT -> 20;
            case Types.REAL -> 15;
            case Types.FLOAT, Types.DOUBLE -> 24;
            case Types.DECIMAL, Types.NUMERIC -> column.precision() + 2;
            case Types.DATE -> 10;
            case Types.TIME -> 12;
            case Types.TIMESTAMP -> 23;
            case Types.BINARY, Types.VARBINARY -> column.precision() == 0 ? SqlType.UNLIMITED : 2 * column.precision();
            default -> column.precision() == 0 ? SqlType.UNLIMITED : column.precision();
        };
    }
}
