package io.github.paradigmreporting.kafka;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds names that look like settings of the connector and are none: a misspelt one would be ignored in silence. */
final class SettingNames {
    private static final List<String> KNOWN =
            ConnectSettings.ALL.stream().map(ConnectSettings::name).toList();
    /** What the connector itself adds for its tasks. */
    private static final Set<String> OF_TASKS = Set.of(TaskUnits.KEY, TaskUnits.NUMBER_KEY, TaskUnits.COMPANIES_KEY);

    private SettingNames() {}

    /** The names that are no settings, each with what is wrong. */
    static Map<String, String> unknown(Collection<String> given) {
        Map<String, String> unknown = new TreeMap<>();
        for (String name : given) {
            if (isOurs(name) && !KNOWN.contains(name) && !OF_TASKS.contains(name)) {
                String nearest = nearest(name);
                unknown.put(
                        name,
                        "is not a setting of this connector; "
                                + (distance(nearest, name.toLowerCase(Locale.ROOT)) <= nearest.length() / 3
                                        ? "did you mean " + nearest + "?"
                                        : "remove it, the documentation lists all settings"));
            }
        }
        return unknown;
    }

    /** Whether a name is one of the connector's, whatever the case. */
    static boolean isOurs(String name) {
        return name.regionMatches(true, 0, ConnectSettings.PREFIX, 0, ConnectSettings.PREFIX.length());
    }

    private static String nearest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .min(Comparator.comparingInt(known -> distance(known, lower)))
                .orElseThrow();
    }

    /** Letters to insert, to remove or to replace. */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[to.length()];
    }
}
