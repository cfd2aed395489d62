package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A statement's text as Calcite's parser wants it: no {@code ;} at the end, backticks as double quotes, and {@code date}
 * quoted where it is a column. Works on tokens, so that texts and comments are never touched.
 */
final class SqlText {
    private SqlText() {}

    static String normalized(String sql) {
        List<SqlToken> tokens = SqlToken.split(sql);
        StringBuilder out = new StringBuilder();
        Deque<String> functions = new ArrayDeque<>();
        int last = lastMeaningful(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            SqlToken before = meaningful(tokens, i, -1);
            if (token.is("(")) {
                functions.push(before.isWord() ? before.upper() : "");
            } else if (token.is(")") && !functions.isEmpty()) {
                functions.pop();
            }
            if (token.is(";") && i >= last) {
                continue;
            }
            if (token.kind() == SqlToken.Kind.BACKTICKED) {
                out.append(token.asDoubleQuoted());
            } else if (isDateColumn(token, before, meaningful(tokens, i, 1), functions)) {
                out.append('"').append(token.text()).append('"');
            } else {
                out.append(token.text());
            }
        }
        return out.toString();
    }

    /** Index of the last token that is neither blank, comment nor semicolon. */
    private static int lastMeaningful(List<SqlToken> tokens) {
        int last = tokens.size() - 1;
        while (last >= 0 && (tokens.get(last).isBlank() || tokens.get(last).is(";"))) {
            last--;
        }
        return last;
    }

    /** DATE is a type or literal only before a text, before a parenthesis, and as the target of a cast. */
    private static boolean isDateColumn(SqlToken token, SqlToken before, SqlToken after, Deque<String> functions) {
        if (!token.isWord() || !token.upper().equals("DATE")) {
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
        String function = functions.isEmpty() ? "" : functions.peek();
        boolean cast = function.endsWith("CAST") && before.upper().equals("AS");
        return !cast && !(function.equals("CONVERT") && before.is(","));
    }

    private static SqlToken meaningful(List<SqlToken> tokens, int from, int step) {
        for (int i = from + step; i >= 0 && i < tokens.size(); i += step) {
            if (!tokens.get(i).isBlank()) {
                return tokens.get(i);
            }
        }
        return SqlToken.NONE;
    }
}
