package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.jspecify.annotations.Nullable;

/** AND, OR, NOT, IS …, CASE and COALESCE, with three truth values. */
final class Logic {
    private Logic() {}

    static Expression of(RexCall call, List<Expression> operands) {
        Expression first = operands.get(0);
        return switch (call.getKind()) {
            case AND -> all(operands.toArray(new Expression[0]), false);
            case OR -> all(operands.toArray(new Expression[0]), true);
            case NOT ->
                (row, run) -> {
                    Object value = first.of(row, run);
                    return value == null ? null : (Boolean) !((Boolean) value);
                };
            case IS_NULL -> (row, run) -> first.of(row, run) == null;
            case IS_NOT_NULL -> (row, run) -> first.of(row, run) != null;
            case IS_TRUE -> (row, run) -> Boolean.TRUE.equals(first.of(row, run));
            case IS_FALSE -> (row, run) -> Boolean.FALSE.equals(first.of(row, run));
            case IS_NOT_TRUE -> (row, run) -> !Boolean.TRUE.equals(first.of(row, run));
            case IS_NOT_FALSE -> (row, run) -> !Boolean.FALSE.equals(first.of(row, run));
            case CASE -> cases(operands);
            case COALESCE -> coalesce(operands);
            default -> throw new Declined(call.getKind().toString());
        };
    }

    /** AND, which false decides, or OR, which true decides; what is decided is not computed further. */
    private static Expression all(Expression[] operands, boolean decides) {
        Boolean decided = decides;
        Boolean other = !decides;
        return (row, run) -> {
            boolean unknown = false;
            for (Expression operand : operands) {
                Object value = operand.of(row, run);
                if (value == null) {
                    unknown = true;
                } else if ((Boolean) value == decides) {
                    return decided;
                }
            }
            return unknown ? null : other;
        };
    }

    /** Operands are condition, value, condition, value, …, value. */
    private static Expression cases(List<Expression> operands) {
        Expression[] parts = operands.toArray(new Expression[0]);
        return (row, run) -> {
            int last = parts.length - 1;
            for (int i = 0; i < last; i += 2) {
                if (parts[i].isTrue(row, run)) {
                    return parts[i + 1].of(row, run);
                }
            }
            return parts[last].of(row, run);
        };
    }

    private static Expression coalesce(List<Expression> operands) {
        return (row, run) -> {
            @Nullable Object value = null;
            for (Expression operand : operands) {
                value = operand.of(row, run);
                if (value != null) {
                    break;
                }
            }
            return value;
        };
    }
}
