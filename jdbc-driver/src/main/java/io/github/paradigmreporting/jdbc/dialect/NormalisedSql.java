package io.github.paradigmreporting.jdbc.dialect;

import java.util.Set;

/**
 * A statement's text without what makes no difference: blanks, comments, and the case of words that cannot be names. Names
 * and literals stay as they are, since columns are labelled as they are written.
 */
public final class NormalisedSql {
    private static final Set<String> NEVER_NAMES = Set.of(
            "SELECT",
            "DISTINCT",
            "FROM",
            "WHERE",
            "AND",
            "OR",
            "NOT",
            "IN",
            "IS",
            "NULL",
            "LIKE",
            "BETWEEN",
            "GROUP",
            "BY",
            "HAVING",
            "ORDER",
            "JOIN",
            "INNER",
            "LEFT",
            "RIGHT",
            "FULL",
            "OUTER",
            "ON",
            "UNION",
            "ALL",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "AS");

    private NormalisedSql() {}

    /**
     * The text of a statement.
     *
     * @param sql as the user wrote it
     * @return the same for statements that have one plan
     */
    public static String of(String sql) {
        StringBuilder text = new StringBuilder(sql.length());
        SqlToken last = SqlToken.NONE;
        StringBuilder between = new StringBuilder();
        for (SqlToken token : SqlToken.split(sql)) {
            if (token.isBlank()) {
                between.append(token.text());
                continue;
            }
            if (between.length() > 0 && text.length() > 0) {
                // Two strings are one when a line ends between them, and an error otherwise.
                boolean strings = last.isString() && token.isString();
                text.append(strings ? between : " ");
            }
            between.setLength(0);
            last = token;
            boolean plain = token.isWord() && NEVER_NAMES.contains(token.upper());
            text.append(plain ? token.upper() : token.text());
        }
        return text.toString();
    }
}
