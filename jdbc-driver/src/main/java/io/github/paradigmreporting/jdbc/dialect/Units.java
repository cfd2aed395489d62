package io.github.paradigmreporting.jdbc.dialect;

import java.util.Set;

/** Units of time, where they stand without quotes. */
final class Units {
    private static final Set<String> UNITS = Set.of(
            "MICROSECOND",
            "MILLISECOND",
            "SECOND",
            "MINUTE",
            "HOUR",
            "DAY",
            "WEEK",
            "MONTH",
            "QUARTER",
            "YEAR",
            "DECADE",
            "CENTURY",
            "MILLENNIUM",
            "DOW",
            "ISODOW",
            "DOY",
            "EPOCH",
            "ISOYEAR",
            "YY",
            "YYYY",
            "QQ",
            "Q",
            "MM",
            "WK",
            "WW",
            "DD",
            "HH",
            "MI",
            "SS",
            "DW",
            "WEEKDAY");

    private static final Set<String> OF_INTERVALS =
            Set.of("MICROSECOND", "MILLISECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR");

    /** Functions whose first argument may be a bare unit of time, which becomes a text. */
    private static final Set<String> AS_TEXT =
            Set.of("DATEDIFF", "DATEADD", "DATEPART", "DATE_PART", "DATE_DIFF", "DATE_TRUNC");

    /** Functions whose first argument is a unit of time to the parser. */
    private static final Set<String> FIRST = Set.of("EXTRACT", "TIMESTAMPADD", "TIMESTAMPDIFF");

    /** Functions whose last argument may be a unit of time to the parser. */
    private static final Set<String> LAST = Set.of(
            "DATE_TRUNC",
            "TIMESTAMP_TRUNC",
            "DATETIME_TRUNC",
            "TIME_TRUNC",
            "TRUNC",
            "DATE_DIFF",
            "TIMESTAMP_DIFF",
            "DATETIME_DIFF",
            "LAST_DAY");

    private Units() {}

    /** Whether a word in upper case is a unit. */
    static boolean isUnit(String word) {
        return UNITS.contains(word);
    }

    /** Whether a word in upper case is a unit that intervals are measured in, or several of it. */
    static boolean isOfIntervals(String word) {
        return OF_INTERVALS.contains(word)
                || (word.endsWith("S") && OF_INTERVALS.contains(word.substring(0, word.length() - 1)));
    }

    /** Whether an argument is a unit or a type, no expression; writes it as the parser wants it. */
    static boolean isArgument(TokenEdits edits, int i, String function) {
        SqlToken before = edits.at(edits.previous(i));
        SqlToken after = edits.at(edits.next(i));
        String word = edits.at(i).word();
        if (before.is("(")) {
            boolean text = AS_TEXT.contains(function) && after.is(",") && isUnit(word);
            if (text) {
                edits.replace(i, "'" + edits.at(i).text() + "'");
            }
            return text || (FIRST.contains(function) && (after.is(",") || after.isWord("FROM")));
        }
        boolean last = before.is(",") && after.is(")");
        return last && ((LAST.contains(function) && isUnit(word)) || function.equals("CONVERT"));
    }
}
