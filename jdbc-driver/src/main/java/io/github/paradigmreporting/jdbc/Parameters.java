package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.ParameterType;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parameters of a prepared statement: what they are, and their values, converted when they are set. */
final class Parameters implements ParameterMetaData {
    private final List<ResultColumn> types;
    private final IntPredicate typed;
    private final boolean planned;
    private final @Nullable Object[] plain;
    private final @Nullable Object[] values;
    private final @Nullable ParameterType[] others;
    private final boolean[] given;

    /**
     * Parameters.
     *
     * @param types as the statement has them
     * @param typed says by number from 0 which of them have a type from the statement
     * @param planned whether the statement can run with these types
     */
    Parameters(List<ResultColumn> types, IntPredicate typed, boolean planned) {
        this.types = types;
        this.typed = typed;
        this.planned = planned;
        this.plain = new Object[types.size()];
        this.values = new Object[types.size()];
        this.others = new ParameterType[types.size()];
        this.given = new boolean[types.size()];
    }

    void set(int index, @Nullable Object value, @Nullable Calendar calendar) throws SQLException {
        ResultColumn type = type(index);
        int at = index - 1;
        Object known = value == null ? null : ParameterValues.plain(value, calendar);
        boolean keeps = planned && ParameterValues.keeps(type, typed.test(at), known);
        values[at] = null;
        if (keeps && known != null) {
            try {
                values[at] = ParameterValues.of(type, known);
            } catch (SQLException e) {
                if (!(known instanceof String)
                        && IntStream.range(0, types.size()).allMatch(typed)) {
                    throw e;
                }
                // Whether it will do depends on the values beside it: '7.9' beside a count and a DECIMAL.
                keeps = false;
            }
        }
        plain[at] = known;
        others[at] = keeps ? null : ParameterValues.own(known);
        given[at] = true;
    }

    /**
     * The types of all values, when one of them is of another type than the statement has the parameter be: the statement
     * is to be planned for them. Empty when it need not.
     */
    List<@Nullable ParameterType> others() throws SQLException {
        if (Arrays.stream(others).allMatch(Objects::isNull)) {
            return List.of();
        }
        List<@Nullable ParameterType> all = new ArrayList<>();
        for (Object value : plain) {
            all.add(ParameterValues.own(value));
        }
        return all;
    }

    /** The values for a plan that has other types for the parameters. */
    List<@Nullable Object> values(List<ResultColumn> planned) throws SQLException {
        List<@Nullable Object> all = values();
        for (int i = 0; i < all.size(); i++) {
            Object value = plain[i];
            all.set(i, value == null ? null : ParameterValues.of(planned.get(i), value));
        }
        return all;
    }

    void clear() {
        Arrays.fill(plain, null);
        Arrays.fill(values, null);
        Arrays.fill(others, null);
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
