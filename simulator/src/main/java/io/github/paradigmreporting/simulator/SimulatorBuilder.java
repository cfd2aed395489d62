package io.github.paradigmreporting.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what instance to simulate. Every switch has a default, so {@code builder().start()} works. Not safe for threads. */
public final class SimulatorBuilder extends AnswerSwitches {
    private long seed = 7;
    private int companies = 3;
    private int lateCompanies;
    private @Nullable LocalDate from;
    private double scale = 1;
    private int documentsPerDay = 12;
    private double drift;
    private int settleDays = 3;
    private double vanishing;
    private String host = "127.0.0.1";
    private int port;
    private Clock clock = Clock.systemUTC();
    private boolean gzip = true;
    private Duration latency = Duration.ZERO;
    private Duration latencyPerDay = Duration.ZERO;
    private int concurrency = 10_000;
    private int requestsPerMinute;
    private int badKeyStatus = 401;
    private ForeignCompany foreignCompany = ForeignCompany.IGNORED;
    private ReversedRange reversedRange = ReversedRange.REFUSED;
    private String key = "demo-key";
    private final Map<String, Keys.Role> otherKeys = new LinkedHashMap<>();
    private Consumer<Asked> watcher = asked -> {};

    SimulatorBuilder() {}

    /**
     * Seed of the made-up usage: the same seed, companies, first day and moment give the same answers. 7 by default.
     *
     * @param value any number
     * @return this
     */
    public SimulatorBuilder seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Companies at the start, from a large one to small ones; 3 by default.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder companies(int count) {
        companies = Checks.atLeast(0, count, "companies");
        return this;
    }

    /**
     * How many of the companies join on a seeded day after the first one; none by default.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder lateCompanies(int count) {
        lateCompanies = Checks.atLeast(0, count, "lateCompanies");
        return this;
    }

    /**
     * First day with usage; two years before today by default.
     *
     * @param day the day
     * @return this
     */
    public SimulatorBuilder from(LocalDate day) {
        from = day;
        return this;
    }

    /**
     * Factor on all usage, 1 by default.
     *
     * @param factor a positive number
     * @return this
     */
    public SimulatorBuilder scale(double factor) {
        scale = Checks.between(0, 1e9, factor, "scale");
        return this;
    }

    /**
     * Different documents that a company uses on a usual working day, before {@link #scale}; 12 by default. Millions are
     * fine: rows are made while they are sent.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder documentsPerDay(int count) {
        documentsPerDay = Checks.atLeast(0, count, "documentsPerDay");
        return this;
    }

    /**
     * Lets ended days grow on for {@link #settleDays}, as late data comes in; 0, the default, for days that are final
     * when they end.
     *
     * @param share largest share of a day's usage that is still missing when the day ends, from 0 to 1
     * @return this
     */
    public SimulatorBuilder drift(double share) {
        drift = Checks.between(0, 1, share, "drift");
        return this;
    }

    /**
     * Days after which a day no longer changes by itself; 3 by default.
     *
     * @param days how many
     * @return this
     */
    public SimulatorBuilder settleDays(int days) {
        settleDays = Checks.atLeast(0, days, "settleDays");
        return this;
    }

    /**
     * Lets rows of documents and tools vanish while their day settles; 0 by default.
     *
     * @param share share of the rows that do, from 0 to 1
     * @return this
     */
    public SimulatorBuilder vanishing(double share) {
        vanishing = Checks.between(0, 1, share, "vanishing");
        return this;
    }

    /**
     * The key of a platform admin, who sees all companies; {@code demo-key} by default.
     *
     * @param value the key
     * @return this
     */
    public SimulatorBuilder key(String value) {
        key = value;
        return this;
    }

    /**
     * A further key, of an admin who sees one company.
     *
     * @param value the key
     * @param company id of the company
     * @return this
     */
    public SimulatorBuilder companyKey(String value, long company) {
        otherKeys.put(value, new Keys.Role(Keys.Level.COMPANY_ADMIN, company));
        return this;
    }

