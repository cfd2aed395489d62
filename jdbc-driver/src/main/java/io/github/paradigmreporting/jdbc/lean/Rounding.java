package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/** CEIL and FLOOR of numbers. */
final class Rounding {
    private Rounding() {}

    /** CEIL or FLOOR. */
    static Expression toWhole(RexCall call, Expression operand) {
        boolean up = call.getOperator().getName().equals("CEIL");
        return switch (kind(call)) {
            case DOUBLE -> Strict.one(operand, value -> up ? Math.ceil((Double) value) : Math.floor((Double) value));
            case DECIMAL ->
                Strict.one(operand, value -> ((BigDecimal) value)
                        .setScale(0, up ? RoundingMode.CEILING : RoundingMode.FLOOR));
            default -> operand;
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
