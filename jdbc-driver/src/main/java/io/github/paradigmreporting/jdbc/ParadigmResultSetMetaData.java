package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import io.github.paradigmreporting.jdbc.table.SqlType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** What a result's columns are. Safe for threads. */
final class ParadigmResultSetMetaData implements ResultSetMetaData {
    private final List<ResultColumn> columns;

    ParadigmResultSetMetaData(List<ResultColumn> columns) {
        this.columns = columns;
    }

    private ResultColumn column(int number) throws SQLException {
        if (number < 1 || number > columns.size()) {
            throw SqlStates.of(
                    SqlStates.NO_SUCH_INDEX,
                    "there is no column " + number + "; the columns are 1 to " + columns.size());
        }
        return columns.get(number - 1);
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public boolean isAutoIncrement(int number) throws SQLException {
        column(number);
        return false;
    }

    @Override
    public boolean isCaseSensitive(int number) throws SQLException {
        return switch (column(number).jdbcType()) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> true;
            default -> false;
        };
    }

    @Override
    public boolean isSearchable(int number) throws SQLException {
        column(number);
        return true;
    }

    @Override
    public boolean isCurrency(int number) throws SQLException {
        column(number);
        return false;
    }

    @Override
    public int isNullable(int number) throws SQLException {
        return column(number).nullable() ? columnNullable : columnNoNulls;
    }

    @Override
    public boolean isSigned(int number) throws SQLException {
        return ResultTypes.signed(column(number).jdbcType());
    }

    @Override
    public int getColumnDisplaySize(int number) throws SQLException {
        return ResultTypes.displaySize(column(number));
    }

    @Override
    public String getColumnLabel(int number) throws SQLException {
        return column(number).label();
    }

    @Override
    public String getColumnName(int number) throws SQLException {
        return column(number).label();
    }

    @Override
    public String getSchemaName(int number) throws SQLException {
        String schema = column(number).schema();
        return schema == null ? "" : schema;
    }

    @Override
    public int getPrecision(int number) throws SQLException {
        ResultColumn column = column(number);
        boolean text = column.jdbcType() == Types.VARCHAR && column.precision() == 0;
        return text ? SqlType.UNLIMITED : column.precision();
    }

    @Override
    public int getScale(int number) throws SQLException {
        return ResultTypes.scale(column(number));
    }

    @Override
    public String getTableName(int number) throws SQLException {
        String table = column(number).table();
        return table == null ? "" : table;
    }

    @Override
    public String getCatalogName(int number) throws SQLException {
        column(number);
        return "";
    }

    @Override
    public int getColumnType(int number) throws SQLException {
        return column(number).jdbcType();
    }

    @Override
    public String getColumnTypeName(int number) throws SQLException {
        return column(number).typeName();
    }

    @Override
    public boolean isReadOnly(int number) throws SQLException {
        column(number);
        return true;
    }

    @Override
    public boolean isWritable(int number) throws SQLException {
        column(number);
        return false;
    }

    @Override
    public boolean isDefinitelyWritable(int number) throws SQLException {
        column(number);
        return false;
    }

    @Override
    public String getColumnClassName(int number) throws SQLException {
        return ResultTypes.className(column(number).jdbcType());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Unwrapping.of(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type != null && type.isInstance(this);
    }
}
