package io.github.paradigmreporting.jdbc.lean;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Parts of days, moments and intervals, and the units that moments are cut to; by the names that PostgreSQL knows. */
enum DateUnit {
    MILLENNIUM("millennium", "millennia", "millenniums", "mil", "mils"),
    CENTURY("century", "centuries", "cent", "c"),
    DECADE("decade", "decades", "dec", "decs"),
    YEAR("year", "years", "y", "yr", "yrs", "yy", "yyyy"),
    QUARTER("quarter", "quarters", "qtr", "qq", "q"),
    MONTH("month", "months", "mon", "mons", "mm"),
    WEEK("week", "weeks", "w", "wk", "ww"),
    DAY("day", "days", "d", "dd"),
    HOUR("hour", "hours", "h", "hh", "hr", "hrs"),
    MINUTE("minute", "minutes", "m", "min", "mins", "mi"),
    SECOND("second", "seconds", "s", "sec", "secs", "ss"),
    MILLISECOND("millisecond", "milliseconds", "ms", "msec", "msecs", "msecond", "mseconds"),
    MICROSECOND("microsecond", "microseconds", "us", "usec", "usecs", "usecond", "useconds"),
    EPOCH("epoch"),
    DOW("dow"),
    ISODOW("isodow"),
    DOY("doy", "dy", "dayofyear"),
    ISOYEAR("isoyear"),
    JULIAN("julian", "jd", "j"),
    TIMEZONE("timezone", "timezone_hour", "timezone_minute");

    /** Decimals of a second that PostgreSQL shows. */
    private static final int PLACES = 6;

    private static final Map<String, DateUnit> BY_NAME = new HashMap<>();

    static {
        for (DateUnit unit : values()) {
            unit.names.forEach(name -> BY_NAME.put(name, unit));
        }
    }

    private final ImmutableList<String> names;

    DateUnit(String... names) {
        this.names = ImmutableList.copyOf(names);
    }

    static boolean isKnown(String name) {
        return BY_NAME.containsKey(name.trim().toLowerCase(Locale.ROOT));
    }

    /**
     * A unit.
     *
     * @throws ValueException when there is none of that name
     */
    static DateUnit of(String name) {
        DateUnit unit = BY_NAME.get(name.trim().toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw new ValueException(
                    ValueException.Kind.BAD_VALUE, "'" + name + "' is no unit of time; write one such as 'month'");
        }
        return unit;
    }

    /** Whether a day, too, begins at the start of such a unit. */
    boolean isOfDays() {
        return compareTo(DAY) <= 0;
    }

    /** Whether it is a part of a time of day. */
    boolean isOfTime() {
        return compareTo(HOUR) >= 0 && compareTo(MICROSECOND) <= 0;
    }

    /** Whether values of this part have decimals. */
    boolean isFraction() {
        return this == SECOND || this == MILLISECOND || this == EPOCH;
    }

    private ValueException none(String of) {
        return new ValueException(
                ValueException.Kind.UNSUPPORTED, of + " has no part " + name().toLowerCase(Locale.ROOT));
    }

