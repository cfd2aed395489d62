package io.github.paradigmreporting.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A consumer that keeps a table by key and the states it saved, and refuses a change that changes nothing. */
final class ModelConsumer<R extends Row> {
    /** A company's day. */
    record Slice(long company, @Nullable LocalDate day) {}

    final ModelRows<R> rows;
    final Map<List<Object>, R> table = new HashMap<>();
    final Map<Long, FeedState> saved = new HashMap<>();
    /** Slices that were applied and whose state was lost: they may come again. */
    final Set<Slice> mayComeAgain = new HashSet<>();

    private final List<Change<R>> parts = new ArrayList<>();

    ModelConsumer(ModelRows<R> rows) {
        this.rows = rows;
    }

    /** Applies changes; parts of a slice together with its last. */
    void apply(SliceDelta<R> delta) {
        parts.addAll(delta.changes());
        if (delta.complete()) {
            Set<List<Object>> keys = new HashSet<>();
            for (Change<R> change : parts) {
                assertThat(keys.add(change.key()))
                        .as("%s once per slice", change)
                        .isTrue();
                apply(new Slice(delta.companyId(), delta.day()), change);
            }
            parts.clear();
        }
    }

    /** Applies the first changes of a delta at once, and saves a state that knows them. */
    void take(Report<R> report, SliceDelta<R> delta, int count) {
        List<Change<R>> told = delta.changes().subList(0, count);
        told.forEach(change -> apply(new Slice(delta.companyId(), delta.day()), change));
        if (!told.isEmpty()) {
            FeedState partly = FeedState.partly(report, saved.get(delta.companyId()), told);
            saved.put(delta.companyId(), FeedState.decode(partly.encode()));
        }
    }

    /** As a process that dies: what was not complete is gone. */
    void crash() {
        parts.clear();
    }

    private void apply(Slice slice, Change<R> change) {
        R row = change.row();
        boolean keyFits = (row == null || rows.key(row).equals(change.key()))
                && change.key().get(0).equals(slice.company())
                && (slice.day() == null || change.key().get(1).equals(slice.day()));
        if (!keyFits) {
            fail("%s in %s", change, slice);
        }
        R before = row == null ? table.remove(change.key()) : table.put(change.key(), row);
        if (mayComeAgain.contains(slice)) {
            return;
        }
        boolean holds =
                switch (change.kind()) {
                    case NEW -> before == null;
                    case RESTATED ->
                        before != null && row != null && !rows.values(before).equals(rows.values(row));
                    case VANISHED -> before != null;
                };
        if (!holds) {
            fail("%s, but the consumer had %s", change, before);
        }
    }

    /** Saves a state as text, as an adapter does. */
    void save(SliceDelta<R> delta) {
        FeedState before = saved.get(delta.companyId());
        String text = delta.state().encode();
        assertThat(text).hasSize(delta.state().size()).matches("[A-Za-z0-9_-]+");
        FeedState after = FeedState.decode(text);
        assertThat(after).isEqualTo(delta.state()).hasSameHashCodeAs(delta.state());
        if (before != null && before.settledThrough() != null) {
            assertThat(after.settledThrough()).isAfterOrEqualTo(before.settledThrough());
        }
        saved.put(delta.companyId(), after);
    }
}
