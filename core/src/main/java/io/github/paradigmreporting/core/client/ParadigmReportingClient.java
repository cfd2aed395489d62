package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.MDC;

/**
 * A client of one instance with one key. Made by {@link #builder()}; makes no call until rows are asked for. Safe for
 * threads; close it to end its threads and abort what still runs.
 */
public final class ParadigmReportingClient implements AutoCloseable {
    /** Rows read ahead per window, as bytes on the wire. */
    private static final long READ_AHEAD_BYTES = 512 * 1024;

    private final ClientConfig config;
    private final Time time;
    private final Budget budget;
    private final Transport transport;
    private final Watchdog watchdog;
    private final ExecutorService threads;
    private final Cancellation closed = new Cancellation();

    ParadigmReportingClient(ClientConfig config, Time time) {
        this.config = config;
        this.time = time;
        this.watchdog = new Watchdog();
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(run -> {
            Thread daemon = new Thread(run, "paradigm-reporting-" + number.incrementAndGet());
            daemon.setDaemon(true);
            return daemon;
        });
        Transport wire = new JdkTransport(config, watchdog, threads, time);
        this.budget = Budgets.shared(config, time);
        this.transport = Transports.standard(config, budget, wire, time);
    }

    /**
     * Starts to describe a client.
     *
     * @return a builder with the defaults of {@code Settings}
     */
    public static ParadigmReportingClientBuilder builder() {
        return new ParadigmReportingClientBuilder();
    }

    /**
     * The rows a query asks for. A long range is split into windows, fetched a few at a time and handed on oldest window
     * first; within a window in the instance's order, each company's day in one piece. Nothing is sent before the first
     * row is asked for.
     *
     * @param query what is asked
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> Rows<R> rows(ReportQuery<R> query) {
        return rows(query, new Cancellation());
    }

    /**
     * As {@link #rows(ReportQuery)}, ended by a cancellation of the caller's.
     *
     * @param query what is asked
     * @param cancellation ends the rows, from any thread
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> Rows<R> rows(ReportQuery<R> query, Cancellation cancellation) {
        return rows(query, cancellation, window -> {}, ExchangeListener.NONE);
    }

    /**
     * As {@link #rows(ReportQuery, Cancellation)}, with somebody who is asked before each request and told how it goes.
     *
     * @param query what is asked
     * @param cancellation ends the rows, from any thread
     * @param before called before each request is sent, with its days; an exception keeps it from being sent, and ends the
     *     rows where they need it
     * @param listener told how the requests go
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> Rows<R> rows(
            ReportQuery<R> query, Cancellation cancellation, Consumer<Window> before, ExchangeListener listener) {
        List<Window> windows = query.report().grain() == Grain.DAY
                ? new WindowPlanner(config.windowDays()).split(query.window())
                : List.of(query.window());
        return new SplitRows<>(
                windows,
                window -> {
                    before.accept(window);
                    return window(query.in(window), READ_AHEAD_BYTES, listener);
                },
                config.maxConcurrentRequests(),
                cancellation);
    }

    /**
     * The rows of a query in exactly one request, sent now.
     *
     * @param query what is asked
     * @param bufferBytes how much of the answer may be read ahead of the taker, as bytes of JSON
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> WindowRows<R> window(ReportQuery<R> query, long bufferBytes) {
        return window(query, bufferBytes, config.totalTimeout());
    }

    /**
     * As {@link #window(ReportQuery, long)}, for a caller who can come back later: asked to wait longer than so long, the
     * rows fail at once, with an error that says how long.
     *
     * @param query what is asked
     * @param bufferBytes how much of the answer may be read ahead of the taker, as bytes of JSON
     * @param longestWait longest wait between two attempts
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> WindowRows<R> window(ReportQuery<R> query, long bufferBytes, Duration longestWait) {
        return window(query, bufferBytes, longestWait, ExchangeListener.NONE, Siblings.none());
    }

    /**
     * As {@link #window(ReportQuery, long)}, with somebody who listens.
     *
     * @param query what is asked
     * @param bufferBytes how much of the answer may be read ahead of the taker, as bytes of JSON
     * @param listener told how the request goes
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> WindowRows<R> window(ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
        return window(query, bufferBytes, config.totalTimeout(), listener, Siblings.none());
    }

    /**
     * As {@link #window(ReportQuery, long, ExchangeListener)}, for a caller who keeps what else the answer holds:
     * {@link WindowRows#siblings()}, unless the answer is larger than the buffer. A window of more than {@link #windowDays()}
     * days is tried again only where the instance throttles: any other failure may be due to its length, and the caller can
     * split it.
     *
     * @param query what is asked
     * @param bufferBytes how much of the answer may be read ahead of the taker, as bytes of JSON
     * @param listener told how the request goes
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> WindowRows<R> windowWithSiblings(
            ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
        int attempts = query.window().days() > config.windowDays() ? 1 : config.attempts();
        return window(query, bufferBytes, config.totalTimeout(), listener, Siblings.of(query, bufferBytes), attempts);
    }

    private <R extends Row> WindowRows<R> window(
            ReportQuery<R> query,
            long bufferBytes,
            Duration longestWait,
            ExchangeListener listener,
            Siblings siblings) {
        return window(query, bufferBytes, longestWait, listener, siblings, config.attempts());
    }

    private <R extends Row> WindowRows<R> window(
            ReportQuery<R> query,
            long bufferBytes,
            Duration longestWait,
            ExchangeListener listener,
            Siblings siblings,
            int attempts) {
        closed.throwIfCancelled();
        WindowRows<R> rows = new WindowRows<>(bufferBytes);
        var registration = closed.onCancel(rows::close);
        WindowFetch<R> fetch = new WindowFetch<>(
                query,
                config.baseUrl().of(query),
                transport,
                new Attempts(config.attempts(), attempts, time, () -> ThreadLocalRandom.current()
                        .nextDouble()),
                new Deadline(time, config.totalTimeout(), longestWait),
                rows,
                listener,
                siblings);
        try {
            Map<String, String> context = MDC.getCopyOfContextMap();
            threads.execute(() -> {
                // What is logged for a caller carries the caller's marks.
                if (context != null) {
                    MDC.setContextMap(context);
                }
                try (registration) {
                    fetch.run();
                } finally {
                    MDC.clear();
                }
            });
        } catch (RejectedExecutionException e) {
            throw new CancelledException("the client was closed", e);
        }
        return rows;
    }

    /**
     * Who may share what with whom: the address and the key's fingerprint.
     *
     * @return equal for clients of the same instance and key
     */
    public String identity() {
        return config.baseUrl() + " " + config.apiKey().fingerprint();
    }