    /** This part of a moment in milliseconds since 1970: a Long, or a BigDecimal of what has decimals. */
    Object part(long millis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
        return switch (this) {
            case MILLENNIUM -> (time.getYear() + 999L) / 1000;
            case CENTURY -> (time.getYear() + 99L) / 100;
            case DECADE -> Math.floorDiv((long) time.getYear(), 10L);
            case YEAR -> (long) time.getYear();
            case QUARTER -> (long) time.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> (long) time.getMonthValue();
            case WEEK -> (long) time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case DAY -> (long) time.getDayOfMonth();
            case HOUR -> (long) time.getHour();
            case MINUTE -> (long) time.getMinute();
            case SECOND -> seconds(Math.floorMod(millis, 60_000L));
            case MILLISECOND -> seconds(Math.floorMod(millis, 60_000L)).movePointRight(3);
            case MICROSECOND -> Math.floorMod(millis, 60_000L) * 1000;
            case EPOCH -> seconds(millis);
            case DOW -> (long) time.getDayOfWeek().getValue() % 7;
            case ISODOW -> (long) time.getDayOfWeek().getValue();
            case DOY -> (long) time.getDayOfYear();
            case ISOYEAR -> (long) time.get(IsoFields.WEEK_BASED_YEAR);
            case JULIAN -> time.getLong(JulianFields.JULIAN_DAY);
            case TIMEZONE -> 0L;
        };
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).setScale(PLACES);
    }

    /** This part of an interval. */
    Object part(Interval interval) {
        int months = interval.months();
        long millis = interval.millis();
        return switch (this) {
            case MILLENNIUM -> months / 12_000L;
            case CENTURY -> months / 1_200L;
            case DECADE -> months / 120L;
            case YEAR -> months / 12L;
            case QUARTER -> months % 12 / 3 + 1L;
            case MONTH -> (long) months % 12;
            case WEEK -> interval.days() / 7;
            case DAY -> interval.days();
            case HOUR -> millis / 3_600_000;
            case MINUTE -> millis / 60_000 % 60;
            case SECOND -> seconds(millis % 60_000);
            case MILLISECOND -> seconds(millis % 60_000).movePointRight(3);
            case MICROSECOND -> millis % 60_000 * 1000;
            // A year has 365.25 days, a month of one that is not whole has 30.
            case EPOCH ->
                seconds(millis + (months / 12 * 1461L * 6 + (months % 12 * 30L + interval.days()) * 24) * 3_600_000);
            default -> throw none("an interval");
        };
    }

    /** The start of the unit that a moment lies in. */
    long start(long millis) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
        LocalDate day = time.toLocalDate();
        return switch (this) {
            case MILLENNIUM -> year((time.getYear() + 999) / 1000 * 1000 - 999);
            case CENTURY -> year((time.getYear() + 99) / 100 * 100 - 99);
            case DECADE -> year(Math.floorDiv(time.getYear(), 10) * 10);
            case YEAR -> year(time.getYear());
            case QUARTER -> of(day.withDayOfMonth(1).with(IsoFields.DAY_OF_QUARTER, 1));
            case MONTH -> of(day.withDayOfMonth(1));
            case WEEK -> of(day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY)));
            case DAY -> of(day);
            case HOUR -> cut(time, ChronoUnit.HOURS);
            case MINUTE -> cut(time, ChronoUnit.MINUTES);
            case SECOND -> cut(time, ChronoUnit.SECONDS);
            case MILLISECOND, MICROSECOND -> millis;
            default ->
                throw new ValueException(
                        ValueException.Kind.UNSUPPORTED,
                        "a moment cannot be cut to " + name().toLowerCase(Locale.ROOT));
        };
    }

    private static long year(int year) {
        return of(LocalDate.of(year, 1, 1));
    }

    private static long of(LocalDate day) {
        return day.toEpochDay() * Dates.DAY;
    }

    private static long cut(LocalDateTime time, ChronoUnit unit) {
        return time.truncatedTo(unit).toEpochSecond(ZoneOffset.UTC) * 1000;
    }

    /** An interval without what is smaller than the unit. */
    Interval start(Interval interval) {
        int months = interval.months();
        return switch (this) {
            case MILLENNIUM -> Interval.ofMonths(months / 12_000 * 12_000);
            case CENTURY -> Interval.ofMonths(months / 1_200 * 1_200);
            case DECADE -> Interval.ofMonths(months / 120 * 120);
            case YEAR -> Interval.ofMonths(months / 12 * 12);
            case QUARTER -> Interval.ofMonths(months / 3 * 3);
            case MONTH -> Interval.ofMonths(months);
            case DAY -> new Interval(months, interval.days(), 0);
            case HOUR -> timed(interval, 3_600_000);
            case MINUTE -> timed(interval, 60_000);
            case SECOND -> timed(interval, 1000);
            case MILLISECOND, MICROSECOND -> interval;
            default -> throw none("an interval");
        };
    }

    private static Interval timed(Interval interval, long unit) {
        return new Interval(interval.months(), interval.days(), interval.millis() / unit * unit);
    }
}
