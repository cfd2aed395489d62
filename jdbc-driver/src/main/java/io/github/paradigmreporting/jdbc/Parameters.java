package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a prepared statement: what they are, and their values, converted when they are set. */
final class Parameters implements ParameterMetaData {
    private final List<ResultColumn> types;
    private final @Nullable Object[] values;
    private final boolean[] given;

    Parameters(List<ResultColumn> types) {
        this.types = types;
        this.values = new Object[types.size()];
        this.given = new boolean[types.size()];
    }

    void set(int index, @Nullable Object value, @Nullable Calendar calendar) throws SQLException {
        ResultColumn type = type(index);
        values[index - 1] = value == null ? null : ParameterValues.of(type, value, calendar);
        given[index - 1] = true;
    }

    void clear() {
        Arrays.fill(values, null);
        Arrays.fill(given, false);
    }

    /** A copy of the values; all of them are there. */
    List<@Nullable Object> values() throws SQLException {
        for (int i = 0; i < given.length; i++) {
            if (!given[i]) {
                throw SqlStates.of(
                        SqlStates.PARAMETER_MISSING, "parameter " + (i + 1) + " of " + given.length + " has no value");
            }
        }
        return new ArrayList<>(Arrays.asList(values));
    }

    private ResultColumn type(int index) throws SQLException {
        if (index < 1 || index > types.size()) {
            throw SqlStates.of(
                    SqlStates.NO_SUCH_INDEX, "there is no parameter " + index + "; the statement has " + types.size());
        }
        return types.get(index - 1);
    }

    @Override
    public int getParameterCount() {
        return types.size();
    }

    @Override
    public int isNullable(int index) throws SQLException {
        type(index);
        return parameterNullable;
    }

    @Override
    public boolean isSigned(int index) throws SQLException {
        return ResultTypes.signed(type(index).jdbcType());
    }

    @Override
    public int getPrecision(int index) throws SQLException {
        return type(index).precision();
    }

    @Override
    public int getScale(int index) throws SQLException {
        return type(index).scale();
    }

    @Override
    public int getParameterType(int index) throws SQLException {
        return type(index).jdbcType();
    }

    @Override
    public String getParameterTypeName(int index) throws SQLException {
        return type(index).typeName();
    }

    @Override
    public String getParameterClassName(int index) throws SQLException {
        return ResultTypes.className(type(index).jdbcType());
    }

    @Override
    public int getParameterMode(int index) throws SQLException {
        type(index);
        return parameterModeIn;
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
