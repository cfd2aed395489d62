package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedPass;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.feed.SliceDelta;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one unit up to date, pass by pass, and remembers how far each company is. The position moves when a slice is
 * handed over, not when Kafka has it: what is handed over is delivered in order, or the task starts anew from what Kafka
 * has. Used by one thread at a time.
 *
 * @param <R> the row type
 */
final class UnitFetcher<R extends Row> {
    private static final Logger LOG = LoggerFactory.getLogger(UnitFetcher.class);

    /** How a pass ended. */
    enum End {
        /** Everything is handed over. */
        UP_TO_DATE,
        /** There is more; the next pass should begin at once. */
        UNFINISHED,
        /** The task is being stopped. */
        CLOSED
    }

    private final WorkUnit unit;
    private final Feed<R> feed;
    private final SliceRecords<R> records;
    private final SliceQueue queue;
    private final InstanceClock clock;
    private final Passes passes;
    private final Positions positions;
    private final UnitMeter meter;
    private final CompanyMeters companies;
    private final long offsetLimit;

    UnitFetcher(
            WorkUnit unit,
            Feed<R> feed,
            SliceRecords<R> records,
            SliceQueue queue,
            InstanceClock clock,
            Passes passes,
            Positions positions,
            UnitMeter meter,
            CompanyMeters companies,
            long offsetLimit) {
        this.unit = unit;
        this.feed = feed;
        this.records = records;
        this.queue = queue;
        this.clock = clock;
        this.passes = passes;
        this.positions = positions;
        this.meter = meter;
        this.companies = companies;
        this.offsetLimit = offsetLimit;
    }

    WorkUnit unit() {
        return unit;
    }

    UnitMeter meter() {
        return meter;
    }

    /** How long to wait before the next pass. */
    Duration pause() {
        return passes.pause(clock.instant());
    }

    /**
     * Hands over everything that changed since the last pass, or as much of a long history as fits in before the next pass
     * is due.
     *
     * @return how it ended
     * @throws io.github.paradigmreporting.core.error.ReportingException when the instance does not answer; what was
     *     handed over before stays
     */
    End pass() throws InterruptedException {
        Instant now = clock.instant();
        Instant observed = clock.worker();
        Duration trusted = clock.difference();
        boolean recheck = passes.recheckIsDue(now);
        meter.reading();
        try (FeedPass<R> pass = recheck ? feed.recheck(positions.states(), now) : feed.begin(positions.states(), now)) {
            pass.endWhen(() -> passes.mayEnd(recheck, now, clock.instant(), pass.progress()));
            // A slice may come in parts; Kafka gets it whole.
            List<Change<R>> changes = new ArrayList<>();
            boolean started = false;
            for (SliceDelta<R> delta = pass.next(); delta != null; delta = pass.next()) {
                if (!started && !trusted.equals(clock.difference())) {
                    // Nothing is handed over yet: begin anew with the calendar of the instance's own clock.
                    return End.UNFINISHED;
                }
                started = true;
                meter.at(pass.progress());
                changes.addAll(delta.changes());
                if (delta.complete()) {
                    if (!queue.put(slice(delta, changes, observed))) {
                        return End.CLOSED;
                    }
                    changes.clear();
                }
            }
            meter.at(pass.progress());
            if (pass.progress().windowsDone() < pass.progress().windowsTotal()) {
                LOG.info(
                        "{}: {} of {} requests of this pass are done; looking at the newest days in between",
                        unit.description(),
                        pass.progress().windowsDone(),
                        pass.progress().windowsTotal());
                return End.UNFINISHED;
            }
        }
        passes.ended(recheck, now);
        meter.done();
        return End.UP_TO_DATE;
    }

    private Slice slice(SliceDelta<R> end, List<Change<R>> changes, Instant observed) {
        long company = end.companyId();
        boolean aboutAll = company == Feed.ALL_COMPANIES;
        List<SourceRecord> slice = new ArrayList<>(changes.size() + 2);
        slice.addAll(records.rows(company, changes, positions.offset(company), observed));
        boolean found = unit.company() == null && !aboutAll && !positions.knows(company);
        checkSize(company, end.state());
        positions.move(company, end.state());
        if (found) {
            slice.add(0, records.progress(found(company, observed), null, positions.directory()));
        }
        Progress step = new Progress(
                Progress.Event.SLICE,
                aboutAll ? null : company,
                end.day(),
                count(changes, ChangeKind.NEW),
                count(changes, ChangeKind.RESTATED),
                count(changes, ChangeKind.VANISHED),
                end.state().settledThrough(),
                observed);
        if (!aboutAll) {
            companies.of(company).count(step, end.state().size());
        }
        slice.add(records.progress(step, step.company(), Objects.requireNonNull(positions.offset(company))));
        return Slice.of(slice);
    }

    private void checkSize(long company, FeedState state) {
        if (state.size() > offsetLimit) {
            String name = ConnectSettings.name(ConnectSettings.OFFSET_LIMIT);
            throw new InvalidSettingException(
                    ConnectSettings.OFFSET_LIMIT.name(),
                    "of " + offsetLimit + " bytes is not enough: the offset of company " + company + " would have "
                            + state.size() + " for the " + state.openRows() + " rows it must remember. Lower "
                            + ConnectSettings.name(ConnectSettings.RECHECK_DAYS) + " or "
                            + ConnectSettings.name(Settings.LOOK_BACK_DAYS) + ", or raise " + name
                            + " together with max.message.bytes of the offsets topic and max.request.size of the"
                            + " worker's producers");
        }
    }

    private static Progress found(long company, Instant observed) {
        return new Progress(Progress.Event.COMPANY_FOUND, company, null, 0, 0, 0, null, observed);
    }

    private static long count(List<? extends Change<?>> changes, ChangeKind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
