package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.SqlFunctions;

/** LIKE and ILIKE. */
final class Texts {
    private Texts() {}

    static Expression like(RexCall call, List<Expression> operands) {
        for (RexNode operand : call.getOperands()) {
            if (Kind.of(operand.getType()) != Kind.TEXT) {
                throw new Declined(call.toString());
            }
        }
        String name = call.getOperator().getName();
        boolean caseless = name.equals("ILIKE");
        if (!caseless && !name.equals("LIKE")) {
            throw new Declined(name);
        }
        Expression text = operands.get(0);
        Expression pattern = operands.get(1);
        SqlFunctions.LikeFunction function = new SqlFunctions.LikeFunction();
        if (operands.size() == 2) {
            return Strict.two(
                    text,
                    pattern,
                    (a, b) ->
                            caseless ? function.ilike((String) a, (String) b) : function.like((String) a, (String) b));
        }
        Expression escape = operands.get(2);
        return (row, run) -> {
            String a = (String) text.of(row, run);
            String b = (String) pattern.of(row, run);
            String c = (String) escape.of(row, run);
            if (a == null || b == null || c == null) {
                return null;
            }
            return caseless ? function.ilike(a, b, c) : function.like(a, b, c);
        };
    }
}
