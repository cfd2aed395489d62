package io.github.paradigmreporting.benchmarks;

import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From {@link Statement#cancel()} in one thread until another has its exception from the driver, whatever it does just
 * then. The goal is 250 ms at most.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class DriverCancelBenchmark {
    private static final String READS =
            "SELECT COUNT(*) FROM documents WHERE date BETWEEN '2026-03-01' AND '2026-03-31'";

    /** Long enough for the statement to be in the midst of the phase. */
    private static final long UNDER_WAY_NANOS = Duration.ofMillis(150).toNanos();

    /** What the statement does when it is cancelled. */
    public enum Phase {
        /** It is being planned: a join of forty tables. */
        PLANNING,
        /** The answer has not begun. */
        WAITING,
        /** The body comes slowly. */
        READING,
        /** All rows are there, and they are many. */
        AGGREGATING
    }

    /** The phase cancelled in. */
    @Param
    public Phase phase;

    private ExecutorService asker;
    private ParadigmSimulator simulator;
    private Connection connection;
    private Statement statement;
    private Future<Boolean> asking;

    /** Starts the server. */
    @Setup
    public void start() throws SQLException {
        asker = Executors.newSingleThreadExecutor();
        simulator = ParadigmSimulator.builder().documentsPerDay(50).start();
        if (phase == Phase.WAITING || phase == Phase.READING) {
            simulator.faults().always("documents", phase == Phase.WAITING ? Fault.hang() : Fault.slow(200));
        }
        connection = DriverManager.getConnection(
                "jdbc:paradigm://" + simulator.baseUrl().getAuthority()
                        + "?ssl=false&historyStart=2020-01-01&requestsPerMinute=100000",
                "any",
                simulator.key());
        connection.prepareStatement(READS).close();
    }

    private static String sql(Phase phase) {
        return switch (phase) {
            case PLANNING ->
                IntStream.range(0, 40)
                        .mapToObj(i -> "sessions s" + i)
                        .collect(Collectors.joining(
                                " NATURAL JOIN ",
                                "SELECT COUNT(*) FROM ",
                                " WHERE s0.date = '2026-03-02' AND s0.company_id = 2"));
            case WAITING, READING -> READS;
            case AGGREGATING ->
                "SELECT COUNT(*), MAX(a.date) FROM calendar a, calendar b, calendar c, calendar d WHERE a.date <> b.date";
        };
    }

    /** Starts a statement. */
    @Setup(Level.Invocation)
    public void ask() throws SQLException {
        Statement thisTime = connection.createStatement();
        statement = thisTime;
        asking = asker.submit(() -> {
            try (ResultSet rows = thisTime.executeQuery(sql(phase))) {
                return !rows.next();
            } catch (SQLException e) {
                return "57014".equals(e.getSQLState());
            }
        });
        LockSupport.parkNanos(UNDER_WAY_NANOS);
    }

    /** Cancels and waits for the statement's end. */
    @Benchmark
    public void cancel() throws Exception {
        statement.cancel();
        if (!asking.get()) {
            throw new IllegalStateException("the statement came to its end before it was cancelled");
        }
    }

    /** Closes what was cancelled. */
    @TearDown(Level.Invocation)
    public void close() throws SQLException {
        statement.close();
    }

    /** Stops everything. */
    @TearDown
    public void stop() throws SQLException {
        connection.close();
        simulator.close();
        asker.shutdownNow();
    }
}
