package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** +, -, *, /, MOD and the minus sign of numbers and intervals. */
final class Arithmetic {
    private Arithmetic() {}

    static Expression of(RexCall call, List<Expression> operands) {
        for (RexNode operand : call.getOperands()) {
            if (RexLiteral.isNullLiteral(operand)) {
                return (row, run) -> null;
            }
            if (!isCount(operand.getType())) {
                throw new Declined(call.toString());
            }
        }
        RelDataType type = call.getType();
        Kind kind = Kind.of(type);
        if (SqlTypeUtil.isInterval(type) && isScaled(call)) {
            return scaled(call, kind, operands);
        }
        if (kind == Kind.INTERVAL) {
            return intervals(call, operands);
        }
        if (call.getKind() == SqlKind.MINUS_PREFIX) {
            return negated(type, as(operands.get(0), kind(call, 0), kind));
        }
        if (call.getKind() == SqlKind.MOD && kind == Kind.INT) {
            // The remainder fits the type of the divisor, but the dividend need not.
            Expression rest = numbers(call.getKind(), type, Kind.LONG, call, operands);
            return Strict.one(rest, value -> (Object) ((Number) value).intValue());
        }
        return numbers(call.getKind(), type, kind, call, operands);
    }

    private static Expression numbers(
            SqlKind operator, RelDataType type, Kind kind, RexCall call, List<Expression> operands) {
        Expression left = as(operands.get(0), kind(call, 0), kind);
        Expression right = as(operands.get(1), kind(call, 1), kind);
        return switch (kind) {
            case INT -> {
                long min = min(type);
                yield Strict.two(left, right, (a, b) -> (int) whole(ints(operator, (Integer) a, (Integer) b), min));
            }
            case LONG -> Strict.two(left, right, (a, b) -> longs(operator, (Long) a, (Long) b));
            case DOUBLE -> Strict.two(left, right, (a, b) -> doubles(operator, (Double) a, (Double) b));
            case DECIMAL -> Strict.two(left, right, (a, b) -> decimals(operator, (BigDecimal) a, (BigDecimal) b));
            default -> throw new Declined(call.toString());
        };
    }

    private static Expression intervals(RexCall call, List<Expression> operands) {
        Expression left =
                Intervals.of(operands.get(0), call.getOperands().get(0).getType());
        if (call.getKind() == SqlKind.MINUS_PREFIX) {
            return Strict.one(left, value -> ((Interval) value).negated());
        }
        Expression right =
                Intervals.of(operands.get(1), call.getOperands().get(1).getType());
        return switch (call.getKind()) {
            case PLUS -> Strict.two(left, right, (a, b) -> ((Interval) a).plus((Interval) b));
            case MINUS -> Strict.two(left, right, (a, b) -> ((Interval) a).plus(((Interval) b).negated()));
            default -> throw new Declined(call.toString());
        };
    }

    private static int ints(SqlKind operator, int a, int b) {
        return switch (operator) {
            case PLUS -> Math.addExact(a, b);
            case MINUS -> Math.subtractExact(a, b);
            case TIMES -> Math.multiplyExact(a, b);
            case MOD -> Numbers.remainder(a, b);
            default -> Numbers.divided(a, b);
        };
    }

    private static long longs(SqlKind operator, long a, long b) {
        return switch (operator) {
            case PLUS -> Math.addExact(a, b);
            case MINUS -> Math.subtractExact(a, b);
            case TIMES -> Math.multiplyExact(a, b);
            case MOD -> Numbers.remainder(a, b);
            default -> Numbers.divided(a, b);
        };
    }

    private static double doubles(SqlKind operator, double a, double b) {
        return switch (operator) {
            case PLUS -> Numbers.finite(a + b);
            case MINUS -> Numbers.finite(a - b);
            case TIMES -> Numbers.multiplied(a, b);
            case MOD -> Numbers.finite(b == 0 ? Numbers.divided(a, b) : a % b);
            default -> Numbers.divided(a, b);
        };
    }

    private static BigDecimal decimals(SqlKind operator, BigDecimal a, BigDecimal b) {
        BigDecimal result =
                switch (operator) {
                    case PLUS -> a.add(b);
                    case MINUS -> a.subtract(b);
                    case TIMES -> a.multiply(b);
                    case MOD -> a.remainder(b);
                    default -> Numbers.divided(a, b);
                };
        return Bounds.number(result);
    }

