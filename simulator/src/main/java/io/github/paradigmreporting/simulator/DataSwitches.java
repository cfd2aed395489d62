package io.github.paradigmreporting.simulator;

import java.time.LocalDate;

/** The part of {@link SimulatorBuilder} that says what the made-up usage is like. */
abstract sealed class DataSwitches permits AnswerSwitches {
    /** Fixed, and not so many days back from today: a figure must not depend on the day on which it is requested. */
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private long seed = 7;
    private int companies = 3;
    private int lateCompanies;
    private LocalDate from = FIRST_DAY;
    private double scale = 1;
    private int documentsPerDay = 12;
    private double drift;
    private int settleDays = 3;
    private double vanishing;

    /**
     * Seed of the made-up usage. The figures of a company's day depend on the seed, the company, the day and the switches, never
     * on the day on which they are requested; only the open day grows with the clock. 7 by default.
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
     * How many of the companies join on a seeded day in the first year after the first day; none by default.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder lateCompanies(int count) {
        lateCompanies = Checks.atLeast(0, count, "lateCompanies");
        return self();
    }

    /**
     * First day with usage, from which usage grows; 2024-01-01 by default. A clock that shows an earlier day sees no usage.
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

    DataOptions dataOptions() {
        return new DataOptions(
                seed, companies, lateCompanies, from, scale, documentsPerDay, drift, settleDays, vanishing);
    }
}