    /**
     * The instance's address, the same for every way to write it: without {@code /api/v2} and trailing slash.
     *
     * @return for example {@code https://paradigm.example.com}
     */
    public String baseUrl() {
        return config.baseUrl().toString();
    }

    /**
     * Ends a wait that the instance demanded with a {@code Retry-After}, for all clients of the same address and key in this
     * JVM: the next request is sent at once. A request that is already waiting between two attempts waits on.
     */
    public void endWait() {
        budget.endWait();
    }

    /**
     * The clock that the client was built with.
     *
     * @return the system's unless another one was set
     */
    public InstantSource clock() {
        return time::now;
    }

    /**
     * Most days in one request.
     *
     * @return the setting windowDays
     */
    public int windowDays() {
        return config.windowDays();
    }

    /**
     * Most days in one request of a caller who measures answers and asks for more than {@link #windowDays()} only where they
     * are small and quick.
     *
     * @return the setting windowDays where it was set, else 366
     */
    public int longestWindowDays() {
        return config.longestWindowDays();
    }

    /**
     * Most requests waiting for the instance at once.
     *
     * @return the setting maxConcurrentRequests
     */
    public int maxConcurrentRequests() {
        return config.maxConcurrentRequests();
    }

    /** Aborts what still runs and ends the threads; rows still open throw when taken. May be called twice. */
    @Override
    public void close() {
        closed.cancel();
        watchdog.close();
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return "ParadigmReportingClient[" + config.baseUrl() + "]";
    }
}
