package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Members;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Rows of the members report: one per company, for the window asked. */
final class MemberRows {
    private MemberRows() {}

    /**
     * Members ever are counted up to the window's end; active ones are those of today, whatever the window: that is how
     * the words of the reference read.
     */
    static Members row(Company company, LocalDate from, LocalDate to, LocalDate today) {
        LocalDate end = to.isBefore(today) ? to : today;
        long ever = everJoined(company, end);
        long active = Math.round(everJoined(company, today) * 0.88);
        return new Members(company.id(), company.name(), from, to, ever, company.uses(today) ? active : 0);
    }

    private static long everJoined(Company company, LocalDate day) {
        double years = ChronoUnit.DAYS.between(company.firstDay(), day) / 365.25;
        return years < 0 ? 0 : (long) (company.people() * (1 - 0.5 * StrictMath.pow(2, -2 * years) + 0.1 * years));
    }
}
