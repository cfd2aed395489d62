package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedPass;
import io.github.paradigmreporting.core.feed.SliceDelta;
import io.github.paradigmreporting.core.model.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Brings one unit up to date, pass by pass, and remembers how far each company is. The position moves when a slice is
 * handed over, not when Kafka has it: what is handed over is delivered in order, or the task starts anew from what Kafka
 * has. Used by one thread at a time.
 *
 * @param <R> the row type
 */
final class UnitFetcher<R extends Row> {
    private final WorkUnit unit;
    private final Feed<R> feed;
    private final SliceRecords<R> records;
    private final SliceQueue queue;
    private final Clock clock;
    private final Positions positions;
    private final UnitMeter meter;
    private final CompanyMeters companies;

    UnitFetcher(
            WorkUnit unit,
            Feed<R> feed,
            SliceRecords<R> records,
            SliceQueue queue,
            Clock clock,
            Positions positions,
            UnitMeter meter,
            CompanyMeters companies) {
        this.unit = unit;
        this.feed = feed;
        this.records = records;
        this.queue = queue;
        this.clock = clock;
        this.positions = positions;
        this.meter = meter;
        this.companies = companies;
    }

    WorkUnit unit() {
        return unit;
    }

    UnitMeter meter() {
        return meter;
    }

    /**
     * Hands over everything that changed since the last pass.
     *
     * @return false when the queue was closed meanwhile
     * @throws io.github.paradigmreporting.core.error.ReportingException when the instance does not answer; what was
     *     handed over before stays
     */
    boolean pass() throws InterruptedException {
        Instant now = clock.instant();
        meter.reading();
        try (FeedPass<R> pass = feed.begin(positions.states(), now)) {
            // A slice may come in parts; Kafka gets it whole.
            List<Change<R>> changes = new ArrayList<>();
            for (SliceDelta<R> delta = pass.next(); delta != null; delta = pass.next()) {
                meter.at(pass.progress());
                changes.addAll(delta.changes());
                if (delta.complete()) {
                    if (!queue.put(slice(delta, changes, now))) {
                        return false;
                    }
                    changes.clear();
                }
            }
            meter.at(pass.progress());
        }
        meter.done();
        return true;
    }

    private Slice slice(SliceDelta<R> end, List<Change<R>> changes, Instant now) {
        long company = end.companyId();
        boolean aboutAll = company == Feed.ALL_COMPANIES;
        List<SourceRecord> slice = new ArrayList<>(changes.size() + 2);
        slice.addAll(records.rows(company, changes, positions.offset(company), now));
        boolean found = unit.company() == null && !aboutAll && !positions.knows(company);
        positions.move(company, end.state());
        if (found) {
            slice.add(0, records.progress(found(company, now), null, positions.directory()));
        }
        Progress step = new Progress(
                Progress.Event.SLICE,
                aboutAll ? null : company,
                end.day(),
                count(changes, ChangeKind.NEW),
                count(changes, ChangeKind.RESTATED),
                count(changes, ChangeKind.VANISHED),
                end.state().settledThrough(),
                now);
        if (!aboutAll) {
            companies.of(company).count(step, end.state().size());
        }
        slice.add(records.progress(step, step.company(), Objects.requireNonNull(positions.offset(company))));
        return Slice.of(slice);
    }

    private static Progress found(long company, Instant now) {
        return new Progress(Progress.Event.COMPANY_FOUND, company, null, 0, 0, 0, null, now);
    }

    private static long count(List<? extends Change<?>> changes, ChangeKind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
