package io.github.paradigmreporting.jdbc.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What other databases spell otherwise than the parser does, token by token. */
final class Spellings {
    /** What AT TIME ZONE becomes a call of. */
    static final String AT_TIME_ZONE = "AT_TIME_ZONE";

    /** Name that tools write as the catalog before a schema's. */
    private static final String CATALOG = "paradigm";

    private static final Set<String> SCHEMAS = Set.of(CATALOG, "information_schema", "system");

    /** Operators of PostgreSQL and MySQL. */
    static final Map<String, String> OPERATORS = Map.of(
            "<=>", "IS NOT DISTINCT FROM",
            "~", "RLIKE",
            "~*", "RLIKE '(?iu)' ||",
            "!~", "NOT RLIKE",
            "!~*", "NOT RLIKE '(?iu)' ||",
            "~~", "LIKE",
            "!~~", "NOT LIKE",
            "~~*", "ILIKE",
            "!~~*", "NOT ILIKE");

    /** What PostgreSQL calls the order by code point, and what it calls the one of its database. */
    private static final Set<String> COLLATIONS = Set.of("C", "POSIX", "ucs_basic", "default");

    private Spellings() {}

    /** Quotes a word where it is a name, when the parser reserves it. */
    static void quoteReserved(TokenEdits edits, int i) {
        SqlToken token = edits.at(i);
        if (token.isWord() && KeyWords.isReserved(token.text())) {
            edits.replace(i, '"' + token.text() + '"');
        }
    }

    /** A function's name that the parser understands otherwise. */
    static void function(TokenEdits edits, int i) {
        switch (edits.at(i).upper()) {
            // Words without a grammar of their own.
            case "CORR",
                    "REGR_SLOPE",
                    "REGR_INTERCEPT",
                    "REGR_R2",
                    "REGR_AVGX",
                    "REGR_AVGY",
                    "REGR_SXY",
                    "WIDTH_BUCKET" -> quoteReserved(edits, i);
            // The parser knows YEAR and MONTH as functions, but not DAY.
            case "DAY" -> edits.replace(i, "DAYOFMONTH");
            case "DATE_DIFF" -> {
                // With the unit first it is DATEDIFF; with the unit last the parser knows it.
                SqlToken first = edits.at(edits.next(edits.next(i)));
                if (first.isString() || Units.isUnit(first.word())) {
                    edits.replace(i, "DATEDIFF");
                }
            }
            default -> {}
        }
    }

    /** Leaves out a catalog before a schema, and the schema of PostgreSQL's own functions; gives the next name to read. */
    static int withoutCatalog(TokenEdits edits, int i) {
        int point = edits.next(i);
        int second = edits.next(point);
        String first = edits.at(i).name();
        boolean schema = edits.at(edits.next(second)).is(".")
                && SCHEMAS.contains(edits.at(second).name().toLowerCase(Locale.ROOT));
        boolean left = first.equalsIgnoreCase("pg_catalog") || (first.equalsIgnoreCase(CATALOG) && schema);
        if (!left || !edits.at(point).is(".")) {
            return i;
        }
        edits.replace(i, "");
        edits.replace(point, "");
        return second;
    }

    /** EXPLAIN with the options of other databases as EXPLAIN PLAN FOR; gives the first token of the statement. */
    static int explain(TokenEdits edits, int explain) {
        int i = edits.next(explain);
        if (edits.at(i).isWord("PLAN")) {
            while (i < edits.size() && !edits.at(i).isWord("FOR")) {
                i = edits.next(i);
            }
            return edits.next(i);
        }
        boolean run = false;
        int depth = 0;
        while (i < edits.size()) {
            SqlToken token = edits.at(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean option = depth > 0
                    || token.is(")")
                    || token.isWord("ANALYZE")
                    || token.isWord("ANALYSE")
                    || token.isWord("VERBOSE");
            if (!option || (token.is("(") && isQuery(edits, edits.next(i)))) {
                break;
            }
            run |= token.word().startsWith("ANALY") && !isOff(edits.at(edits.next(i)));
            edits.replace(i, "");
            i = edits.next(i);
        }
        edits.replace(explain, "EXPLAIN PLAN " + (run ? "INCLUDING ALL ATTRIBUTES " : "") + "FOR");
        return i;
    }

    private static boolean isOff(SqlToken token) {
        return token.isWord("FALSE") || token.isWord("OFF") || token.text().equals("0");
    }

    private static boolean isQuery(TokenEdits edits, int i) {
        return edits.at(i).isWord("SELECT")
                || edits.at(i).isWord("WITH")
                || edits.at(i).isWord("VALUES")
                || edits.at(i).is("(");
    }

    /** Leaves out a collation that all texts have; gives the token behind it. */
    static int collation(TokenEdits edits, int word) {
        int name = edits.next(word);
        int point = edits.next(name);
        if (edits.at(point).is(".") && edits.at(name).name().equalsIgnoreCase("pg_catalog")) {
            name = edits.next(point);
        }
        String collation = edits.at(name).name();
        if (!COLLATIONS.contains(collation)) {
            throw new RefusedStatementException(
                    "0A000",
                    "COLLATE \"" + collation + "\" is not offered: texts are sorted by code point, as by COLLATE \"C\";"
                            + " leave it out");
        }
        edits.clear(word, name);
        return edits.next(name);
    }
}
