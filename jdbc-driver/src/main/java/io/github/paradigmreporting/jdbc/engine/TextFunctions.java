package io.github.paradigmreporting.jdbc.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Functions on texts that PostgreSQL has and Calcite lacks, by the names that only the engine uses. Safe for threads.
 * Public only because generated code calls it.
 */
public final class TextFunctions {
    static final String GROUP = "REGEXP_GROUP_OF";
    static final String REPLACE = "REGEXP_REPLACE_OF";
    static final String ISO_WEEK_DAY = "ISO_WEEK_DAY_OF";

    private static final Pattern ISO_WEEK = Pattern.compile("\\s*(\\d{4})-?W?(\\d{1,2})\\s*");

    private TextFunctions() {}

    static Map<String, Function> all() {
        return Map.of(GROUP, of("group"), REPLACE, of("replace"), ISO_WEEK_DAY, of("isoWeekDay"));
    }

    private static Function of(String method) {
        return ScalarFunctionImpl.create(TextFunctions.class, method);
    }

    /**
     * A group of the first place that a pattern matches.
     *
     * @param text where to look
     * @param pattern a regular expression of Java's
     * @param number of the group from 1; of a pattern without groups, 1 is all that matches
     * @return the group, null when there is none
     */
    public static @Nullable String group(@Nullable String text, @Nullable String pattern, int number) {
        if (text == null || pattern == null) {
            return null;
        }
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            return null;
        }
        if (matcher.groupCount() == 0) {
            return number == 1 ? matcher.group() : null;
        }
        return number < 1 || number > matcher.groupCount() ? null : matcher.group(number);
    }

    /**
     * A text with what matches replaced.
     *
     * @param text where to look
     * @param pattern a regular expression of Java's
     * @param with instead, where {@code \1} is the first group
     * @param flags {@code g} for all places and not the first alone, {@code i} for letters of any case
     * @return the text, null when an argument is null
     */
    public static @Nullable String replace(
            @Nullable String text, @Nullable String pattern, @Nullable String with, @Nullable String flags) {
        if (text == null || pattern == null || with == null || flags == null) {
            return null;
        }
        String lower = flags.toLowerCase(Locale.ROOT);
        Matcher matcher = Pattern.compile(pattern, lower.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                .matcher(text);
        String instead = with.replace("$", "\\$").replaceAll("\\\\(\\d)", "\\$$1");
        return lower.contains("g") ? matcher.replaceAll(instead) : matcher.replaceFirst(instead);
    }

    /**
     * The Monday of a week.
     *
     * @param week year and week of ISO 8601, {@code 2026-47}
     * @return days since 1970-01-01, null for null
     */
    public static @Nullable Integer isoWeekDay(@Nullable String week) {
        if (week == null) {
            return null;
        }
        Matcher matcher = ISO_WEEK.matcher(week);
        if (!matcher.matches()) {
            throw new DateTimeException("'" + week + "' is no week such as 2026-47");
        }
        return (int) LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(matcher.group(2)))
                .with(java.time.DayOfWeek.MONDAY)
                .toEpochDay();
    }
}
