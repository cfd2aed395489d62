package io.github.paradigmreporting.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The part of {@link SimulatorBuilder} that says what the made-up usage is like. */
abstract sealed class DataSwitches permits AnswerSwitches {
    private long seed = 7;
    private int companies = 3;
    private int lateCompanies;
    private @Nullable LocalDate from;
    private double scale = 1;
    private int documentsPerDay = 12;
    private double drift;
    private int settleDays = 3;
    private double vanishing;

    /**
     * Seed of the made-up usage: the same seed, companies, first day and moment give the same answers. 7 by default.
     *
     * @param value any number
     * @return this
     */
    public SimulatorBuilder seed(long value) {
        seed = value;
        return self();
    }

    /**
     * Companies at the start, from a large one to small ones; 3 by default.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder companies(int count) {
        companies = Checks.atLeast(0, count, "companies");
        return self();
    }

    /**
     * How many of the companies join on a seeded day after the first one; none by default.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder lateCompanies(int count) {
        lateCompanies = Checks.atLeast(0, count, "lateCompanies");
        return self();
    }

    /**
     * First day with usage; two years before today by default.
     *
     * @param day the day
     * @return this
     */
    public SimulatorBuilder from(LocalDate day) {
        from = day;
        return self();
    }

    /**
     * Factor on all usage, 1 by default.
     *
     * @param factor a positive number
     * @return this
     */
    public SimulatorBuilder scale(double factor) {
        scale = Checks.between(0, 1e9, factor, "scale");
        return self();
    }

    /**
     * Different documents that a company uses on a usual working day, before {@link SimulatorBuilder#scale}; 12 by default. Millions are
     * fine: rows are made while they are sent.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder documentsPerDay(int count) {
        documentsPerDay = Checks.atLeast(0, count, "documentsPerDay");
        return self();
    }

    /**
     * Lets ended days grow on for {@link SimulatorBuilder#settleDays}, as late data comes in; 0, the default, for days that are final
     * when they end.
     *
     * @param share largest share of a day's usage that is still missing when the day ends, from 0 to 1
     * @return this
     */
    public SimulatorBuilder drift(double share) {
        drift = Checks.between(0, 1, share, "drift");
        return self();
    }

    /**
     * Days after which a day no longer changes by itself; 3 by default.
     *
     * @param days how many
     * @return this
     */
    public SimulatorBuilder settleDays(int days) {
        settleDays = Checks.atLeast(0, days, "settleDays");
        return self();
    }

    /**
     * Lets rows of documents and tools vanish while their day settles; 0 by default.
     *
     * @param share share of the rows that do, from 0 to 1
     * @return this
     */
    public SimulatorBuilder vanishing(double share) {
        vanishing = Checks.between(0, 1, share, "vanishing");
        return self();
    }

    abstract SimulatorBuilder self();

    DataOptions dataOptions(LocalDate today) {
        return new DataOptions(
                seed,
                companies,
                lateCompanies,
                from == null ? today.minusYears(2) : from,
                scale,
                documentsPerDay,
                drift,
                settleDays,
                vanishing);
    }
}
