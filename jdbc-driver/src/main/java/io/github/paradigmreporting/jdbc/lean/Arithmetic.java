package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** +, -, *, /, MOD and the minus sign, as Java computes them: that is what generated code does. */
final class Arithmetic {
    private Arithmetic() {}

    static Expression of(RexCall call, List<Expression> operands) {
        Kind kind = Kind.of(call.getType());
        for (RexNode operand : call.getOperands()) {
            if (!isCount(operand.getType())) {
                throw new Declined(call.toString());
            }
        }
        if (call.getKind() == SqlKind.MINUS_PREFIX) {
            return negated(kind(call, 0), kind, operands.get(0));
        }
        if (call.getKind() == SqlKind.MOD) {
            return mod(call, operands);
        }
        Kind first = kind(call, 0);
        Kind second = kind(call, 1);
        Kind wider = first.compareTo(second) > 0 ? first : second;
        if (wider != kind || (kind == Kind.DECIMAL && (first == Kind.DOUBLE || second == Kind.DOUBLE))) {
            throw new Declined(call + " of type " + call.getType());
        }
        Expression left = as(operands.get(0), first, kind);
        Expression right = as(operands.get(1), second, kind);
        SqlKind operator = call.getKind();
        return Strict.two(left, right, (a, b) -> computed(operator, kind, a, b));
    }

    private static @Nullable Object computed(SqlKind operator, Kind kind, Object a, Object b) {
        return switch (kind) {
            case INT -> (Object) ints(operator, (Integer) a, (Integer) b);
            case LONG -> (Object) longs(operator, (Long) a, (Long) b);
            case DOUBLE -> (Object) doubles(operator, (Double) a, (Double) b);
            default -> decimals(operator, (BigDecimal) a, (BigDecimal) b);
        };
    }

    private static int ints(SqlKind operator, int a, int b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            default -> a / b;
        };
    }

    private static long longs(SqlKind operator, long a, long b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            default -> a / b;
        };
    }

    private static double doubles(SqlKind operator, double a, double b) {
        return switch (operator) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            default -> a / b;
        };
    }

    private static @Nullable BigDecimal decimals(SqlKind operator, BigDecimal a, BigDecimal b) {
        return switch (operator) {
            case PLUS -> SqlFunctions.plus(a, b);
            case MINUS -> SqlFunctions.minus(a, b);
            case TIMES -> SqlFunctions.multiply(a, b);
            default -> SqlFunctions.divide(a, b);
        };
    }

    private static Expression negated(Kind from, Kind to, Expression operand) {
        if (from != to) {
            throw new Declined("- of " + from + " as " + to);
        }
        return switch (to) {
            case INT -> Strict.one(operand, value -> -(Integer) value);
            case LONG -> Strict.one(operand, value -> -(Long) value);
            case DOUBLE -> Strict.one(operand, value -> -(Double) value);
            default -> Strict.one(operand, value -> ((BigDecimal) value).negate());
        };
    }

    private static Expression mod(RexCall call, List<Expression> operands) {
        Kind kind = Kind.of(call.getType());
        Kind first = kind(call, 0);
        Kind second = kind(call, 1);
        if (kind != second || first.compareTo(Kind.LONG) > 0 || second.compareTo(Kind.LONG) > 0) {
            throw new Declined(call.toString());
        }
        Expression left = as(operands.get(0), first, Kind.LONG);
        Expression right = as(operands.get(1), second, Kind.LONG);
        return Strict.two(left, right, (a, b) -> {
            long rest = (Long) a % (Long) b;
            return kind == Kind.INT ? (Object) (int) rest : (Object) rest;
        });
    }

    /** A value of a number's kind as one of a wider kind. */
    static Expression as(Expression value, Kind from, Kind to) {
        if (from == to) {
            return value;
        }
        return Strict.one(value, number -> widened((Number) number, to));
    }

    private static Object widened(Number number, Kind to) {
        return switch (to) {
            case LONG -> (Object) number.longValue();
            case DOUBLE -> (Object) number.doubleValue();
            case DECIMAL -> BigDecimal.valueOf(number.longValue());
            default -> throw new IllegalArgumentException("to " + to);
        };
    }

    private static boolean isCount(RelDataType type) {
        return SqlTypeUtil.isNumeric(type) || SqlTypeUtil.isInterval(type);
    }

    private static Kind kind(RexCall call, int operand) {
        return Kind.of(call.getOperands().get(operand).getType());
    }
}
