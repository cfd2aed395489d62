package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.ColumnType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The calendar: one row per day, to join reports to and to show gaps with. Weeks are ISO weeks, from Monday. */
public final class Calendar {
    private record Part(SqlColumn column, Function<LocalDate, Object> value) {}

    private static final List<Part> PARTS = List.of(
            part("date", ColumnType.DATE, "The day.", day -> day),
            part("calendar_year", ColumnType.BIGINT, "Year.", day -> (long) day.getYear()),
            part("calendar_quarter", ColumnType.BIGINT, "Quarter of the year, 1 to 4.", day ->
                    (long) day.get(IsoFields.QUARTER_OF_YEAR)),
            part("calendar_month", ColumnType.BIGINT, "Month of the year, 1 to 12.", day -> (long) day.getMonthValue()),
            part("month_name", ColumnType.TEXT, "English name of the month.", day -> name(day.getMonth())),
            part("day_of_month", ColumnType.BIGINT, "Day of the month, 1 to 31.", day -> (long) day.getDayOfMonth()),
            part("day_of_year", ColumnType.BIGINT, "Day of the year, 1 to 366.", day -> (long) day.getDayOfYear()),
            part("day_of_week", ColumnType.BIGINT, "ISO day of the week, 1 for Monday to 7 for Sunday.", day ->
                    (long) day.getDayOfWeek().getValue()),
            part("day_name", ColumnType.TEXT, "English name of the day of the week.", day -> name(day.getDayOfWeek())),
            part(
                    "is_weekend",
                    ColumnType.BIGINT,
                    "1 on Saturday and Sunday, else 0.",
                    day -> day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue() ? 1L : 0L),
            part("iso_year", ColumnType.BIGINT, "Year that the ISO week belongs to.", day ->
                    (long) day.get(IsoFields.WEEK_BASED_YEAR)),
            part("iso_week", ColumnType.BIGINT, "ISO week of the year, 1 to 53.", day ->
                    (long) day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
            part(
                    "week_start",
                    ColumnType.DATE,
                    "Monday of the week.",
                    day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
            part("month_start", ColumnType.DATE, "First day of the month.", day -> day.withDayOfMonth(1)),
            part(
                    "quarter_start",
                    ColumnType.DATE,
                    "First day of the quarter.",
                    day -> day.with(IsoFields.DAY_OF_QUARTER, 1L)),
            part("year_start", ColumnType.DATE, "First day of the year.", day -> day.withDayOfYear(1)));

    /** The table. */
    public static final SqlTable TABLE = new SqlTable(
            "calendar",
            new TableSource.OfCalendar(),
            "Days from historyStart to today, one row each; costs no request.",
            columns(),
            List.of("date"),
            List.of());

    private Calendar() {}

    private static String name(Enum<?> constant) {
        return constant.name().charAt(0) + constant.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static List<SqlColumn> columns() {
        List<SqlColumn> columns = new ArrayList<>();
        for (Part part : PARTS) {
            columns.add(part.column());
        }
        return columns;
    }

    /**
     * One value of a day's row.
     *
     * @param column number of the column
     * @param day the day
     * @return the value, never null
     */
    public static Object value(int column, LocalDate day) {
        return PARTS.get(column).value().apply(day);
    }

    private static Part part(String name, ColumnType type, String remarks, Function<LocalDate, Object> value) {
        return new Part(new SqlColumn(name, type, false, remarks), value);
    }
}
