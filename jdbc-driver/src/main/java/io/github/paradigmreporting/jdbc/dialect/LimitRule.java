package io.github.paradigmreporting.jdbc.dialect;

/** How many rows: LIMIT, OFFSET and FETCH as PostgreSQL takes them. */
final class LimitRule {
    private LimitRule() {}

    /**
     * Reads what follows one of the three words.
     *
     * @param order the last token of ORDER BY, or -1
     * @return the next token
     */
    static int read(TokenEdits edits, int word, int order) {
        if (edits.at(word).isWord("FETCH")) {
            return fetch(edits, edits.next(word), order);
        }
        int i = edits.next(word);
        if (edits.at(i).isWord("NULL")) {
            edits.replace(word, "");
            edits.replace(i, "");
            return edits.next(i);
        }
        i = count(edits, i);
        boolean rows = edits.at(i).isWord("ROW") || edits.at(i).isWord("ROWS");
        return rows ? edits.next(i) : i;
    }

    /** {@code FIRST|NEXT [n] ROW|ROWS ONLY}. */
    private static int fetch(TokenEdits edits, int first, int order) {
        if (!edits.at(first).isWord("FIRST") && !edits.at(first).isWord("NEXT")) {
            return first;
        }
        int i = edits.next(first);
        if (edits.at(i).isWord("ROW") || edits.at(i).isWord("ROWS")) {
            edits.after(first, " 1");
        } else {
            i = count(edits, i);
        }
        while (edits.at(i).isWord("ROW")
                || edits.at(i).isWord("ROWS")
                || edits.at(i).isWord("ONLY")) {
            i = edits.next(i);
        }
        return withTies(edits, i, order);
    }

    /** WITH TIES, which the parser does not know, as ONLY and a mark in the order. */
    private static int withTies(TokenEdits edits, int with, int order) {
        int ties = edits.next(with);
        if (!edits.at(with).isWord("WITH") || !edits.at(ties).isWord("TIES")) {
            return with;
        }
        if (order < 0) {
            throw new RefusedStatementException(
                    "42601", "FETCH … WITH TIES needs an ORDER BY: it says which rows are equal");
        }
        edits.after(order, ", '" + SqlText.TIES + "'");
        edits.clear(with, ties);
        edits.replace(with, "ONLY");
        return edits.next(ties);
    }

    /** A number, which may stand in parentheses, in quotes or before a cast; the parser takes it bare. */
    private static int count(TokenEdits edits, int first) {
        int opening = first;
        while (edits.at(opening).is("(")) {
            opening = edits.next(opening);
        }
        SqlToken number = edits.at(opening);
        if (number.kind() != SqlToken.Kind.NUMBER && !number.is("?") && !number.isString()) {
            return edits.at(first).isWord("ALL") ? edits.next(first) : first;
        }
        if (number.isString()) {
            edits.replace(
                    opening,
                    number.text().substring(1, Math.max(1, number.text().length() - 1)));
        }
        int i = edits.next(opening);
        while (edits.at(i).is("::") || edits.at(i).is(")")) {
            int end = edits.at(i).is("::") ? TypeNames.read(edits, edits.next(i)) : i;
            if (edits.at(i).is(")") && !closes(edits, first, opening)) {
                break;
            }
            edits.clear(i, end);
            i = edits.next(end);
        }
        return i;
    }

    /** Takes away one of the parentheses before a number; false when there is none left. */
    private static boolean closes(TokenEdits edits, int first, int number) {
        for (int i = edits.previous(number); i >= first; i = edits.previous(i)) {
            if (!edits.written(i, i).isEmpty()) {
                edits.replace(i, "");
                return true;
            }
        }
        return false;
    }
}
