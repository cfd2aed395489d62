package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An interval as PostgreSQL has it: months, days and a time, which are not converted into each other unless intervals are
 * compared; a month counts 30 days then. Immutable.
 */
final class Interval implements Comparable<Interval> {
    private static final long DAY = 86_400_000;
    private static final long DAYS_OF_MONTH = 30;

    /** Milliseconds of units of time. */
    private static final Map<String, Long> TIMES = Map.of(
            "hour", 3_600_000L,
            "hr", 3_600_000L,
            "h", 3_600_000L,
            "minute", 60_000L,
            "min", 60_000L,
            "second", 1000L,
            "sec", 1000L,
            "s", 1000L,
            "millisecond", 1L,
            "ms", 1L);

    private static final Map<String, Integer> DAYS = Map.of("day", 1, "d", 1, "week", 7, "w", 7);

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("month", 1),
            Map.entry("mon", 1),
            Map.entry("quarter", 3),
            Map.entry("year", 12),
            Map.entry("yr", 12),
            Map.entry("y", 12),
            Map.entry("decade", 120),
            Map.entry("century", 1200),
            Map.entry("centurie", 1200));

    private static final Pattern PART = Pattern.compile("\\s*(?:"
            + "(?<sign>[+-])?(?<h>\\d+):(?<m>\\d{1,2})(?::(?<s>\\d{1,2}(?:\\.\\d*)?))?"
            + "|(?<ysign>[+-])?(?<years>\\d+)-(?<months>\\d{1,2})(?!\\d)"
            + "|(?<n>[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))\\s*(?<unit>[a-z]*)"
            + "|(?<ago>ago)|(?<at>@))");

    private static final Pattern ISO = Pattern.compile("(-?\\d+(?:\\.\\d*)?)([YMWDHS])");

    private final int months;
    private final long days;
    private final long millis;

    Interval(int months, long days, long millis) {
        this.months = months;
        this.days = days;
        this.millis = millis;
    }

    static Interval ofMonths(int months) {
        return new Interval(months, 0, 0);
    }

    /** Whole days, and what is left of them. */
    static Interval ofMillis(long millis) {
        return new Interval(0, millis / DAY, millis % DAY);
    }

    int months() {
        return months;
    }

    long days() {
        return days;
    }

    long millis() {
        return millis;
    }

    Interval plus(Interval other) {
        return new Interval(
                Math.addExact(months, other.months),
                Math.addExact(days, other.days),
                Math.addExact(millis, other.millis));
    }

    Interval negated() {
        return new Interval(Math.negateExact(months), Math.negateExact(days), Math.negateExact(millis));
    }

    /** So many times; what is left of a month becomes days, what is left of a day a time. */
    Interval times(BigDecimal factor) {
        BigDecimal wholeMonths = BigDecimal.valueOf(months).multiply(factor);
        int newMonths = (int) Numbers.whole(cut(wholeMonths), Integer.MIN_VALUE, Integer.MAX_VALUE);
        BigDecimal wholeDays = BigDecimal.valueOf(days)
                .multiply(factor)
                .add(wholeMonths.subtract(BigDecimal.valueOf(newMonths)).multiply(BigDecimal.valueOf(DAYS_OF_MONTH)));
        long newDays = Numbers.whole(cut(wholeDays), Long.MIN_VALUE, Long.MAX_VALUE);
        BigDecimal time = BigDecimal.valueOf(millis)
                .multiply(factor)
                .add(wholeDays.subtract(BigDecimal.valueOf(newDays)).multiply(BigDecimal.valueOf(DAY)));
        return new Interval(newMonths, newDays, Numbers.whole(time, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static BigDecimal cut(BigDecimal number) {
        return number.setScale(0, RoundingMode.DOWN);
    }

    /** 24 hours as a day each; days and a time have one sign then. */
    Interval withWholeDays() {
        return new Interval(months, Math.addExact(days, millis / DAY), millis % DAY).ofOneSign();
    }

    /** 30 days as a month each; months and days have one sign then. */
    Interval withWholeMonths() {
        int newMonths = Math.toIntExact(Math.addExact(months, days / DAYS_OF_MONTH));
        return new Interval(newMonths, days % DAYS_OF_MONTH, millis).monthsOfOneSign(days % DAYS_OF_MONTH);
    }

    /** Both; all has one sign then. */
    Interval withAllWhole() {
        Interval wide = new Interval(months, Math.addExact(days, millis / DAY), millis % DAY);
        int newMonths = Math.toIntExact(Math.addExact(months, wide.days / DAYS_OF_MONTH));
        long newDays = wide.days % DAYS_OF_MONTH;
        return new Interval(newMonths, newDays, wide.millis)
                .monthsOfOneSign(newDays == 0 ? wide.millis : newDays)
                .ofOneSign();
    }

    private Interval monthsOfOneSign(long rest) {
        int sign = Integer.signum(months);
        return sign * Long.signum(rest) < 0 ? new Interval(months - sign, days + sign * DAYS_OF_MONTH, millis) : this;
    }

    private Interval ofOneSign() {
        int sign = Long.signum(days);
        return sign * Long.signum(millis) < 0 ? new Interval(months, days - sign, millis + sign * DAY) : this;
    }

    /** A number of its milliseconds, when a month has 30 days. */
    private long total() {
        return Math.addExact(Math.multiplyExact(Math.addExact((long) months * DAYS_OF_MONTH, days), DAY), millis);
    }

    @Override
    public int compareTo(Interval other) {
        return Long.compare(total(), other.total());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interval interval && interval.total() == total();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(total());
    }

    /**
     * The interval that a text says, as PostgreSQL reads it: {@code 1 year 2 mons -3 days 04:05:06}, {@code 90 minutes},
     * {@code P1Y2M3DT4H5M6S}.
     *
     * @throws ValueException when it says none
     */
    static Interval of(String text) {
        String lower = Bounds.text(text.trim(), ValueException.Kind.BAD_DATE, "interval")
                .toLowerCase(Locale.ROOT);
        if (lower.startsWith("p")) {
            return iso(text, lower.toUpperCase(Locale.ROOT));
        }
        Interval sum = new Interval(0, 0, 0);
        boolean any = false;
        boolean ago = false;
        Matcher parts = PART.matcher(lower);
        int at = 0;
        while (at < lower.length() && parts.region(at, lower.length()).lookingAt() && !ago) {
            at = parts.end();
            if (parts.group("ago") != null) {
                ago = true;
            } else if (parts.group("at") == null) {
                sum = sum.plus(part(text, parts, lower.substring(at).trim()));
                any = true;
            }
        }
        if (!any || !lower.substring(at).isBlank()) {
            throw bad(text);
        }
        return ago ? sum.negated() : sum;
    }

    private static Interval part(String text, Matcher parts, String rest) {
        if (parts.group("h") != null) {
            String seconds = parts.group("s");
            BigDecimal time = BigDecimal.valueOf(
                            Long.parseLong(parts.group("h")) * 3600 + Long.parseLong(parts.group("m")) * 60)
                    .add(seconds == null ? BigDecimal.ZERO : new BigDecimal(seconds))
                    .movePointRight(3);
            return new Interval(0, 0, signed(Numbers.whole(time, Long.MIN_VALUE, Long.MAX_VALUE), parts.group("sign")));
        }
        if (parts.group("years") != null) {
            long months = Long.parseLong(parts.group("years")) * 12 + Long.parseLong(parts.group("months"));
            return new Interval((int) signed(months, parts.group("ysign")), 0, 0);
        }
        // A number alone counts seconds, and days where a time of day follows.
        String unit = parts.group("unit");
        return amount(text, new BigDecimal(parts.group("n")), unit.isEmpty() ? rest.isEmpty() ? "s" : "d" : unit);
    }

    private static long signed(long number, @Nullable String sign) {
        return "-".equals(sign) ? -number : number;
    }

    private static Interval amount(String text, BigDecimal number, String unit) {
        String singular = (unit.length() > 3 && unit.endsWith("s")) || unit.equals("hrs")
                ? unit.substring(0, unit.length() - 1)
                : unit;
        Integer months = MONTHS.get(singular);
        if (months != null) {
            return ofMonths(months).times(number);
        }
        Integer days = DAYS.get(singular);
        if (days != null) {
            return new Interval(0, days, 0).times(number);
        }
        Long millis = TIMES.get(singular);
        if (millis == null) {
            throw bad(text);
        }
        return new Interval(0, 0, millis).times(number);
    }

    private static Interval iso(String text, String upper) {
        int time = upper.indexOf('T');
        Interval sum = isoParts(upper.substring(1, time < 0 ? upper.length() : time), false);
        sum = sum.plus(time < 0 ? new Interval(0, 0, 0) : isoParts(upper.substring(time + 1), true));
        if (!upper.matches("P(?=.)(-?\\d+(\\.\\d*)?[YMWD])*(T(?=.)(-?\\d+(\\.\\d*)?[HMS])*)?")) {
            throw bad(text);
        }
        return sum;
    }

    private static Interval isoParts(String parts, boolean time) {
        Interval sum = new Interval(0, 0, 0);
        Matcher matcher = ISO.matcher(parts);
        while (matcher.find()) {
            String unit =
                    switch (matcher.group(2)) {
                        case "Y" -> "year";
                        case "M" -> time ? "minute" : "month";
                        case "W" -> "week";
                        case "D" -> "day";
                        case "H" -> "hour";
                        default -> "second";
                    };
            sum = sum.plus(amount(parts, new BigDecimal(matcher.group(1)), unit));
        }
        return sum;
    }

    private static ValueException bad(String text) {
        return new ValueException(
                ValueException.Kind.BAD_DATE, "'" + text + "' is no interval; write '3 days', '1 mon' or '04:05:06'");
    }

    /** As PostgreSQL writes it. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        boolean negative = append(out, months / 12, "year", false);
        negative = append(out, months % 12, "mon", negative);
        negative = append(out, days, "day", negative);
        if (millis != 0 || out.length() == 0) {
            out.append(out.length() == 0 ? "" : " ").append(millis < 0 ? "-" : negative ? "+" : "");
            long time = Math.abs(millis);
            out.append(String.format(
                    Locale.ROOT, "%02d:%02d:%02d", time / 3_600_000, time / 60_000 % 60, time / 1000 % 60));
            if (time % 1000 != 0) {
                out.append(String.format(Locale.ROOT, ".%03d", time % 1000).replaceFirst("0+$", ""));
            }
        }
        return out.toString();
    }

    /** Writes a number of units, unless there are none; whether the last one written is negative. */
    private static boolean append(StringBuilder out, long number, String unit, boolean negative) {
        if (number == 0) {
            return negative;
        }
        out.append(out.length() == 0 ? "" : " ")
                .append(negative && number > 0 ? "+" : "")
                .append(number)
                .append(' ')
                .append(unit)
                .append(number == 1 ? "" : "s");
        return number < 0;
    }
}
