package io.github.paradigmreporting.simulator;

import java.time.Clock;
import java.time.Duration;

/** The part of {@link SimulatorBuilder} that says how the instance behaves as a server. */
abstract sealed class ServerSwitches extends AnswerSwitches permits SimulatorBuilder {
    private String host = "127.0.0.1";
    private int port;
    private Clock clock = Clock.systemUTC();
    private boolean gzip = true;
    private Duration latency = Duration.ZERO;
    private Duration latencyPerDay = Duration.ZERO;
    private int concurrency = 10_000;
    private Overload overload = Overload.QUEUED;
    private int requestsPerMinute;
    private RetryAfter retryAfter = RetryAfter.SECONDS;
    private int badKeyStatus = 401;
    private ForeignCompany foreignCompany = ForeignCompany.IGNORED;
    private ReversedRange reversedRange = ReversedRange.REFUSED;

    /**
     * What time it is: today, how much of it is there, and the {@code Date} header. The clock's zone is the instance's.
     * Waits (latency, slow bodies) pass in real time all the same. The system's clock in UTC by default.
     *
     * @param value the clock; may move while the simulator runs
     * @return this
     */
    public SimulatorBuilder clock(Clock value) {
        clock = value;
        return self();
    }

    /**
     * Address to listen on; only this machine by default.
     *
     * @param value name or address
     * @return this
     */
    public SimulatorBuilder host(String value) {
        host = value;
        return self();
    }

    /**
     * Port to listen on; a free one by default.
     *
     * @param value the port, or 0 for a free one
     * @return this
     */
    public SimulatorBuilder port(int value) {
        port = (int) Checks.between(0, 65535, value, "port");
        return self();
    }

    /**
     * Whether answers are compressed for clients that accept it; true by default.
     *
     * @param on true to compress
     * @return this
     */
    public SimulatorBuilder gzip(boolean on) {
        gzip = on;
        return self();
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
        return self();
    }

    /**
     * Requests that are worked on at once; see {@link SimulatorBuilder#overload} for the others. No limit by default.
     *
     * @param count how many
     * @return this
     */
    public SimulatorBuilder concurrency(int count) {
        concurrency = Checks.atLeast(1, count, "concurrency");
        return self();
    }

    /**
     * What happens to requests beyond {@link SimulatorBuilder#concurrency}; {@link Overload#QUEUED} by default.
     *
     * @param what what happens
     * @return this
     */
    public SimulatorBuilder overload(Overload what) {
        overload = what;
        return self();
    }

    /**
     * Requests per key in any 60 seconds of real time; those beyond get status 429. No limit by default.
     *
     * @param count how many, or 0 for no limit
     * @return this
     */
    public SimulatorBuilder requestsPerMinute(int count) {
        requestsPerMinute = Checks.atLeast(0, count, "requestsPerMinute");
        return self();
    }

    /**
     * How a request beyond {@link SimulatorBuilder#requestsPerMinute} is told when to come back; {@link RetryAfter#SECONDS} by default.
     *
     * @param how the form
     * @return this
     */
    public SimulatorBuilder retryAfter(RetryAfter how) {
        retryAfter = how;
        return self();
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
        return self();
    }

    /**
     * What a company admin gets for another company; {@link ForeignCompany#IGNORED} by default.
     *
     * @param what the answer
     * @return this
     */
    public SimulatorBuilder foreignCompany(ForeignCompany what) {
        foreignCompany = what;
        return self();
    }

    /**
     * What a range gets whose start is after its end; {@link ReversedRange#REFUSED} by default.
     *
     * @param what the answer
     * @return this
     */
    public SimulatorBuilder reversedRange(ReversedRange what) {
        reversedRange = what;
        return self();
    }

    ServerOptions serverOptions() {
        return new ServerOptions(
                host,
                port,
                clock,
                gzip,
                latency,
                latencyPerDay,
                concurrency,
                overload,
                requestsPerMinute,
                retryAfter,
                badKeyStatus,
                foreignCompany,
                reversedRange);
    }
}
