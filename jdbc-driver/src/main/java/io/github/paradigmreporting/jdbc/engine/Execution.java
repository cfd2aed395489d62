package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One run of one query: what it may read, when it was started, and the wish to stop it. Time stands still for it: {@code
 * CURRENT_DATE} is the same for all its rows. Safe for threads.
 */
public final class Execution implements AutoCloseable {
    private final Scope scope;
    private final RowSource source;
    private final Cancellation cancellation;
    private final List<@Nullable Object> parameters;
    private final Instant started;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<String> reads = new ArrayList<>();
    private final Set<Rows<?>> open = new LinkedHashSet<>();

    /**
     * A run.
     *
     * @param scope what the tables reach over
     * @param source where rows come from
     * @param cancellation ends it
     * @param parameters values of the parameters as {@link RowCursor} describes them
     */
    public Execution(
            Scope scope, RowSource source, Cancellation cancellation, List<? extends @Nullable Object> parameters) {
        this.scope = scope;
        this.source = source;
        this.cancellation = cancellation;
        this.parameters = new ArrayList<>(parameters);
        this.started = scope.clock().instant();
        cancellation.onCancel(() -> stopped.set(true));
    }

    Scope scope() {
        return scope;
    }

    Instant started() {
        return started;
    }

    LocalDate today() {
        return LocalDate.ofInstant(started, scope.clock().getZone());
    }

    AtomicBoolean stopped() {
        return stopped;
    }

    @Nullable
    Object parameter(int index) {
        return parameters.get(index);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    RowSource source() {
        return source;
    }

    /** Fails when stopped; cheap enough to ask for each row. */
    void check() {
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
     * What the user should know about the answer.
     *
     * @return one sentence each
     */
    public synchronized List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Frees whatever the run still holds. */
    @Override
    public void close() {
        List<Rows<?>> rest;
        synchronized (this) {
            rest = List.copyOf(open);
            open.clear();
        }
        rest.forEach(Rows::close);
    }
}
