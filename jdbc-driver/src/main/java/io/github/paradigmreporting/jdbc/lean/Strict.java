package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.Nullable;

/** Expressions that are NULL when an operand is. */
final class Strict {
    /** A function of a value. */
    interface One {
        @Nullable
        Object of(Object value);
    }

    /** A function of two values. */
    interface Two {
        @Nullable
        Object of(Object left, Object right);
    }

    private Strict() {}

    static Expression one(Expression operand, One function) {
        return (row, run) -> {
            Object value = operand.of(row, run);
            return value == null ? null : function.of(value);
        };
    }

    static Expression two(Expression left, Expression right, Two function) {
        return (row, run) -> {
            Object a = left.of(row, run);
            if (a == null) {
                return null;
            }
            Object b = right.of(row, run);
            return b == null ? null : function.of(a, b);
        };
    }
}
