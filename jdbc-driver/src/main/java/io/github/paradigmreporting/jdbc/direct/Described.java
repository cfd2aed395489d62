package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import java.sql.Types;
import java.util.Locale;

/** Columns of an answer and parameters as users are told of them; the same as the planning tiers say. */
final class Described {
    private Described() {}

    static ResultColumn column(String label, Source source, int number) {
        SqlColumn column = source.at(number);
        return new ResultColumn(
                label,
                source.schema().toLowerCase(Locale.ROOT),
                source.table().name(),
                column.name(),
                jdbcType(column.type()),
                typeName(column.type()),
                precision(column.type()),
                0,
                column.nullable());
    }

    static ResultColumn parameter(int index, ColumnType type) {
        return expression("?" + index, jdbcType(type), typeName(type), precision(type), true);
    }

    static ResultColumn count(String label) {
        return expression(label, Types.BIGINT, "BIGINT", 19, false);
    }

    static ResultColumn integer(String label) {
        return expression(label, Types.INTEGER, "INTEGER", 10, false);
    }

    static ResultColumn text(String label, int length) {
        return expression(label, Types.CHAR, "CHAR", length, false);
    }

    static ResultColumn day(String label) {
        return expression(label, Types.DATE, "DATE", 10, false);
    }

    private static ResultColumn expression(
            String label, int jdbcType, String typeName, int precision, boolean nullable) {
        return new ResultColumn(label, null, null, jdbcType, typeName, precision, 0, nullable);
    }

    private static int jdbcType(ColumnType type) {
        return switch (type) {
            case BIGINT -> Types.BIGINT;
            case DOUBLE -> Types.DOUBLE;
            case TEXT -> Types.VARCHAR;
            case DATE -> Types.DATE;
            case TIMESTAMP -> Types.TIMESTAMP;
        };
    }

    private static String typeName(ColumnType type) {
        return switch (type) {
            case BIGINT -> "BIGINT";
            case DOUBLE -> "DOUBLE";
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    private static int precision(ColumnType type) {
        return switch (type) {
            case BIGINT -> 19;
            case DOUBLE -> 15;
            case TEXT -> 0;
            case DATE -> 10;
            case TIMESTAMP -> 23;
        };
    }
}
