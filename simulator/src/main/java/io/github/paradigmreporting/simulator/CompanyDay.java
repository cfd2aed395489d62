package io.github.paradigmreporting.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One company on one day as seen at a moment: how busy the day is in the end, and how much of it is there by now.
 * Every number of every report comes from here, so that the reports agree with each other.
 */
final class CompanyDay {
    private final DataOptions options;
    private final Company company;
    private final LocalDate day;
    private final Moment moment;
    private final Dice dice;
    private final double level;
    private final double progress;

    CompanyDay(DataOptions options, Company company, LocalDate day, Moment moment) {
        this.options = options;
        this.company = company;
        this.day = day;
        this.moment = moment;
        this.dice = new Dice(options.seed()).about(company.id()).about(day.toEpochDay());
        this.level = company.uses(day) ? Activity.level(company, day, dice) * options.scale() : 0;
        this.progress = progress();
    }

    Company company() {
        return company;
    }

    LocalDate day() {
        return day;
    }

    Dice dice() {
        return dice;
    }

    /** How busy the day is in the end, around {@code scale} on a usual working day, 0 when the company is not there. */
    double level() {
        return level;
    }

    /** Whole days since this one ended: 0 for today. */
    int age() {
        return (int) Math.min(Integer.MAX_VALUE, ChronoUnit.DAYS.between(day, moment.today()));
    }

    /** Whether the company is already there on this day, used or not. */
    boolean begun() {
        return !day.isBefore(company.firstDay()) && !day.isAfter(moment.today());
    }

    /** Whether the row of these dice has vanished; it does so on one of the days on which its day settles. */
    boolean vanished(Dice row) {
        return options.vanishing() > 0
                && row.unit(3) < options.vanishing()
                && age() > row.below(Math.max(1, options.settleDays()), 4);
    }

    /**
     * What is there by now of a number that the day will have in the end.
     *
     * @param inTheEnd the number, rounded down
     * @param early how early in its share of the day each one comes: from 0 (its end) to just below 1 (its beginning)
     */
    long sofar(double inTheEnd, double early) {
        return (long) Math.floor(Math.floor(inTheEnd) * progress + early);
    }

    /** When the last of so many came, by the same rule: never later than the moment. */
    private Instant lastAt(long count, double inTheEnd, double early) {
        int second = DayCurve.secondAt((count - early) / Math.max(1, Math.floor(inTheEnd)));
        return day.atStartOfDay(moment.zone()).plusSeconds(second).toInstant();
    }

    Chats sessions() {
        return chats(company.people() * 0.35 * level, 4.2, 10);
    }

    Chats threads() {
        return chats(company.people() * 0.08 * level, 2.6, 20);
    }

    private Chats chats(double expected, double queriesEach, long question) {
        double begun = Math.floor(expected + dice.unit(question) * 0.9);
        double queries = Math.floor(begun * queriesEach * dice.around(0.3, question + 1) + begun);
        double responses = Math.floor(queries * (0.965 + 0.035 * dice.unit(question + 2)));
        double withDocs = responses * (0.2 + 0.3 * dice.unit(question + 3));
        double early = dice.unit(question + 4);
        if (sofar(begun, early) == 0) {
            return new Chats(0, 0, 0, 0, moment.now());
        }
        long responsesNow = sofar(responses, early);
        return new Chats(
                sofar(begun, early),
                sofar(queries, early),
                responsesNow,
                sofar(withDocs, early),
                lastAt(responsesNow, responses, early));
    }

    private double progress() {
        if (day.isAfter(moment.today())) {
            return 0;
        }
        int age = age();
        double open = age == 0 ? DayCurve.shareAt(moment.secondOfDay()) : 1;
        int settle = options.settleDays();
        double missing = age >= settle ? 0 : options.drift() * dice.unit(2) * (settle - age) / settle;
        return open * (1 - missing);
    }

    /**
     * Chats of a day so far.
     *
     * @param begun sessions or threads
     * @param queries queries sent
     * @param responses responses given
     * @param withDocs responses that used documents
     * @param last when the last response came
     */
    record Chats(long begun, long queries, long responses, long withDocs, Instant last) {}
}