    private static Expression negated(RelDataType type, Expression operand) {
        return switch (Kind.of(type)) {
            case INT -> {
                long min = min(type);
                yield Strict.one(operand, value -> (int) whole(Math.negateExact((Integer) value), min));
            }
            case LONG -> Strict.one(operand, value -> Math.negateExact((Long) value));
            case DOUBLE -> Strict.one(operand, value -> -(Double) value);
            case DECIMAL -> Strict.one(operand, value -> ((BigDecimal) value).negate());
            default -> throw new Declined("- of " + type);
        };
    }

    /** The least value of a type of whole numbers; of all others no less than an INTEGER's. */
    private static long min(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case TINYINT -> Byte.MIN_VALUE;
            case SMALLINT -> Short.MIN_VALUE;
            default -> Integer.MIN_VALUE;
        };
    }

    private static long whole(int value, long min) {
        return min == Integer.MIN_VALUE ? value : Numbers.whole(value, min, -min - 1);
    }

    /** Whether an interval is multiplied or divided by a number. */
    private static boolean isScaled(RexCall call) {
        return (call.getKind() == SqlKind.TIMES || call.getKind() == SqlKind.DIVIDE)
                && SqlTypeUtil.isInterval(call.getOperands().get(0).getType())
                        != SqlTypeUtil.isInterval(call.getOperands().get(1).getType());
    }

    private static Expression scaled(RexCall call, Kind kind, List<Expression> operands) {
        int interval = SqlTypeUtil.isInterval(call.getOperands().get(0).getType()) ? 0 : 1;
        boolean divide = call.getKind() == SqlKind.DIVIDE;
        Expression number = operands.get(1 - interval);
        Kind numberKind = kind(call, 1 - interval);
        if (divide && interval == 1) {
            throw new Declined(call.toString());
        }
        if (kind == Kind.INTERVAL) {
            Expression whole = Intervals.of(
                    operands.get(interval), call.getOperands().get(interval).getType());
            Expression factor = as(number, numberKind, Kind.DECIMAL);
            return Strict.two(whole, factor, (value, by) -> ((Interval) value)
                    .times(divide ? Numbers.divided(BigDecimal.ONE.setScale(20), (BigDecimal) by) : (BigDecimal) by));
        }
        Expression amount = as(operands.get(interval), kind(call, interval), kind);
        return kind == Kind.INT
                ? Strict.two(amount, as(number, numberKind, kind), (a, b) -> {
                    return ints(call.getKind(), (Integer) a, (Integer) b);
                })
                : Strict.two(amount, as(number, numberKind, Kind.LONG), (a, b) -> {
                    return longs(call.getKind(), (Long) a, (Long) b);
                });
    }

    /** A value of a number's kind as one of another kind. */
    static Expression as(Expression value, Kind from, Kind to) {
        if (from == to) {
            return value;
        }
        if (!from.isNumber() || !to.isNumber()) {
            throw new Declined(from + " as " + to);
        }
        return Strict.one(value, number -> converted((Number) number, to));
    }

    static Object converted(Number number, Kind to) {
        return switch (to) {
            case INT -> (Object) (int) whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> (Object) whole(number, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> (Object) Numbers.finite(number.doubleValue());
            case DECIMAL -> decimal(number);
            default -> throw new IllegalArgumentException("to " + to);
        };
    }

    static long whole(Number number, long min, long max) {
        if (number instanceof BigDecimal decimal) {
            return Numbers.whole(decimal, min, max);
        }
        return number instanceof Double fraction
                ? Numbers.whole(fraction.doubleValue(), min, max)
                : Numbers.whole(number.longValue(), min, max);
    }

    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Double fraction ? Numbers.decimal(fraction) : BigDecimal.valueOf(number.longValue());
    }

    private static boolean isCount(RelDataType type) {
        return SqlTypeUtil.isNumeric(type) || SqlTypeUtil.isInterval(type) || type.getSqlTypeName() == SqlTypeName.NULL;
    }

    private static Kind kind(RexCall call, int operand) {
        return Kind.of(call.getOperands().get(operand).getType());
    }
}
