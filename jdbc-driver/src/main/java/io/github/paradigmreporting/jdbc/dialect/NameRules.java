package io.github.paradigmreporting.jdbc.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Names: no {@code ;} at the end, backticks as double quotes, {@code date} quoted where it is a column, and reserved words
 * quoted where they can only be an alias, or a schema or function of ours.
 */
final class NameRules {
    /** Reserved words of Calcite's that people call columns. */
    private static final Set<String> ALIASES = Set.of(
            "VALUE",
            "YEAR",
            "MONTH",
            "DAY",
            "HOUR",
            "MINUTE",
            "SECOND",
            "COUNT",
            "SUM",
            "AVG",
            "MIN",
            "MAX",
            "USER",
            "RANK",
            "ROW",
            "ROWS",
            "RESULT",
            "START",
            "POSITION",
            "LANGUAGE",
            "TIME",
            "TIMESTAMP",
            "CURRENT",
            "END");

    /** What may stand after an alias. */
    private static final Set<String> AFTER_ALIAS = Set.of("", ",", ")", "FROM", ";");

    /** Functions whose first argument may be a bare unit of time. */
    private static final Set<String> BY_UNIT =
            Set.of("DATEDIFF", "DATEADD", "DATEPART", "DATE_PART", "DATE_DIFF", "DATE_TRUNC");

    private NameRules() {}

    static void apply(TokenEdits edits) {
        Deque<String> functions = new ArrayDeque<>();
        int last = lastButSemicolons(edits);
        for (int i : edits.meaningful()) {
            SqlToken token = edits.at(i);
            SqlToken before = edits.at(edits.previous(i));
            SqlToken after = edits.at(edits.next(i));
            if (token.is("(")) {
                functions.push(before.isWord() ? before.upper() : "");
            } else if (token.is(")") && !functions.isEmpty()) {
                functions.pop();
            } else if (token.is(";") && i > last) {
                edits.replace(i, "");
            } else if (token.kind() == SqlToken.Kind.BACKTICKED) {
                edits.replace(i, token.asDoubleQuoted());
            } else if (token.isWord()) {
                word(edits, i, before, after, functions.isEmpty() ? "" : functions.peek());
            }
        }
    }

    private static void word(TokenEdits edits, int i, SqlToken before, SqlToken after, String function) {
        SqlToken token = edits.at(i);
        boolean cast = function.endsWith("CAST") && before.upper().equals("AS");
        boolean alias = before.upper().equals("AS")
                && !cast
                && ALIASES.contains(token.upper())
                && AFTER_ALIAS.contains(after.upper());
        boolean correlation = token.upper().equals("CORR") && after.is("(");
        boolean schema = token.upper().equals("SYSTEM") && after.is(".");
        if (isDateColumn(token, before, after, function) || alias || correlation || schema) {
            edits.replace(i, '"' + token.text() + '"');
        } else if (cast && token.upper().equals("DATETIME")) {
            edits.replace(i, "TIMESTAMP");
        } else if (before.is("(") && BY_UNIT.contains(function) && after.is(",") && !isColumn(token)) {
            edits.replace(i, "'" + token.text() + "'");
        }
    }

    private static boolean isColumn(SqlToken token) {
        return !Set.of(
                        "YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND", "DOW", "ISODOW", "DOY",
                        "EPOCH", "ISOYEAR", "YY", "YYYY", "QQ", "Q", "MM", "WK", "WW", "DD", "HH", "MI", "SS", "DW",
                        "WEEKDAY")
                .contains(token.upper());
    }

    /** DATE is a type or literal only before a text, before a parenthesis, and as the target of a cast. */
    private static boolean isDateColumn(SqlToken token, SqlToken before, SqlToken after, String function) {
        if (!token.upper().equals("DATE")) {
            return false;
        }
        if (before.is(".")) {
            return true;
        }
        if (after.isString()
                || after.is("(")
                || before.is("::")
                || before.upper().equals("RETURNING")) {
            return false;
        }
        boolean cast = function.endsWith("CAST") && before.upper().equals("AS");
        boolean field = function.equals("ROW") && before.isName() && (after.is(",") || after.is(")"));
        return !cast && !field && !(function.equals("CONVERT") && before.is(","));
    }

    /** Number of the last token that is no semicolon. */
    private static int lastButSemicolons(TokenEdits edits) {
        int last = edits.previous(edits.size());
        while (edits.at(last).is(";")) {
            last = edits.previous(last);
        }
        return last;
    }
}
