package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** =, <>, <, … and IS [NOT] DISTINCT FROM. */
final class Comparisons {
    private Comparisons() {}

    /** Whether what a comparison says holds, given the sign of the left side compared to the right one. */
    private interface Test {
        boolean holds(int sign);
    }

    static Expression of(RexCall call, List<Expression> operands) {
        RelDataType leftType = call.getOperands().get(0).getType();
        RelDataType rightType = call.getOperands().get(1).getType();
        Kind kind = common(leftType, rightType);
        Expression left = as(operands.get(0), leftType, kind);
        Expression right = as(operands.get(1), rightType, kind);
        if (call.getKind() == SqlKind.IS_DISTINCT_FROM || call.getKind() == SqlKind.IS_NOT_DISTINCT_FROM) {
            return distinct(left, right, call.getKind() == SqlKind.IS_DISTINCT_FROM);
        }
        Test test = test(call.getKind());
        return switch (kind) {
            case INT -> Strict.two(left, right, (a, b) -> test.holds(Integer.compare((Integer) a, (Integer) b)));
            case LONG -> Strict.two(left, right, (a, b) -> test.holds(Long.compare((Long) a, (Long) b)));
            case DOUBLE -> doubles(call.getKind(), left, right);
            case DECIMAL -> Strict.two(left, right, (a, b) -> test.holds(((BigDecimal) a).compareTo((BigDecimal) b)));
            case TEXT -> Strict.two(left, right, (a, b) -> test.holds(ValueOrder.compare((String) a, (String) b)));
            case BOOLEAN -> Strict.two(left, right, (a, b) -> test.holds(Boolean.compare((Boolean) a, (Boolean) b)));
            case INTERVAL -> Strict.two(left, right, (a, b) -> test.holds(((Interval) a).compareTo((Interval) b)));
            case OTHER -> throw new Declined(call.toString());
        };
    }

    /** Operators of Java, which know what is not a number. */
    private static Expression doubles(SqlKind kind, Expression left, Expression right) {
        return Strict.two(left, right, (first, second) -> {
            double a = (Double) first;
            double b = (Double) second;
            return switch (kind) {
                case EQUALS -> a == b;
                case NOT_EQUALS -> a != b;
                case LESS_THAN -> a < b;
                case LESS_THAN_OR_EQUAL -> a <= b;
                case GREATER_THAN -> a > b;
                default -> a >= b;
            };
        });
    }

    private static Expression distinct(Expression left, Expression right, boolean distinct) {
        return (row, run) -> {
            Object a = left.of(row, run);
            Object b = right.of(row, run);
            boolean same = (a == null || b == null) ? a == b : ValueOrder.compare(a, b) == 0;
            return same != distinct;
        };
    }

    private static Test test(SqlKind kind) {
        return switch (kind) {
            case EQUALS -> sign -> sign == 0;
            case NOT_EQUALS -> sign -> sign != 0;
            case LESS_THAN -> sign -> sign < 0;
            case LESS_THAN_OR_EQUAL -> sign -> sign <= 0;
            case GREATER_THAN -> sign -> sign > 0;
            case GREATER_THAN_OR_EQUAL -> sign -> sign >= 0;
            default -> throw new Declined(kind.toString());
        };
    }

    private static Expression as(Expression value, RelDataType type, Kind kind) {
        return kind == Kind.INTERVAL ? Intervals.of(value, type) : Arithmetic.as(value, Kind.of(type), kind);
    }

    /** The kind both sides are compared as: of numbers the wider one, of everything else the one both have. */
    static Kind common(RelDataType left, RelDataType right) {
        Kind a = Kind.of(left);
        Kind b = Kind.of(right);
        if (SqlTypeUtil.isNumeric(left) && SqlTypeUtil.isNumeric(right)) {
            return a == Kind.DOUBLE || b == Kind.DOUBLE ? Kind.DOUBLE : a.compareTo(b) > 0 ? a : b;
        }
        if (SqlTypeUtil.isInterval(left) && SqlTypeUtil.isInterval(right)) {
            return a == b ? a : Kind.INTERVAL;
        }
        boolean sameMeaning = left.getSqlTypeName() == right.getSqlTypeName()
                || a == Kind.TEXT
                || left.getSqlTypeName().getFamily() == right.getSqlTypeName().getFamily();
        if (a != b || !sameMeaning) {
            throw new Declined(left + " with " + right);
        }
        return a;
    }
}
