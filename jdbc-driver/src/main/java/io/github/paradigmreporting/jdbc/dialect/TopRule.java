package io.github.paradigmreporting.jdbc.dialect;

import java.util.Set;

/** {@code SELECT TOP n …} as {@code SELECT … FETCH FIRST n ROWS ONLY}, where that SELECT ends. */
final class TopRule {
    private static final Set<String> SET_OPERATORS = Set.of("UNION", "INTERSECT", "EXCEPT", "MINUS");

    private TopRule() {}

    static void apply(TokenEdits edits) {
        for (int i : edits.meaningful()) {
            int select = edits.previous(i);
            SqlToken before = edits.at(select);
            if (before.upper().equals("DISTINCT") || before.upper().equals("ALL")) {
                select = edits.previous(select);
            }
            int number = edits.next(i);
            if (edits.at(i).upper().equals("TOP")
                    && edits.at(select).upper().equals("SELECT")
                    && edits.at(number).kind() == SqlToken.Kind.NUMBER) {
                limit(edits, select, i, number);
            }
        }
    }

    private static void limit(TokenEdits edits, int select, int top, int number) {
        SqlToken before = edits.at(edits.previous(select));
        boolean last = SET_OPERATORS.contains(before.upper()) || before.upper().equals("ALL");
        int end = end(edits, number, last);
        boolean part = last || SET_OPERATORS.contains(edits.at(edits.next(end)).upper());
        edits.replace(top, "");
        edits.replace(number, "");
        if (part) {
            edits.before(select, "(");
        }
        edits.after(end, " FETCH FIRST " + edits.at(number).text() + " ROWS ONLY" + (part ? ")" : ""));
    }

    /** The last token of the SELECT that a token belongs to; an ORDER BY after a UNION is not the last SELECT's. */
    private static int end(TokenEdits edits, int from, boolean butOrder) {
        int depth = 0;
        int last = from;
        for (int i = edits.next(from); i < edits.size(); i = edits.next(i)) {
            SqlToken token = edits.at(i);
            if (token.is("(")) {
                depth++;
            } else if (token.is(")")) {
                depth--;
            }
            boolean over = token.is(";")
                    || SET_OPERATORS.contains(token.upper())
                    || (butOrder && token.upper().equals("ORDER"));
            if (depth < 0 || (depth == 0 && over)) {
                return last;
            }
            last = i;
        }
        return last;
    }
}
