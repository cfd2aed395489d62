package io.github.paradigmreporting.benchmarks;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
 * From {@link Cancellation#cancel()} in one thread until the reader in another has its exception, over real HTTP. A server
 * that never answers, one that asks for five minutes' wait, and one that sends 2 kB a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class CancelBenchmark {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<DocumentUse> QUERY = ReportQuery.of(Reports.DOCUMENTS, DAY, DAY.plusDays(20));
    /** Long enough for the reader to be in the midst of the phase. */
    private static final long UNDER_WAY_NANOS = Duration.ofMillis(25).toNanos();

    /** What the reader is held up by when it is cancelled. */
    public enum Phase {
        /** The answer has not begun. */
        WAITING,
        /** The server has asked for a wait of five minutes. */
        THROTTLED,
        /** The body comes slowly. */
        READING
    }

    /** The phase cancelled in. */
    @Param
    public Phase phase;

    private ExecutorService reader;
    private ParadigmSimulator simulator;
    private ParadigmReportingClient client;
    private Cancellation cancellation;
    private Future<Boolean> reading;

    /** Starts the server. */
    @Setup
    public void start() {
        reader = Executors.newSingleThreadExecutor();
        simulator = ParadigmSimulator.builder().start();
        simulator.faults().always("documents", fault(phase));
        client = ParadigmReportingClient.builder()
                .baseUrl(simulator.baseUrl())
                .apiKey(simulator.key())
                .build();
    }

    private static Fault fault(Phase phase) {
        return switch (phase) {
            case WAITING -> Fault.hang();
            case THROTTLED -> Fault.throttled(Duration.ofMinutes(5));
            case READING -> Fault.slow(2000);
        };
    }

    /** Starts reading. */
    @Setup(Level.Invocation)
    public void read() {
        Cancellation thisTime = new Cancellation();
        cancellation = thisTime;
        reading = reader.submit(() -> {
            try {
                client.rows(QUERY, thisTime).forEachRemaining(row -> {});
                return false;
            } catch (CancelledException e) {
                return true;
            }
        });
        LockSupport.parkNanos(UNDER_WAY_NANOS);
    }

    /** Cancels and waits for the reader's end. */
    @Benchmark
    public void cancel() throws Exception {
        cancellation.cancel();
        if (!reading.get()) {
            throw new IllegalStateException("the reader came to its end before it was cancelled");
        }
    }

    /** Stops everything. */
    @TearDown
    public void stop() {
        client.close();
        simulator.close();
        reader.shutdownNow();
    }
}
