package io.github.paradigmreporting.jdbc.lean;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's TO_CHAR, TO_DATE and TO_TIMESTAMP of moments, with names in English. */
final class MomentText {
    private static final Pattern PART =
            Pattern.compile("(?<fm>FM|TM)?(?<part>(?i:Y,YYY|YYYY|YYY|YY|IYYY|IYY|IY|IDDD|ID|IW|I|Y|Q|"
                    + "MONTH|MON|MM|MI|MS|WW|W|DDD|DD|DAY|DY|D|HH24|HH12|HH|SSSSS|SSSS|SS|US|FF[1-6]|"
                    + "A\\.M\\.|P\\.M\\.|AM|PM|CC|J|TZH|TZM|TZ|OF))(?<th>TH|th)?"
                    + "|\"(?<quoted>[^\"]*)\"?");

    private static final Pattern ISO_WEEK = Pattern.compile("\\s*(\\d{4})-?W?(\\d{1,2})\\s*");

    private MomentText() {}

    /**
     * A moment as text.
     *
     * @param millis milliseconds since 1970-01-01 00:00:00
     * @param format with the parts of PostgreSQL, {@code YYYY-MM-DD}; what is no part stands for itself
     */
    static String text(long millis, String format) {
        LocalDateTime moment = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
        Matcher parts = PART.matcher(Bounds.text(format, ValueException.Kind.BAD_VALUE, "format"));
        StringBuilder out = new StringBuilder();
        while (parts.find()) {
            String quoted = parts.group("quoted");
            String text = quoted == null ? part(moment, parts.group("part"), parts.group("fm") != null) : quoted;
            String th = quoted == null ? parts.group("th") : null;
            parts.appendReplacement(out, Matcher.quoteReplacement(th == null ? text : text + ordinal(text, th)));
        }
        return parts.appendTail(out).toString();
    }

