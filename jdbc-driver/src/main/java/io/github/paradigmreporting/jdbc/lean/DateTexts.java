package io.github.paradigmreporting.jdbc.lean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are days, times and moments, in the forms that PostgreSQL reads: {@code 2026-01-05}, {@code 20260105}, {@code
 * Jan 5, 2026}, {@code 2026-01-05T10:11:12.345Z}, {@code 2026-01-05 10:11 Europe/Paris}, {@code epoch}, {@code today}.
 */
public final class DateTexts {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));

    private static final String MONTH = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

    private static final List<Pattern> DAYS = List.of(
            pattern("(?<y>\\d{4,6})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})"),
            pattern("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})"),
            pattern("(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4})"),
            pattern(MONTH + "\\s*(?<d>\\d{1,2}),?\\s+(?<y>\\d{4})"),
            pattern("(?<d>\\d{1,2})[\\s-]*" + MONTH + "[,\\s-]*(?<y>\\d{4})"),
            pattern("(?<y>\\d{4})[\\s-]*" + MONTH + "[\\s-]*(?<d>\\d{1,2})"));

    private static final Pattern TIME = pattern("(?<h>\\d{1,2}):(?<min>\\d{1,2})(?::(?<sec>\\d{1,2})(?<frac>\\.\\d*)?)?"
            + "(?:\\s*(?<half>am|pm))?|(?<h2>\\d{2})(?<min2>\\d{2})(?<sec2>\\d{2})?");

    private static final Pattern ZONE =
            pattern("z|utc|gmt|(?<sign>[+-])(?<zh>\\d{1,2}):?(?<zm>\\d{2})?|(?<name>[a-z]+(?:/[a-z_+-]+\\d*)*)");

    /** What stands between a day and a time, and between a time and a zone. */
    private static final Pattern GAP = pattern("\\s*t\\s*|\\s+|");

    private static final long DAY_MILLIS = 86_400_000;

    private static final DateTimeFormatter TIME_OF_DAY = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    /**
     * What a text says.
     *
     * @param day the day, null when it says only a time
     * @param nanos nanoseconds since midnight; those of a whole day at 24:00
     * @param zone the zone, null when it says none
     */
    private record Read(
            @Nullable LocalDate day, long nanos, @Nullable ZoneId zone) {
        /** Milliseconds since 1970, rounded; by its own clock. */
        long local(String text) {
            if (day == null) {
                throw bad(text, "timestamp");
            }
            return Math.addExact(
                    Math.multiplyExact(day.toEpochDay(), DAY_MILLIS), Math.floorDiv(nanos + 500_000, 1_000_000L));
        }
    }

    private DateTexts() {}

    /** The day that a text says; of a moment, the day by its own clock. The run tells what {@code today} is. */
    static int day(String text, Run run) {
        LocalDate day = read(text, "date", run).day();
        if (day == null) {
            throw bad(text, "date");
        }
        return (int) day.toEpochDay();
    }

    /** The moment that a text says, in milliseconds since 1970: of a text with a zone in UTC, of others by its clock. */
    static long moment(String text, Run run) {
        Read read = read(text, "timestamp", run);
        long local = read.local(text);
        return read.zone() == null ? local : TimeZones.instant(local, read.zone());
    }

    /** Milliseconds since midnight. */
    static int time(String text, Run run) {
        return (int) (read(text, "time", run).nanos() / 1_000_000);
    }

    /**
     * The day that a text says, whatever day it is today.
     *
     * @param text the text
     * @return days since 1970-01-01
     * @throws ValueException when it says none
     */
    public static int day(String text) {
        LocalDate day = read(text, "date", null).day();
        if (day == null) {
            throw bad(text, "date");
        }
        return (int) day.toEpochDay();
    }

    /**
     * The moment that a text says, whatever time it is now.
     *
     * @param text the text
     * @return milliseconds since 1970, of a text with a zone in UTC
     * @throws ValueException when it says none
     */
    public static long moment(String text) {
        Read read = read(text, "timestamp", null);
        long local = read.local(text);
        return read.zone() == null ? local : TimeZones.instant(local, read.zone());
    }

    private static Read read(String text, String type, @Nullable Run run) {
        String rest = text.trim().toLowerCase(Locale.ROOT);
        Read named = run == null ? null : named(rest, run);
        if (named != null) {
            return named;
        }
        LocalDate day = null;
        int at = 0;
        try {
            for (Pattern form : DAYS) {
                Matcher found = form.matcher(rest);
                if (found.lookingAt() && !isDigit(rest, found.end())) {
                    day = LocalDate.of(number(found, "y"), month(found), number(found, "d"));
                    at = gap(rest, found.end());
                    break;
                }
            }
            Matcher time = TIME.matcher(rest).region(at, rest.length());
            long nanos = 0;
            boolean timed = time.lookingAt() && !isDigit(rest, time.end());
            if (timed) {
                nanos = nanos(time);
                at = gap(rest, time.end());
            }
            ZoneId zone = null;
            if (at < rest.length() && (timed || day != null)) {
                Matcher found = ZONE.matcher(rest).region(at, rest.length());
                if (!found.matches()) {
                    throw bad(text, type);
                }
                zone = zone(found);
            } else if (at < rest.length() || (!timed && day == null)) {
                throw bad(text, type);
            }
            return new Read(day, nanos, zone);
        } catch (DateTimeException e) {
            throw new ValueException(
                    ValueException.Kind.DATE_OUT_OF_RANGE,
                    "'" + text + "' is not a " + type + " that exists: " + e.getMessage());
        }
    }

    private static @Nullable Read named(String word, Run run) {
        return switch (word) {
            case "epoch" -> new Read(LocalDate.EPOCH, 0, null);
            case "now" -> {
                long now = Dates.now(run);
                LocalDate today = LocalDate.ofEpochDay(Math.floorDiv(now, DAY_MILLIS));
                yield new Read(today, Math.floorMod(now, DAY_MILLIS) * 1_000_000, null);
            }
            case "today" -> new Read(LocalDate.ofEpochDay(Dates.today(run)), 0, null);
            case "yesterday" -> new Read(LocalDate.ofEpochDay(Dates.today(run) - 1L), 0, null);
            case "tomorrow" -> new Read(LocalDate.ofEpochDay(Dates.today(run) + 1L), 0, null);
            default -> null;
        };
    }

    private static int gap(String text, int from) {
        Matcher gap = GAP.matcher(text).region(from, text.length());
        return gap.lookingAt() ? gap.end() : from;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static int month(Matcher found) {
        return found.pattern().pattern().contains("?<month>") ? MONTHS.get(found.group("month")) : number(found, "m");
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }

    /** Of a time of day; 24:00 and a 60th second are the next day and minute, as in PostgreSQL. */
    private static long nanos(Matcher time) {
        boolean compact = time.group("h2") != null;
        int hour = number(time, compact ? "h2" : "h");
        int minute = number(time, compact ? "min2" : "min");
        String seconds = time.group(compact ? "sec2" : "sec");
        int second = seconds == null ? 0 : Integer.parseInt(seconds);
        String half = time.group("half");
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("hour " + hour + " " + half);
            }
            hour = hour % 12 + (half.equals("pm") ? 12 : 0);
        }
        String fraction = time.group("frac");
        long nanos = fraction == null || fraction.length() == 1 ? 0 : nanosOf(fraction.substring(1));
        boolean midnight = hour == 24 && minute == 0 && second == 0 && nanos == 0;
        if ((hour > 23 && !midnight) || minute > 59 || second > 60) {
            throw new DateTimeException(hour + ":" + minute + ":" + second);
        }
        return ((hour * 60L + minute) * 60 + second) * 1_000_000_000 + nanos;
    }

    private static long nanosOf(String digits) {
        return Long.parseLong((digits + "000000000").substring(0, 9));
    }

    private static ZoneId zone(Matcher found) {
        if (found.group("sign") != null) {
            int minutes = number(found, "zh") * 60 + (found.group("zm") == null ? 0 : number(found, "zm"));
            return ZoneOffset.ofTotalSeconds((found.group("sign").equals("-") ? -60 : 60) * minutes);
        }
        String name = found.group("name");
        return name == null ? ZoneOffset.UTC : TimeZones.of(name);
    }

    private static ValueException bad(String text, String type) {
        return new ValueException(
                ValueException.Kind.BAD_DATE,
                "'" + text + "' is not a " + type + "; write "
                        + switch (type) {
                            case "date" -> "'2026-01-31'";
                            case "time" -> "'10:11:12'";
                            default -> "'2026-01-31 10:11:12' or '2026-01-31T10:11:12Z'";
                        });
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    static String ofDay(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    static String ofMoment(long millis) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
        return moment.toLocalDate() + " " + TIME_OF_DAY.format(moment).replaceFirst("(\\.\\d*?)0+$", "$1");
    }

    static String ofTime(int millis) {
        return TIME_OF_DAY.format(LocalTime.ofNanoOfDay(millis * 1_000_000L));
    }
}
