package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.SqlFunctions;

/** ROUND, TRUNCATE, CEIL and FLOOR of numbers; of what is whole already, and of fractions. */
final class Rounding {
    private Rounding() {}

    /** ROUND or TRUNCATE, to a number of digits or to none. */
    static Expression toDigits(RexCall call, List<Expression> operands) {
        Kind kind = kind(call);
        boolean truncate = call.getOperator().getName().equals("TRUNCATE");
        if (operands.size() == 1) {
            return Strict.one(operands.get(0), value -> digits(kind, truncate, value, 0));
        }
        if (operands.size() != 2 || Kind.of(call.getOperands().get(1).getType()) != Kind.INT) {
            throw new Declined(call.toString());
        }
        return Strict.two(
                operands.get(0), operands.get(1), (value, digits) -> digits(kind, truncate, value, (Integer) digits));
    }

    private static Object digits(Kind kind, boolean truncate, Object value, int digits) {
        return switch (kind) {
            case INT ->
                (Object)
                        (truncate
                                ? SqlFunctions.struncate((int) (Integer) value, digits)
                                : SqlFunctions.sround((int) (Integer) value, digits));
            case LONG ->
                (Object)
                        (truncate
                                ? SqlFunctions.struncate((long) (Long) value, digits)
                                : SqlFunctions.sround((long) (Long) value, digits));
            case DOUBLE ->
                (Object)
                        (truncate
                                ? SqlFunctions.struncate((double) (Double) value, digits)
                                : SqlFunctions.sround((double) (Double) value, digits));
            default ->
                truncate
                        ? SqlFunctions.struncate((BigDecimal) value, digits)
                        : SqlFunctions.sround((BigDecimal) value, digits);
        };
    }

    /** CEIL or FLOOR. */
    static Expression toWhole(RexCall call, Expression operand) {
        boolean up = call.getOperator().getName().equals("CEIL");
        return switch (kind(call)) {
            case DOUBLE ->
                Strict.one(
                        operand, value -> up ? SqlFunctions.ceil((Double) value) : SqlFunctions.floor((Double) value));
            case DECIMAL ->
                Strict.one(
                        operand,
                        value -> up ? SqlFunctions.ceil((BigDecimal) value) : SqlFunctions.floor((BigDecimal) value));
            default -> throw new Declined(call.toString());
        };
    }

    private static Kind kind(RexCall call) {
        RexNode operand = call.getOperands().get(0);
        Kind kind = Kind.of(operand.getType());
        if (!kind.isNumber() || kind != Kind.of(call.getType())) {
            throw new Declined(call.toString());
        }
        return kind;
    }
}
