package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.sql.fun.SqlTrimFunction;

/** LIKE, ILIKE and TRIM. */
final class Texts {
    private Texts() {}

    /** TRIM of what stands behind the side that is trimmed: a character, and the text. */
    static Expression trim(RexCall call, List<Expression> operands) {
        boolean texts =
                call.getOperands().stream().skip(1).allMatch(operand -> Kind.of(operand.getType()) == Kind.TEXT);
        if (!texts || !(call.getOperands().get(0) instanceof RexLiteral side)) {
            throw new Declined(call.toString());
        }
        SqlTrimFunction.Flag sides = side.getValueAs(SqlTrimFunction.Flag.class);
        boolean left = sides != SqlTrimFunction.Flag.TRAILING;
        boolean right = sides != SqlTrimFunction.Flag.LEADING;
        return Strict.two(
                operands.get(0),
                operands.get(1),
                (seek, text) -> SqlFunctions.trim(left, right, (String) seek, (String) text, false));
    }

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
