package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.SiblingRows;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way, or a file being read, with everybody who waits for it. A thread of its own collects the answer, so that nobody waits
 * for a slow taker. What changes is guarded by the store's lock, the landing by the flight's own.
 */
final class Flight<R extends Row> {
    final Report<R> report;
    final Slot slot;
    final Instant startedAt;
    final long mostBytes;
    final WindowSource.Fetch<R> rows;
    final FlightWaits waits;
    final boolean fromDisk;
    /** Whether it is for more days than usual, so that it may have failed for their number. */
    final boolean splits;

    int users = 1;
    boolean leaderGone;
    boolean closed;

    private @Nullable Landing<R> landing;

    Flight(
            Report<R> report,
            Slot slot,
            Instant startedAt,
            long mostBytes,
            WindowSource.Fetch<R> rows,
            FlightWaits waits,
            boolean splits) {
        this.fromDisk = rows instanceof DiskFetch;
        this.report = report;
        this.slot = slot;
        this.startedAt = startedAt;
        this.mostBytes = mostBytes;
        this.rows = rows;
        this.waits = waits;
        this.splits = splits;
    }

    /** Waits for the answer; how it ended. */
    Landing<R> collect() {
        try {
            var all = rows.awaitBuffered();
            return all == null
                    ? new Landing.TooLarge<>()
                    : new Landing.Whole<>(Stored.split(report, slot, startedAt, all), beside());
        } catch (RuntimeException e) {
            return new Landing.Failed<>(e);
        } catch (VirtualMachineError e) {
            return new Landing.Failed<>(UnexpectedResponseException.outOfMemory("keeping " + slot, e));
        } catch (Error e) {
            // Those who wait must get it, or they would wait for ever.
            return new Landing.Failed<>(new IllegalStateException("reading " + slot + " failed: " + e, e));
        }
    }

    private List<Landing.Beside<?>> beside() {
        List<Landing.Beside<?>> beside = new ArrayList<>();
        rows.siblings().forEach(sibling -> beside.add(beside(sibling)));
        return beside;
    }

    private <S extends Row> Landing.Beside<S> beside(SiblingRows<S> sibling) {
        Slot theirs = new Slot(sibling.report(), slot.company(), slot.days());
        return new Landing.Beside<>(
                sibling.report(), Stored.split(sibling.report(), theirs, startedAt, sibling.rows()));
    }

    synchronized void land(Landing<R> how) {
        landing = how;
        notifyAll();
    }

    synchronized @Nullable Landing<R> landing() {
        return landing;
    }

    /** Waits for the landing, unless cancelled. */
    Landing<R> await(Cancellation cancellation) {
        try (Cancellation.Registration ignored = cancellation.onCancel(this::wake)) {
            synchronized (this) {
                while (landing == null) {
                    cancellation.throwIfCancelled();
                    wait();
                }
                return landing;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while waiting for rows", e);
        }
    }

    private synchronized void wake() {
        notifyAll();
    }
}
