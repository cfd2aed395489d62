package io.github.paradigmreporting.jdbc.dialect;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small shapes: {@code INTERVAL '7 days'}, {@code <=>}, {@code ~}, {@code AT TIME ZONE 'UTC'}. */
final class ShapeRules {
    private static final Pattern INTERVAL = Pattern.compile(
            "'\\s*([+-]?\\d+)\\s*(second|minute|hour|day|week|month|quarter|year)s?\\s*'", Pattern.CASE_INSENSITIVE);

    private static final Set<String> UTC = Set.of("'UTC'", "'Z'", "'ETC/UTC'", "'GMT'", "'+00:00'");

    /** PostgreSQL's signs for a text that a regular expression is found in. */
    private static final Map<String, String> REGULAR = Map.of(
            "~", "RLIKE",
            "~*", "RLIKE '(?i)' ||",
            "!~", "NOT RLIKE",
            "!~*", "NOT RLIKE '(?i)' ||");

    private ShapeRules() {}

    static void apply(TokenEdits edits) {
        for (int i : edits.meaningful()) {
            SqlToken token = edits.at(i);
            if (token.is("<=>")) {
                edits.replace(i, "IS NOT DISTINCT FROM");
            } else if (token.kind() == SqlToken.Kind.SYMBOL && REGULAR.containsKey(token.text())) {
                edits.replace(i, REGULAR.get(token.text()));
            } else if (token.isString() && edits.at(edits.previous(i)).upper().equals("INTERVAL")) {
                Matcher amount = INTERVAL.matcher(token.text());
                if (amount.matches()) {
                    edits.replace(i, "'" + amount.group(1) + "' " + amount.group(2));
                }
            } else if (token.upper().equals("AT")) {
                zone(edits, i);
            }
        }
    }

    /** Instants are shown in UTC as it is. */
    private static void zone(TokenEdits edits, int at) {
        int time = edits.next(at);
        int zone = edits.next(time);
        int name = edits.next(zone);
        if (edits.at(time).upper().equals("TIME")
                && edits.at(zone).upper().equals("ZONE")
                && UTC.contains(edits.at(name).upper())) {
            for (int i : new int[] {at, time, zone, name}) {
                edits.replace(i, "");
            }
        }
    }
}