    /**
     * A further key, of an ordinary user, who may not see any report.
     *
     * @param value the key
     * @return this
     */
    public SimulatorBuilder userKey(String value) {
        otherKeys.put(value, Keys.Role.USER);
        return this;
    }

    /**
     * What time it is: today, how much of it is there, and the {@code Date} header. The clock's zone is the instance's.
     * Waits (latency, slow bodies) pass in real time all the same. The system's clock in UTC by default.
     *
     * @param value the clock; may move while the simulator runs
     * @return this
     */
    public SimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Address to listen on; only this machine by default.
     *
     * @param value name or address
     * @return this
     */
    public SimulatorBuilder host(String value) {
        host = value;
        return this;
    }

    /**
     * Port to listen on; a free one by default.
     *
     * @param value the port, or 0 for a free one
     * @return this
     */
    public SimulatorBuilder port(int value) {
        port = (int) Checks.between(0, 65535, value, "port");
        return this;
    }

    /**
     * Whether answers are compressed for clients that accept it; true by default.
     *
     * @param on true to compress
     * @return this
     */
    public SimulatorBuilder gzip(boolean on) {
        gzip = on;
        return this;
    }

    /**
     * Wait before each answer, in real time; none by default.
     *
     * @param base for every answer
     * @param perDay in addition, per day of the range asked
     * @return this
     */
    public SimulatorBuilder latency(Duration base, Duration perDay) {
        latency = base;
        latencyPerDay = perDay;
        return this;
    }

    /**
     * Requests that are worked on at once; the others wait for their turn. No limit by default.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder concurrency(int count) {
        concurrency = Checks.atLeast(1, count, "concurrency");
        return this;
    }

    /**
     * Status for a missing or unknown key; 401 by default.
     *
     * @param status 401 or 403
     * @return this
     */
    public SimulatorBuilder badKeyStatus(int status) {
        if (status != 401 && status != 403) {
            throw new IllegalArgumentException("badKeyStatus is 401 or 403, not " + status);
        }
        badKeyStatus = status;
        return this;
    }

    /**
     * What a company admin gets for another company; {@link ForeignCompany#IGNORED} by default.
     *
     * @param what the answer
     * @return this
     */
    public SimulatorBuilder foreignCompany(ForeignCompany what) {
        foreignCompany = what;
        return this;
    }

    /**
     * What a range gets whose start is after its end; {@link ReversedRange#REFUSED} by default.
     *
     * @param what the answer
     * @return this
     */
    public SimulatorBuilder reversedRange(ReversedRange what) {
        reversedRange = what;
        return this;
    }

    /**
     * Told each request when it has ended, by the thread that answers it; nobody by default.
     *
     * @param told gets the request
     * @return this
     */
    public SimulatorBuilder watcher(Consumer<Asked> told) {
        watcher = told;
        return this;
    }

    /**
     * Starts the simulator; it listens when this returns.
     *
     * @return the running simulator
     * @throws java.io.UncheckedIOException when the port is taken
     */
    public ParadigmSimulator start() {
        Moment now = Moment.of(clock);
        LocalDate first = from == null ? now.today().minusYears(2) : from;
        DataOptions data = new DataOptions(
                seed, companies, lateCompanies, first, scale, documentsPerDay, drift, settleDays, vanishing);
        ServerOptions server = new ServerOptions(
                host,
                port,
                clock,
                gzip,
                latency,
                latencyPerDay,
                concurrency,
                requestsPerMinute,
                badKeyStatus,
                foreignCompany,
                reversedRange);
        Keys keys = new Keys();
        otherKeys.forEach(keys::add);
        keys.add(key, Keys.Role.ADMIN);
        return new ParadigmSimulator(data, answerOptions(), server, key, keys, watcher);
    }

    @Override
    SimulatorBuilder self() {
        return this;
    }
}
