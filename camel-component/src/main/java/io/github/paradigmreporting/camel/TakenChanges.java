package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.FeedPass;
import io.github.paradigmreporting.core.feed.SliceDelta;
import io.github.paradigmreporting.core.model.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a pass one by one, and the positions that taking them reaches. One thread; {@link #next} and {@link #take}
 * alternate.
 *
 * @param <R> the row type
 */
final class TakenChanges<R extends Row> {
    private final FeedPass<R> pass;
    private final boolean removals;

    private final List<Position<R>> positions = new ArrayList<>();
    /** What was taken of a slice since its last position. */
    private final List<Change<R>> taken = new ArrayList<>();

    private @Nullable SliceDelta<R> delta;
    private Iterator<Change<R>> rest = List.<Change<R>>of().iterator();

    TakenChanges(FeedPass<R> pass, boolean removals) {
        this.pass = pass;
        this.removals = removals;
    }

    /** The next change to tell, or null at the end of the pass. Waits for the instance. */
    @Nullable
    Change<R> next() {
        while (true) {
            while (rest.hasNext()) {
                Change<R> change = rest.next();
                if (change.row() != null || removals) {
                    return change;
                }
                endIfLast();
            }
            delta = pass.next();
            if (delta == null) {
                return null;
            }
            rest = delta.changes().iterator();
            endIfLast();
        }
    }

    /** The change that {@link #next} gave goes into a message. */
    void take(Change<R> change) {
        taken.add(change);
        endIfLast();
    }

    /** The steps since the last call. */
    List<Position<R>> positions() {
        if (!taken.isEmpty()) {
            positions.add(Position.within(Objects.requireNonNull(delta).companyId(), taken));
            taken.clear();
        }
        List<Position<R>> steps = List.copyOf(positions);
        positions.clear();
        return steps;
    }

    private void endIfLast() {
        SliceDelta<R> current = Objects.requireNonNull(delta);
        if (rest.hasNext() || !current.complete()) {
            return;
        }
        taken.clear();
        int last = positions.size() - 1;
        if (last >= 0 && positions.get(last).companyId() == current.companyId()) {
            // Of the steps of a company only the last counts.
            positions.remove(last);
        }
        positions.add(Position.after(current.companyId(), current.state()));
    }
}
