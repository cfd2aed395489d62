package io.github.paradigmreporting.core.settings;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A day as a user writes it: a date, {@code today}, or a period counted back from today. Resolved anew whenever it is
 * used, so that a long-running process moves with the calendar.
 */
public final class DayExpression {
    static final String FORM = "a date such as 2026-01-31, today, or a period back from today such as -P30D or -P6M";

    private final String text;
    private final @Nullable LocalDate fixed;
    private final Period back;

    private DayExpression(String text, @Nullable LocalDate fixed, Period back) {
        this.text = text;
        this.fixed = fixed;
        this.back = back;
    }

    /**
     * A fixed day.
     *
     * @param day the day
     * @return the expression
     */
    public static DayExpression of(LocalDate day) {
        return new DayExpression(day.toString(), day, Period.ZERO);
    }

    /**
     * Reads an expression.
     *
     * @param text a date, {@code today} or a negative ISO period
     * @return the expression
     * @throws IllegalArgumentException when it is none of these, or a period that leads into the future
     */
    public static DayExpression parse(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("today")) {
            return new DayExpression("today", null, Period.ZERO);
        }
        try {
            return text.startsWith("-P") ? back(text) : of(LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("expected " + FORM + ", not '" + text + "'", e);
        }
    }

    private static DayExpression back(String text) {
        Period back = Period.parse(text.substring(1));
        if (back.isNegative()) {
            throw new java.time.DateTimeException("twice minus is plus");
        }
        return new DayExpression(text, null, back);
    }

    /**
     * The day it means.
     *
     * @param today the current day in the zone the reports count in
     * @return the day
     */
    public LocalDate resolve(LocalDate today) {
        return fixed != null ? fixed : today.minus(back);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DayExpression that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
