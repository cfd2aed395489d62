package io.github.paradigmreporting.jdbc.engine;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's TO_CHAR of moments, in English; Calcite's writes {@code FMMonth} as {@code F11onth} and {@code IYYY} as
 * {@code I026}. Safe for threads. Public only because generated code calls it.
 */
public final class MomentText {
    static final String NAME = "MOMENT_TEXT_OF";

    private static final Pattern PART =
            Pattern.compile("(?<fm>FM)?(?<part>(?i:YYYY|YYY|YY|IYYY|IYY|IY|IDDD|ID|IW|I|Y|Q|"
                    + "MONTH|MON|MM|MI|MS|WW|W|DDD|DD|DAY|DY|D|HH24|HH12|HH|SS|US|AM|PM|CC|J))"
                    + "|\"(?<quoted>[^\"]*)\"?");

    private MomentText() {}

    static Map<String, Function> all() {
        return Map.of(NAME, ScalarFunctionImpl.create(MomentText.class, "text"));
    }

    /**
     * A moment as text.
     *
     * @param second seconds since 1970-01-01 00:00:00
     * @param format with the parts of PostgreSQL, {@code YYYY-MM-DD}; what is no part stands for itself
     * @return the text, null when an argument is null
     */
    public static @Nullable String text(@Nullable Long second, @Nullable String format) {
        if (second == null || format == null) {
            return null;
        }
        LocalDateTime moment = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        Matcher parts = PART.matcher(format);
        StringBuilder out = new StringBuilder();
        while (parts.find()) {
            String quoted = parts.group("quoted");
            String text = quoted == null ? part(moment, parts.group("part"), parts.group("fm") != null) : quoted;
            parts.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        return parts.appendTail(out).toString();
    }

    private static String part(LocalDateTime moment, String part, boolean bare) {
        return switch (part.toUpperCase(Locale.ROOT)) {
            case "YYYY" -> digits(moment.getYear(), 4, bare);
            case "YYY", "YY", "Y" -> last(moment.getYear(), part.length(), bare);
            case "IYYY" -> digits(moment.get(IsoFields.WEEK_BASED_YEAR), 4, bare);
            case "IYY", "IY", "I" -> last(moment.get(IsoFields.WEEK_BASED_YEAR), part.length(), bare);
            case "CC" -> digits((moment.getYear() + 99) / 100, 2, bare);
            case "Q" -> digits(moment.get(IsoFields.QUARTER_OF_YEAR), 1, bare);
            case "MONTH" -> name(moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), part, bare);
            case "MON" -> name(moment.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), part, true);
            case "MM" -> digits(moment.getMonthValue(), 2, bare);
            case "IW" -> digits(moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, bare);
            case "WW" -> digits((moment.getDayOfYear() + 6) / 7, 2, bare);
            case "W" -> digits((moment.getDayOfMonth() + 6) / 7, 1, bare);
            case "IDDD" ->
                digits(
                        (moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) - 1) * 7
                                + moment.getDayOfWeek().getValue(),
                        3,
                        bare);
            case "DDD" -> digits(moment.getDayOfYear(), 3, bare);
            case "DD" -> digits(moment.getDayOfMonth(), 2, bare);
            case "ID" -> digits(moment.getDayOfWeek().getValue(), 1, bare);
            case "D" -> digits(moment.getDayOfWeek().getValue() % 7 + 1, 1, bare);
            case "DAY" -> name(moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), part, bare);
            case "DY" -> name(moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), part, true);
            case "HH24" -> digits(moment.getHour(), 2, bare);
            case "HH12", "HH" -> digits(moment.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, bare);
            case "MI" -> digits(moment.getMinute(), 2, bare);
            case "SS" -> digits(moment.getSecond(), 2, bare);
            case "MS" -> "000";
            case "US" -> "000000";
            case "AM", "PM" -> name(moment.getHour() < 12 ? "AM" : "PM", part, true);
            default -> String.valueOf(moment.getLong(JulianFields.JULIAN_DAY));
        };
    }

    private static String digits(int value, int width, boolean bare) {
        return bare ? String.valueOf(value) : String.format(Locale.ROOT, "%0" + width + "d", value);
    }

    private static String last(int year, int width, boolean bare) {
        int power = (int) Math.pow(10, width);
        return digits(year % power, width, bare);
    }

    /** A name in the letters of the part; without FM filled up to nine as in PostgreSQL. */
    private static String name(String name, String part, boolean bare) {
        String letters = part.equals(part.toUpperCase(Locale.ROOT))
                ? name.toUpperCase(Locale.ROOT)
                : part.equals(part.toLowerCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        return bare ? letters : String.format(Locale.ROOT, "%-9s", letters);
    }
}
