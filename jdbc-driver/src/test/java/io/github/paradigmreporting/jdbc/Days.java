package io.github.paradigmreporting.jdbc;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Ranges of days as tests write them: {@code 2026-01-01..2026-01-31, today-6..today}. */
final class Days {
    private Days() {}

    static NavigableSet<LocalDate> of(String text, LocalDate today) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        if (text.equals("none")) {
            return days;
        }
        for (String range : text.split(",", -1)) {
            String[] ends = range.trim().split("\\.\\.", -1);
            LocalDate from = day(ends[0], today);
            LocalDate to = ends.length == 1 ? from : day(ends[1], today);
            from.datesUntil(to.plusDays(1)).forEach(days::add);
        }
        return days;
    }

    private static LocalDate day(String text, LocalDate today) {
        if (text.equals("year")) {
            return today.withDayOfYear(1);
        }
        if (text.equals("month")) {
            return today.withDayOfMonth(1);
        }
        if (text.startsWith("today")) {
            return text.length() == 5 ? today : today.minusDays(Long.parseLong(text.substring(6)));
        }
        return LocalDate.parse(text);
    }

    /** Days as ranges again, for messages. */
    static String text(Collection<LocalDate> days) {
        StringBuilder out = new StringBuilder();
        LocalDate from = null;
        LocalDate last = null;
        for (LocalDate day : days) {
            if (last == null || !day.equals(last.plusDays(1))) {
                append(out, from, last);
                from = day;
            }
            last = day;
        }
        append(out, from, last);
        return out.isEmpty() ? "none" : out.toString();
    }

    private static void append(
            StringBuilder out,
            @org.jspecify.annotations.Nullable LocalDate from,
            @org.jspecify.annotations.Nullable LocalDate to) {
        if (from != null && to != null) {
            out.append(out.isEmpty() ? "" : ", ").append(from).append(from.equals(to) ? "" : ".." + to);
        }
    }
}
