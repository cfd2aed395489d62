package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass over what is due: first the days that may still change, then history, oldest first. Lazy: a request is sent when
 * its first row is wanted, one at a time. One thread takes deltas; {@link #close()} and {@link #progress()} may be called
 * from any.
 *
 * @param <R> the row type
 */
public final class FeedPass<R extends Row> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    private final Report<R> report;
    private final Function<ReportQuery<R>, ? extends Rows<R>> source;
    private final Horizon horizon;
    private final Parties parties;
    private final RequestPlan plan;
    private final Slices<R> slices;

    private @Nullable WindowReading<R> reading;
    private boolean failed;
    private BooleanSupplier enough = () -> false;
    private volatile @Nullable Rows<R> rows;
    private volatile boolean closed;
    private volatile FeedProgress progress;

    FeedPass(
            Report<R> report,
            Slices<R> slices,
            FeedOptions options,
            Function<ReportQuery<R>, ? extends Rows<R>> source,
            Map<Long, FeedState> states,
            Instant now,
            boolean recheck) {
        this.report = report;
        this.source = source;
        this.horizon = Horizon.of(options, now);
        this.parties = new Parties(report, options, horizon, states);
        this.plan = report.grain() == Grain.DAY
                ? new DailyPlan(options, horizon, recheck)
                : new SingleRequest(options, horizon);
        this.slices = slices;
        this.progress = new FeedProgress(0, plan.left(parties.all()));
    }

    /**
     * What changed next. Waits for the instance.
     *
     * @return the delta, or null when the pass is complete or was to end
     * @throws io.github.paradigmreporting.core.error.ReportingException when the instance cannot be read. All deltas given
     *     before are good; this pass is over, and a new one from the saved states goes on
     */
    public @Nullable SliceDelta<R> next() {
        if (failed) {
            throw new IllegalStateException("this pass of " + report + " has failed; begin a new one");
        }
        throwIfClosed();
        boolean fine = false;
        try {
            SliceDelta<R> delta = advance();
            fine = true;
            return delta;
        } catch (VirtualMachineError e) {
            throw UnexpectedResponseException.outOfMemory("comparing " + report + " with what was given", e);
        } finally {
            if (!fine) {
                failed = true;
                closeRows();
            }
        }
    }

    private @Nullable SliceDelta<R> advance() {
        while (true) {
            WindowReading<R> current = reading;
            if (current == null) {
                Ask ask = plan.next(parties.all());
                if (ask == null || (progress.windowsDone() > 0 && enough.getAsBoolean())) {
                    return null;
                }
                current = open(ask);
                reading = current;
            }
            SliceDelta<R> delta = current.next();
            if (delta != null) {
                return delta;
            }
            closeRows();
            reading = null;
            if (current.isBlank()) {
                plan.blank(current.window());
            }
            if (current.holdsBack()) {
                LOG.warn(
                        "{}: the answer for {} holds no rows, not even those it held before; they stay until the answer of"
                                + " the next pass has none either",
                        report,
                        current.window());
            }
            int done = progress.windowsDone() + 1;
            progress = new FeedProgress(done, done + plan.left(parties.all()));
        }
    }

    private WindowReading<R> open(Ask ask) {
        throwIfClosed();
        Window window = ask.window();
        Rows<R> opened =
                source.apply(ReportQuery.of(report, window.from(), window.to()).ofCompanies(ask.companies()));
        rows = opened;
        if (closed) {
            opened.close();
            throwIfClosed();
        }
        return new WindowReading<>(ask, horizon, parties, slices, opened);
    }

    private void throwIfClosed() {
        if (closed) {
            throw new CancelledException("the pass of " + report + " was closed; begin a new one");
        }
    }

    /**
     * Lets the pass end before a request, with everything given that the requests before brought; {@link #progress()} says
     * whether there was more. For a consumer whose newest days are due again while a long history is being read.
     *
     * @param condition asked before each request but the first; never true unless this is called
     */
    public void endWhen(BooleanSupplier condition) {
        enough = condition;
    }

    /**
     * How far this pass is.
     *
     * @return requests done and in total
     */
    public FeedProgress progress() {
        return progress;
    }

    private void closeRows() {
        Rows<R> open = rows;
        if (open != null) {
            open.close();
        }
    }

    /** Ends the pass and aborts the request that runs; a waiting {@link #next()} throws. May be called twice. */
    @Override
    public void close() {
        closed = true;
        closeRows();
    }
}
