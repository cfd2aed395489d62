package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.WaitReason;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.store.DaysObserver;
import io.github.paradigmreporting.jdbc.lean.Memory;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of one query: what it may read, when it was started, and the wish to stop it. Time stands still for it: {@code
 * CURRENT_DATE} is the same for all its rows. Safe for threads.
 */
public final class Execution implements AutoCloseable {
    private final Scope scope;
    private final RowSource source;
    private final DriverRows driver;
    private final ReadLog log;
    private final Cancellation cancellation;
    private final List<@Nullable Object> parameters;
    private final Instant started;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<String> reads = new ArrayList<>();
    private final Set<Rows<?>> open = new LinkedHashSet<>();
    private final Waits waits;
    private final Memory memory = new Memory();

    /**
     * A run.
     *
     * @param scope what the tables reach over
     * @param source where rows come from
     * @param driver where rows about the driver come from
     * @param log takes note of what is read
     * @param cancellation ends it
     * @param parameters values of the parameters as {@link RowCursor} describes them
     */
    public Execution(
            Scope scope,
            RowSource source,
            DriverRows driver,
            ReadLog log,
            Cancellation cancellation,
            List<? extends @Nullable Object> parameters) {
        this.scope = scope;
        this.source = source;
        this.driver = driver;
        this.log = log;
        this.cancellation = cancellation;
        this.parameters = new ArrayList<>(parameters);
        this.started = scope.clock().instant();
        this.waits = new Waits(scope.clock());
        cancellation.onCancel(() -> stopped.set(true));
    }

    /**
     * What counts the rows that the run holds back.
     *
     * @return closed with the run
     */
    public Memory memory() {
        return memory;
    }

    Scope scope() {
        return scope;
    }

    Instant started() {
        return started;
    }

    /**
     * The day of the run, where the instance is.
     *
     * @return the same from the first row to the last
     */
    public LocalDate today() {
        return LocalDate.ofInstant(started, scope.clock().getZone());
    }

    AtomicBoolean stopped() {
        return stopped;
    }

    /**
     * The value of a parameter.
     *
     * @param index number from 0
     * @return the value as {@link RowCursor} describes values
     */
    public @Nullable Object parameter(int index) {
        return parameters.get(index);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** Rows of a report; counted, and noted in the log of reads. */
    <R extends Row> Rows<R> rows(ReportQuery<R> query, Cancellation own) {
        Read read = log.begin(query, scope.clock());
        try {
            return new LoggedRows<>(source.rows(query, own, new RequestLimit(read)), read);
        } catch (RuntimeException e) {
            read.end("failed", e.getMessage());
            throw e;
        }
    }

    List<List<@Nullable Object>> driverRows(SqlTable table) {
        return driver.rows(table);
    }

    /** Counts the requests of a run, and refuses the one too many before it is sent. */
    private final class RequestLimit implements DaysObserver {
        private final Read read;

        RequestLimit(Read read) {
            this.read = read;
        }

        @Override
        public void requested(Window days) {
            int most = scope.maxRequests();
            if (requests.incrementAndGet() > most) {
                throw new IllegalStateException(SqlStates.of(
                        SqlStates.OWN_LIMIT,
                        "the statement needs more than " + most + " requests (maxRequestsPerStatement) to read all its"
                                + " days; ask for fewer days, or raise the setting"));
            }
            read.requested(days);
        }

        @Override
        public void kept(Window days) {
            read.kept(days);
        }

        @Override
        public void onDisk(Window days) {
            read.onDisk(days);
        }

        @Override
        public void shared(Window days) {
            read.shared(days);
        }

        @Override
        public void waits(WaitReason why, Duration time) {
            read.waits(why, time);
            waits.begin(why, time, read);
        }

        @Override
        public void read(long bytes) {
            read.read(bytes);
        }
    }

    /**
     * Fails when stopped; cheap enough to ask for each row.
     *
     * @throws io.github.paradigmreporting.core.error.CancelledException when the run is to stop
     */
    public void check() {
        if (stopped.get()) {
            cancellation.throwIfCancelled();
        }
    }

    synchronized void warn(String warning) {
        warnings.add(warning);
    }

    /** Notes what a scan is about to ask for. */
    synchronized void reads(String scan) {
        reads.add(scan);
    }

    synchronized List<String> reads() {
        return List.copyOf(reads);
    }

    synchronized void opened(Rows<?> rows) {
        open.add(rows);
    }

    synchronized void closed(Rows<?> rows) {
        open.remove(rows);
    }

    /**
     * What the user should know about the answer, and about what it takes: waits are named from their beginning on.
     *
     * @return one sentence each
     */
    public synchronized List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(waits.warnings(requests.get(), today()));
        return all;
    }

    /** Frees whatever the run still holds. */
    @Override
    public void close() {
        waits.end();
        memory.close();
        List<Rows<?>> rest;
        synchronized (this) {
            rest = List.copyOf(open);
            open.clear();
        }
        rest.forEach(Rows::close);
    }
}
