package io.github.paradigmreporting.simulator;

import java.time.LocalDate;

/**
 * What the made-up usage is like.
 *
 * @param seed same seed, same data
 * @param companies companies at the start
 * @param lateCompanies how many of them join after the first day
 * @param from first day with usage
 * @param scale factor on all usage
 * @param documentsPerDay different documents a company uses on a usual working day
 * @param drift largest share of a day's usage that is still missing when the day ends
 * @param settleDays days after which a day no longer changes
 * @param vanishing share of document and tool rows that vanish while their day settles
 */
record DataOptions(
        long seed,
        int companies,
        int lateCompanies,
        LocalDate from,
        double scale,
        int documentsPerDay,
        double drift,
        int settleDays,
        double vanishing) {}
