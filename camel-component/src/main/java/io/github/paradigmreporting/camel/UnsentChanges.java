package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.FeedPass;
import io.github.paradigmreporting.core.feed.SliceDelta;
import io.github.paradigmreporting.core.model.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a pass one by one, without those that a former pass sent of a slice it did not complete, and the positions
 * that taking them reaches. One thread; {@link #next} and {@link #take} alternate.
 *
 * @param <R> the row type
 */
final class UnsentChanges<R extends Row> {
    private final FeedPass<R> pass;
    private final Positions from;
    private final RecordKeys<R> keys;
    private final boolean removals;

    private final List<Position> positions = new ArrayList<>();
    private @Nullable SliceDelta<R> delta;
    private @Nullable SliceKey slice;
    private SentSlice sent = SentSlice.NOTHING;
    private Map<Long, Long> sentBefore = Map.of();
    private Iterator<Change<R>> rest = List.<Change<R>>of().iterator();

    UnsentChanges(FeedPass<R> pass, Positions from, RecordKeys<R> keys, boolean removals) {
        this.pass = pass;
        this.from = from;
        this.keys = keys;
        this.removals = removals;
    }

    /** The next change to tell, or null at the end of the pass. Waits for the instance. */
    @Nullable
    Change<R> next() {
        while (true) {
            while (rest.hasNext()) {
                Change<R> change = asToTell(rest.next());
                if (change != null) {
                    return change;
                }
                endIfLast();
            }
            delta = pass.next();
            if (delta == null) {
                return null;
            }
            enter(delta);
        }
    }

    /** The change that {@link #next} gave goes into a message. */
    void take(Change<R> change) {
        SliceDelta<R> current = Objects.requireNonNull(delta);
        if (rest.hasNext() || !current.complete()) {
            sent = sent.plus(keys.keyDigest(change), keys.valuesDigest(change));
            replaceLast(Position.within(Objects.requireNonNull(slice), sent));
        } else {
            endIfLast();
        }
    }

    /** The steps since the last call. */
    List<Position> positions() {
        List<Position> steps = List.copyOf(positions);
        positions.clear();
        return steps;
    }

    private void enter(SliceDelta<R> next) {
        SliceKey key = new SliceKey(next.companyId(), next.day());
        if (!key.equals(slice)) {
            slice = key;
            sent = from.sent(key);
            sentBefore = sent.latest();
        }
        rest = next.changes().iterator();
        endIfLast();
    }

    private void endIfLast() {
        SliceDelta<R> current = Objects.requireNonNull(delta);
        if (!rest.hasNext() && current.complete()) {
            replaceLast(Position.after(Objects.requireNonNull(slice), current.state()));
            slice = null;
        }
    }

    /** The change as the receiver sees it: what it was told in part of a slice is not new to it. */
    private @Nullable Change<R> asToTell(Change<R> change) {
        R row = change.row();
        if (row == null && !removals) {
            return null;
        }
        Long told = sentBefore.get(keys.keyDigest(change));
        if (told == null) {
            return change;
        }
        if (told == keys.valuesDigest(change)) {
            return null;
        }
        if (row == null) {
            return change;
        }
        ChangeKind kind = told == RecordKeys.GONE ? ChangeKind.NEW : ChangeKind.RESTATED;
        return new Change<>(kind, change.key(), row);
    }

    /** Of steps of the same slice only the last counts. */
    private void replaceLast(Position position) {
        int last = positions.size() - 1;
        if (last >= 0 && positions.get(last).slice().equals(position.slice())) {
            positions.set(last, position);
        } else {
            positions.add(position);
        }
    }
}
