package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.lean.Quoted;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import io.github.paradigmreporting.jdbc.table.SqlType;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Calcite's types as JDBC names them. */
final class SqlTypes {
    private SqlTypes() {}

    static ResultColumn column(String label, RelDataType type, @Nullable List<String> origin) {
        boolean text = isText(type);
        SqlTypeName name = text ? SqlTypeName.VARCHAR : type.getSqlTypeName();
        int last = origin == null ? 0 : origin.size() - 1;
        return new ResultColumn(
                label,
                origin == null || last < 1 ? null : last < 2 ? SqlTables.SCHEMA : origin.get(last - 2),
                origin == null || last < 1 ? null : origin.get(last - 1),
                origin == null || last < 1 ? null : origin.get(last),
                jdbcType(name),
                typeName(name),
                precision(type, name),
                name.allowsScale() && type.getScale() > 0 && !ReportTypeSystem.isAnyDecimal(type) ? type.getScale() : 0,
                type.isNullable());
    }

    /** Intervals and arrays come as texts, as PostgreSQL writes them. */
    private static boolean isText(RelDataType type) {
        return SqlTypeUtil.isInterval(type) || type.getSqlTypeName() == SqlTypeName.ARRAY || isParameter(type);
    }

    private static boolean isParameter(RelDataType type) {
        return type.getSqlTypeName() == SqlTypeName.CHAR && type.getPrecision() == Quoted.LONGEST;
    }

    /** The type of a view's column that is a column of a query. */
    static ColumnType columnType(ResultColumn column) throws SQLException {
        return switch (column.jdbcType()) {
            case java.sql.Types.TINYINT, java.sql.Types.SMALLINT, java.sql.Types.INTEGER, java.sql.Types.BIGINT ->
                ColumnType.BIGINT;
            case java.sql.Types.REAL, java.sql.Types.DOUBLE, java.sql.Types.DECIMAL -> ColumnType.DOUBLE;
            case java.sql.Types.CHAR, java.sql.Types.VARCHAR -> ColumnType.TEXT;
            case java.sql.Types.DATE -> ColumnType.DATE;
            case java.sql.Types.TIMESTAMP -> ColumnType.TIMESTAMP;
            default ->
                throw SqlStates.of(
                        SqlStates.TYPES,
                        "column " + column.label() + " is " + column.typeName()
                                + ", which a view cannot have; CAST it to BIGINT, DOUBLE, VARCHAR, DATE or TIMESTAMP");
        };
    }

    private static int jdbcType(SqlTypeName name) {
        return switch (name) {
            case FLOAT -> java.sql.Types.DOUBLE;
            case NULL, ANY -> java.sql.Types.OTHER;
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> java.sql.Types.TIMESTAMP;
            default -> name.getJdbcOrdinal();
        };
    }

    private static String typeName(SqlTypeName name) {
        return switch (name) {
            case FLOAT -> "DOUBLE";
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> "TIMESTAMP";
            default -> name.getSpaceName();
        };
    }

    private static int precision(RelDataType type, SqlTypeName name) {
        return switch (name) {
            case BOOLEAN,
                    TINYINT,
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    REAL,
                    FLOAT,
                    DOUBLE,
                    DATE,
                    TIME,
                    TIMESTAMP,
                    TIMESTAMP_WITH_LOCAL_TIME_ZONE -> SqlType.of(jdbcType(name)).precision();
            // Any number of digits, as 0 says for a text.
            case DECIMAL -> type.getPrecision() == ReportTypeSystem.DECIMAL_DIGITS ? 0 : type.getPrecision();
            default -> isText(type) ? 0 : Math.max(0, type.getPrecision());
        };
    }
}
