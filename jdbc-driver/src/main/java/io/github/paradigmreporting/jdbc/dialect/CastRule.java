package io.github.paradigmreporting.jdbc.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code x::type} as {@code CAST(x AS type)}. */
final class CastRule {
    /** Words before a parenthesis that are no function's name. */
    private static final Set<String> NO_FUNCTIONS = Set.of(
            "SELECT",
            "DISTINCT",
            "ALL",
            "FROM",
            "WHERE",
            "HAVING",
            "ON",
            "BY",
            "AND",
            "OR",
            "NOT",
            "IN",
            "WHEN",
            "THEN",
            "ELSE",
            "CASE",
            "BETWEEN",
            "LIKE",
            "AS",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "VALUES",
            "LIMIT",
            "OFFSET",
            "IS",
            "USING",
            "JOIN",
            "ANY",
            "SOME",
            "RETURNING");

    private CastRule() {}

    static void apply(TokenEdits edits) {
        Map<Integer, Integer> startsByEnd = new HashMap<>();
        for (int i : edits.meaningful()) {
            if (!edits.at(i).is("::")) {
                continue;
            }
            int operand = edits.previous(i);
            Integer known = startsByEnd.get(operand);
            int start = known == null ? start(edits, operand) : known;
            int end = typeEnd(edits, edits.next(i));
            if (operand < 0 || end >= edits.size()) {
                return;
            }
            edits.before(start, "CAST(");
            edits.replace(i, " AS ");
            if (edits.at(edits.next(i)).upper().equals("DATETIME")) {
                edits.replace(edits.next(i), "TIMESTAMP");
            }
            edits.after(end, ")");
            startsByEnd.put(end, start);
        }
    }

    /** Number of the first token of the operand that ends at a token. */
    private static int start(TokenEdits edits, int end) {
        SqlToken last = edits.at(end);
        int start = end;
        if (last.is(")")) {
            start = opening(edits, end);
            int name = edits.previous(start);
            if (edits.at(name).upper().equals("OVER")) {
                return start(edits, edits.previous(name));
            }
            if (!edits.at(name).isName() || NO_FUNCTIONS.contains(edits.at(name).upper())) {
                return start;
            }
            start = name;
        } else if (last.upper().equals("END")) {
            return caseOf(edits, end);
        } else if (last.isString()) {
            int type = edits.previous(end);
            return Set.of("DATE", "TIME", "TIMESTAMP").contains(edits.at(type).upper()) ? type : end;
        }
        while (edits.at(edits.previous(start)).is(".")) {
            start = edits.previous(edits.previous(start));
        }
        return start;
    }

    private static int opening(TokenEdits edits, int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            depth += edits.at(i).is(")") ? 1 : edits.at(i).is("(") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return 0;
    }

    private static int caseOf(TokenEdits edits, int end) {
        int depth = 0;
        for (int i = end; i >= 0; i--) {
            String word = edits.at(i).upper();
            depth += word.equals("END") ? 1 : word.equals("CASE") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return 0;
    }

    private static int typeEnd(TokenEdits edits, int first) {
        int end = first;
        String word = edits.at(first).upper();
        String second = edits.at(edits.next(first)).upper();
        if ((word.equals("DOUBLE") && second.equals("PRECISION"))
                || (word.equals("CHARACTER") && second.equals("VARYING"))) {
            end = edits.next(first);
        }
        if (edits.at(edits.next(end)).is("(")) {
            end = edits.next(end);
            while (end < edits.size() && !edits.at(end).is(")")) {
                end = edits.next(end);
            }
        }
        return end;
    }
}
