package io.github.paradigmreporting.jdbc.dialect;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals as PostgreSQL and MySQL write them. */
final class Intervals {
    private static final Pattern ONE = Pattern.compile(
            "'\\s*([+-]?\\d+)\\s*(second|minute|hour|day|week|month|quarter|year)s?\\s*'", Pattern.CASE_INSENSITIVE);

    private Intervals() {}

    /** Reads {@code INTERVAL 'text' [unit]} or {@code INTERVAL ? unit}; gives its last token, or -1 when it is something else. */
    static int read(TokenEdits edits, int interval) {
        int text = edits.next(interval);
        int unit = edits.next(text);
        if (edits.at(text).is("?") && Units.isOfIntervals(edits.at(unit).word())) {
            // The parser takes no parameter here: so many times one of the unit.
            edits.replace(interval, "(");
            edits.after(text, " * INTERVAL '1'");
            edits.after(unit, ")");
            return unit;
        }
        if (!edits.at(text).isString()) {
            return -1;
        }
        if (Units.isOfIntervals(edits.at(unit).word())) {
            return qualifier(edits, unit);
        }
        if (!one(edits, text)) {
            edits.replace(interval, "CAST(");
            edits.after(text, " AS " + TypeNames.INTERVAL + ")");
        }
        return text;
    }

    /** Writes a text of one number and one unit as the parser wants it. */
    private static boolean one(TokenEdits edits, int text) {
        Matcher amount = ONE.matcher(edits.at(text).text());
        if (!amount.matches()) {
            return false;
        }
        edits.replace(text, "'" + amount.group(1) + "' " + amount.group(2).toUpperCase(Locale.ROOT));
        return true;
    }

    /** Last token of {@code unit[(precision)] [TO unit[(precision)]]}. */
    static int qualifier(TokenEdits edits, int unit) {
        int end = precision(edits, unit);
        int to = edits.next(end);
        int second = edits.next(to);
        boolean two = edits.at(to).isWord("TO")
                && Units.isOfIntervals(edits.at(second).word());
        return two ? precision(edits, second) : end;
    }

    private static int precision(TokenEdits edits, int unit) {
        int end = edits.next(unit);
        if (!edits.at(end).is("(")) {
            return unit;
        }
        while (end < edits.size() && !edits.at(end).is(")")) {
            end = edits.next(end);
        }
        return end;
    }

    /** Whether an amount and then a unit stand behind INTERVAL, as MySQL has it. */
    static boolean amountFollows(TokenEdits edits, int i) {
        SqlToken token = edits.at(i);
        int next = edits.next(i);
        boolean signed = (token.is("-") || token.is("+")) && edits.at(next).kind() == SqlToken.Kind.NUMBER;
        return token.kind() == SqlToken.Kind.NUMBER
                || token.is("?")
                || token.is("(")
                || (signed && Units.isOfIntervals(edits.at(edits.next(next)).word()))
                || (token.isName()
                        && Units.isOfIntervals(edits.at(edits.next(i)).word()));
    }
}