    private static String part(LocalDateTime moment, String part, boolean bare) {
        String upper = part.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "Y,YYY" -> String.format(Locale.ROOT, "%,d", moment.getYear());
            case "YYYY" -> digits(moment.getYear(), 4, bare);
            case "YYY", "YY", "Y" -> last(moment.getYear(), part.length(), bare);
            case "IYYY" -> digits(moment.get(IsoFields.WEEK_BASED_YEAR), 4, bare);
            case "IYY", "IY", "I" -> last(moment.get(IsoFields.WEEK_BASED_YEAR), part.length(), bare);
            case "CC" -> digits((moment.getYear() + 99) / 100, 2, bare);
            case "Q" -> digits(moment.get(IsoFields.QUARTER_OF_YEAR), 1, bare);
            case "MONTH" -> name(moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), part, bare);
            case "MON" -> name(shortName(moment.getMonth()), part, true);
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
            case "SSSS", "SSSSS" -> String.valueOf(moment.toLocalTime().toSecondOfDay());
            case "MS", "FF3" -> fraction(moment, 3);
            case "US", "FF6" -> fraction(moment, 6);
            case "FF1", "FF2", "FF4", "FF5" -> fraction(moment, upper.charAt(2) - '0');
            case "AM", "PM" -> name(moment.getHour() < 12 ? "AM" : "PM", part, true);
            case "A.M.", "P.M." -> name(moment.getHour() < 12 ? "A.M." : "P.M.", part, true);
            case "TZ" -> name("UTC", part, true);
            case "TZH", "OF" -> "+00";
            case "TZM" -> "00";
            default -> String.valueOf(moment.getLong(JulianFields.JULIAN_DAY));
        };
    }

    /** May, June and the like by three letters, whatever a Java calls them. */
    private static String shortName(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
    }

    private static String digits(int value, int width, boolean bare) {
        return bare ? String.valueOf(value) : String.format(Locale.ROOT, "%0" + width + "d", value);
    }

    private static String last(int year, int width, boolean bare) {
        int power = (int) Math.pow(10, width);
        return digits(year % power, width, bare);
    }

    private static String fraction(LocalDateTime moment, int digits) {
        return String.format(Locale.ROOT, "%09d", moment.get(ChronoField.NANO_OF_SECOND))
                .substring(0, digits);
    }

    /** A name in the letters of the part; without FM filled up to nine as in PostgreSQL. */
    private static String name(String name, String part, boolean bare) {
        String letters = part.equals(part.toUpperCase(Locale.ROOT))
                ? name.toUpperCase(Locale.ROOT)
                : part.equals(part.toLowerCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        return bare ? letters : String.format(Locale.ROOT, "%-9s", letters);
    }

    static String ordinal(String number, String th) {
        int last = number.isEmpty() ? 0 : Character.digit(number.charAt(number.length() - 1), 10);
        boolean teen = number.length() > 1 && number.charAt(number.length() - 2) == '1';
        String suffix =
                switch (teen ? 0 : last) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return th.equals("TH") ? suffix.toUpperCase(Locale.ROOT) : suffix;
    }

    /** The Monday of a week of ISO 8601, {@code 2026-47}. */
    static int monday(String week) {
        Matcher matcher = ISO_WEEK.matcher(week);
        if (!matcher.matches()) {
            throw new ValueException(ValueException.Kind.BAD_DATE, "'" + week + "' is no week such as 2026-47");
        }
        return monday(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static int monday(int year, int week) {
        try {
            return (int) LocalDate.of(year, 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                    .with(DayOfWeek.MONDAY)
                    .toEpochDay();
        } catch (DateTimeException e) {
            throw new ValueException(ValueException.Kind.DATE_OUT_OF_RANGE, "there is no week " + week + " in " + year);
        }
    }

    /**
     * The moment that a text says in a format, as milliseconds since 1970.
     *
     * @throws ValueException when the text does not say it so, or says what does not exist
     */
    static long moment(String text, String format) {
        return new Reading(
                        Bounds.text(text, ValueException.Kind.BAD_DATE, "date or time"),
                        Bounds.text(format, ValueException.Kind.BAD_VALUE, "format"))
                .moment();
    }

    /** One text that is read. For one thread. */
    private static final class Reading {
        private final String text;
        private final String format;
        private final Map<String, Long> found = new HashMap<>();
        private int at;

        Reading(String text, String format) {
            this.text = text;
            this.format = format;
        }

        long moment() {
            Matcher parts = PART.matcher(format);
            int from = 0;
            while (parts.find()) {
                skip(format.substring(from, parts.start()));
                from = parts.end();
                String quoted = parts.group("quoted");
                if (quoted != null) {
                    at = Math.min(text.length(), at + quoted.length());
                    continue;
                }
                boolean digitsFollow = parts.end() < format.length()
                        && PART.matcher(format)
                                .region(parts.end(), format.length())
                                .lookingAt();
                read(parts.group("part").toUpperCase(Locale.ROOT), digitsFollow);
                if (parts.group("th") != null) {
                    at = Math.min(text.length(), at + 2);
                }
            }
            try {
                return day() * Dates.DAY + time();
            } catch (DateTimeException e) {
                throw new ValueException(
                        ValueException.Kind.DATE_OUT_OF_RANGE,
                        "'" + text + "' is no date that exists: " + e.getMessage());
            }
        }

        /** What stands between parts stands for as many signs of any kind; blanks for any number of blanks. */
        private void skip(String between) {
            for (int i = 0; i < between.length(); i++) {
                boolean sign = !Character.isLetterOrDigit(between.charAt(i));
                if (at < text.length() && (!sign || !Character.isLetterOrDigit(text.charAt(at)))) {
                    boolean signed = sign
                            && (text.charAt(at) == '-' || text.charAt(at) == '+')
                            && Character.isWhitespace(between.charAt(i));
                    at += signed ? 0 : 1;
                }
            }
        }

        private void read(String part, boolean digitsFollow) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            switch (part) {
                case "MONTH", "MON" -> found.put("MM", (long) name(part, monthNames()));
                case "DAY", "DY" -> name(part, dayNames());
                case "AM", "PM", "A.M.", "P.M." -> {
                    String upper = text.substring(at).toUpperCase(Locale.ROOT);
                    if (!upper.startsWith("A") && !upper.startsWith("P")) {
                        throw bad(part);
                    }
                    found.put("HALF", upper.startsWith("P") ? 1L : 0L);
                    at = Math.min(text.length(), at + part.length());
                }
                case "MS", "US", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6" -> fraction(part, digitsFollow);
                case "TZ", "OF", "TZH", "TZM" -> zone(part);
                default -> number(part, digitsFollow);
            }
        }

        private static String[] monthNames() {
            String[] names = new String[12];
            for (Month month : Month.values()) {
                names[month.getValue() - 1] = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            }
            return names;
        }

        private static String[] dayNames() {
            String[] names = new String[7];
            for (DayOfWeek day : DayOfWeek.values()) {
                names[day.getValue() - 1] = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            }
            return names;
        }

        /** The number of the name that follows, from 1. */
        private int name(String part, String[] names) {
            boolean full = part.equals("MONTH") || part.equals("DAY");
            for (int i = 0; i < names.length; i++) {
                String name = full ? names[i] : names[i].substring(0, 3);
                if (text.regionMatches(true, at, name, 0, name.length())) {
                    at += name.length();
                    return i + 1;
                }
            }
            throw bad(part);
        }

        private void number(String part, boolean digitsFollow) {
            int width =
                    switch (part) {
                        case "YYYY", "IYYY", "HH24" -> part.equals("HH24") ? 2 : 4;
                        case "Y,YYY", "J" -> 7;
                        case "YYY", "IYY", "DDD", "IDDD" -> 3;
                        case "SSSS", "SSSSS" -> 5;
                        case "Y", "I", "Q", "W", "D", "ID" -> 1;
                        default -> 2;
                    };
            int end = at;
            boolean all = !digitsFollow;
            while (end < text.length() && Character.isDigit(text.charAt(end)) && (all || end - at < width)) {
                end++;
            }
            if (end == at || end - at > 18) {
                throw bad(part);
            }
            found.put(part, Long.parseLong(text.substring(at, end)));
            found.put(part + " digits", (long) end - at);
            at = end;
        }

        private void fraction(String part, boolean digitsFollow) {
            int width = part.equals("MS") ? 3 : part.equals("US") ? 6 : part.charAt(2) - '0';
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end)) && (!digitsFollow || end - at < width)) {
                end++;
            }
            if (end == at) {
                throw bad(part);
            }
            found.put("NANO", Long.parseLong((text.substring(at, end) + "000000000").substring(0, 9)));
            at = end;
        }

        private void zone(String part) {
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            String zone = text.substring(at, end);
            if (part.equals("TZM")) {
                number(part, false);
                return;
            }
            at = end;
            if (zone.equalsIgnoreCase("Z") || zone.isEmpty()) {
                return;
            }
            Matcher offset = Pattern.compile("([+-]?)(\\d{1,2})(?::?(\\d{2}))?").matcher(zone);
            if (offset.matches()) {
                long minutes = Long.parseLong(offset.group(2)) * 60
                        + (offset.group(3) == null ? 0 : Long.parseLong(offset.group(3)));
                found.put("OFFSET", offset.group(1).equals("-") ? -minutes : minutes);
            } else {
                found.put("OFFSET", -TimeZones.instant(0, TimeZones.of(zone)) / 60_000);
            }
        }

        private ValueException bad(String part) {
            return new ValueException(
                    ValueException.Kind.BAD_DATE, "'" + text + "' has no " + part + " where '" + format + "' has it");
        }

        private long get(String part, long other) {
            return found.getOrDefault(part, other);
        }

        private long year() {
            for (String part : new String[] {"YYYY", "Y,YYY", "YYY", "YY", "Y"}) {
                Long year = found.get(part);
                if (year != null) {
                    return whole(year, get(part + " digits", 4));
                }
            }
            return get("CC", 0) == 0 ? 1 : (get("CC", 0) - 1) * 100 + 1;
        }

        /** A year of fewer than four digits is the one nearest to 2020. */
        private static long whole(long year, long digits) {
            return digits >= 4 || year > 999
                    ? year
                    : digits == 3 ? year + (year < 520 ? 2000 : 1000) : year + (year < 70 ? 2000 : 1900);
        }

        private long day() {
            if (found.containsKey("J")) {
                return LocalDate.EPOCH
                        .with(JulianFields.JULIAN_DAY, get("J", 0))
                        .toEpochDay();
            }
            if (found.containsKey("IYYY") || found.containsKey("IYY") || found.containsKey("IW")) {
                int isoYear = (int) get("IYYY", get("IYY", year()));
                long week = monday(isoYear, (int) get("IW", 1));
                return found.containsKey("IDDD") ? monday(isoYear, 1) + get("IDDD", 1) - 1 : week + get("ID", 1) - 1;
            }
            int year = Math.toIntExact(year());
            if (found.containsKey("DDD")) {
                return LocalDate.ofYearDay(year, (int) get("DDD", 1)).toEpochDay();
            }
            if (found.containsKey("WW")) {
                return LocalDate.of(year, 1, 1).toEpochDay() + (get("WW", 1) - 1) * 7;
            }
            return LocalDate.of(year, (int) get("MM", 1), (int) get("DD", 1)).toEpochDay();
        }

        private long time() {
            long hour = get("HH24", -1);
            if (hour < 0) {
                hour = get("HH12", get("HH", 0));
                if (found.containsKey("HALF")) {
                    hour = hour % 12 + 12 * get("HALF", 0);
                }
            }
            long minute = get("MI", 0);
            long second = get("SS", 0);
            if (hour > 24 || minute > 59 || second > 60) {
                throw new DateTimeException(hour + ":" + minute + ":" + second);
            }
            long seconds = get("SSSS", get("SSSSS", (hour * 60 + minute) * 60 + second));
            return seconds * 1000 + Math.floorDiv(get("NANO", 0) + 500_000, 1_000_000L) - get("OFFSET", 0) * 60_000;
        }
    }
}
