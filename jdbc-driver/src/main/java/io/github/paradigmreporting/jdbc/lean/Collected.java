package io.github.paradigmreporting.jdbc.lean;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.schema.impl.AggregateFunctionImpl;
import org.apache.calcite.sql.validate.SqlUserDefinedAggFunction;
import org.jspecify.annotations.Nullable;

/** An aggregate of a class with {@code init}, {@code add} and {@code result}; rows with a NULL are left out. */
final class Collected implements Accumulator {
    private final AggregateFunctionImpl function;
    private final int[] columns;
    private final Object instance;
    private Object state;

    private Collected(AggregateFunctionImpl function, int[] columns, Object instance) {
        this.function = function;
        this.columns = columns;
        this.instance = instance;
        this.state = Objects.requireNonNull(call(function.initMethod));
    }

    static Supplier<Accumulator> of(AggregateCall call, RelDataType input) {
        if (!(call.getAggregation() instanceof SqlUserDefinedAggFunction own)
                || !(own.function instanceof AggregateFunctionImpl function)
                || function.isStatic
                || function.resultMethod == null) {
            throw new Declined(call.toString());
        }
        int[] columns = call.getArgList().stream().mapToInt(i -> i).toArray();
        List<Class<?>> wanted = function.valueTypes;
        for (int i = 0; i < columns.length; i++) {
            Kind.of(input.getFieldList().get(columns[i]).getType());
            if (wanted.get(i) != double.class) {
                throw new Declined(call.toString());
            }
        }
        Object instance = instance(function);
        return () -> new Collected(function, columns, instance);
    }

    private static Object instance(AggregateFunctionImpl function) {
        try {
            return function.declaringClass.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an aggregate cannot be made: " + function.declaringClass, e);
        }
    }

    @Override
    public void add(@Nullable Object[] row) {
        @Nullable Object[] arguments = new Object[columns.length + 1];
        arguments[0] = state;
        for (int i = 0; i < columns.length; i++) {
            Object value = row[columns[i]];
            if (value == null) {
                return;
            }
            arguments[i + 1] = ((Number) value).doubleValue();
        }
        state = Objects.requireNonNull(call(function.addMethod, arguments));
    }

    @Override
    public @Nullable Object result() {
        return call(Objects.requireNonNull(function.resultMethod), state);
    }

    private @Nullable Object call(Method method, @Nullable Object... arguments) {
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException("an aggregate fails: " + method, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("an aggregate is not public: " + method, e);
        }
    }
}
