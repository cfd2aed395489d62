package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlType;
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
                SqlType.of(column.type()).jdbcType(),
                SqlType.of(column.type()).name(),
                SqlType.of(column.type()).precision(),
                0,
                column.nullable());
    }

    static ResultColumn parameter(int index, ColumnType type) {
        return expression(
                "?" + index,
                SqlType.of(type).jdbcType(),
                SqlType.of(type).name(),
                SqlType.of(type).precision(),
                true);
    }

    static ResultColumn count(String label) {
        return expression(
                label, Types.BIGINT, "BIGINT", SqlType.of(Types.BIGINT).precision(), false);
    }

    static ResultColumn integer(String label) {
        return expression(
                label, Types.INTEGER, "INTEGER", SqlType.of(Types.INTEGER).precision(), false);
    }

    static ResultColumn text(String label, int length) {
        return expression(label, Types.CHAR, "CHAR", length, false);
    }

    static ResultColumn day(String label) {
        return expression(label, Types.DATE, "DATE", SqlType.of(Types.DATE).precision(), false);
    }

    private static ResultColumn expression(
            String label, int jdbcType, String typeName, int precision, boolean nullable) {
        return new ResultColumn(label, null, null, jdbcType, typeName, precision, 0, nullable);
    }
}
