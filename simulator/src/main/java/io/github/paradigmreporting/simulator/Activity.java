package io.github.paradigmreporting.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** How busy a company is on a day, around 1 on a usual working day: weekly rhythm, holidays, growth, chance. */
final class Activity {
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    private Activity() {}

    static double level(Company company, LocalDate day, Dice dice) {
        return rhythm(day.getDayOfWeek()) * season(day) * growth(company, day) * dice.around(0.3, 1);
    }

    private static double rhythm(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 0.96;
            case TUESDAY -> 1.1;
            case WEDNESDAY -> 1.07;
            case THURSDAY -> 1.04;
            case FRIDAY -> 0.83;
            case SATURDAY -> 0.05;
            case SUNDAY -> 0.03;
        };
    }

    private static double season(LocalDate day) {
        if (HOLIDAYS.contains(MonthDay.from(day))) {
            return 0.04;
        }
        return switch (day.getMonth()) {
            case AUGUST -> 0.62;
            case DECEMBER -> day.getDayOfMonth() > 20 ? 0.45 : 1;
            default -> 1;
        };
    }

    /** A start that catches on within a year, then some more each year. */
    private static double growth(Company company, LocalDate day) {
        double years = ChronoUnit.DAYS.between(company.firstDay(), day) / 365.25;
        return 1 - 0.6 * StrictMath.pow(2, -3 * years) + 0.12 * years;
    }
}
