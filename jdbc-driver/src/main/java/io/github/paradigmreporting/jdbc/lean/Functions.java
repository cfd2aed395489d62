package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.runtime.SqlFunctions;

/** Calcite's functions and operators without a kind of their own: the time of a run, and texts put together. */
final class Functions {
    private Functions() {}

    static Expression of(RexCall call, List<Expression> operands) {
        String name = call.getOperator().getName();
        return switch (name) {
            case "CURRENT_DATE" -> (row, run) -> SqlFunctions.currentDate(run.context());
            case "CURRENT_TIMESTAMP" -> (row, run) -> SqlFunctions.currentTimestamp(run.context());
            case "LOCALTIMESTAMP" -> (row, run) -> SqlFunctions.localTimestamp(run.context());
            case "||" -> {
                Expression together = Strict.two(
                        Casts.text(operands.get(0), call.getOperands().get(0).getType()),
                        Casts.text(operands.get(1), call.getOperands().get(1).getType()),
                        (a, b) -> CodePoints.together((String) a, (String) b));
                yield (row, run) -> {
                    Object text = together.of(row, run);
                    TextFunctions.check(text == null ? 0 : ((String) text).length(), run);
                    return text;
                };
            }
            default -> throw new Declined(name);
        };
    }
}
