package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.runtime.SqlFunctions;

/** Functions by name; each the method that generated code calls, NULL for a NULL. */
final class Functions {
    private Functions() {}

    static Expression of(RexCall call, List<Expression> operands) {
        String name = call.getOperator().getName();
        List<Kind> kinds =
                call.getOperands().stream().map(RexNode::getType).map(Kind::of).toList();
        Kind to = Kind.of(call.getType());
        if (kinds.isEmpty()) {
            return now(name);
        }
        if (name.equals("ROUND") || name.equals("TRUNCATE")) {
            return Rounding.toDigits(call, operands);
        }
        if (kinds.equals(List.of(Kind.TEXT))) {
            return Strict.one(operands.get(0), ofText(name));
        }
        if (kinds.size() == 1 && kinds.get(0) == to && name.equals("ABS")) {
            return Strict.one(operands.get(0), abs(to));
        }
        if (kinds.equals(List.of(Kind.TEXT, Kind.TEXT)) && name.equals("||")) {
            return Strict.two(operands.get(0), operands.get(1), (a, b) -> SqlFunctions.concat((String) a, (String) b));
        }
        if (name.equals("SUBSTRING") && kinds.get(0) == Kind.TEXT && rest(kinds)) {
            return substring(operands);
        }
        throw new Declined(name + kinds);
    }

    private static Expression now(String name) {
        return switch (name) {
            case "CURRENT_DATE" -> (row, run) -> SqlFunctions.currentDate(run.context());
            case "CURRENT_TIMESTAMP" -> (row, run) -> SqlFunctions.currentTimestamp(run.context());
            case "LOCALTIMESTAMP" -> (row, run) -> SqlFunctions.localTimestamp(run.context());
            default -> throw new Declined(name);
        };
    }

    private static Strict.One ofText(String name) {
        return switch (name) {
            case "UPPER" -> text -> SqlFunctions.upper((String) text);
            case "LOWER" -> text -> SqlFunctions.lower((String) text);
            case "INITCAP" -> text -> SqlFunctions.initcap((String) text);
            case "CHAR_LENGTH", "CHARACTER_LENGTH" -> text -> SqlFunctions.charLength((String) text);
            default -> throw new Declined(name);
        };
    }

    private static Strict.One abs(Kind kind) {
        return switch (kind) {
            case INT -> value -> SqlFunctions.abs((int) (Integer) value);
            case LONG -> value -> SqlFunctions.abs((long) (Long) value);
            case DOUBLE -> value -> SqlFunctions.abs((double) (Double) value);
            case DECIMAL -> value -> SqlFunctions.abs((BigDecimal) value);
            default -> throw new Declined("ABS of " + kind);
        };
    }

    private static Expression substring(List<Expression> operands) {
        Expression text = operands.get(0);
        Expression from = operands.get(1);
        if (operands.size() == 2) {
            return Strict.two(text, from, (a, b) -> SqlFunctions.substring((String) a, (int) (Integer) b));
        }
        Expression length = operands.get(2);
        return (row, run) -> {
            String a = (String) text.of(row, run);
            Integer b = (Integer) from.of(row, run);
            Integer c = (Integer) length.of(row, run);
            return a == null || b == null || c == null ? null : SqlFunctions.substring(a, (int) b, (int) c);
        };
    }

    private static boolean rest(List<Kind> kinds) {
        return kinds.size() <= 3 && kinds.stream().skip(1).allMatch(kind -> kind == Kind.INT);
    }
}
