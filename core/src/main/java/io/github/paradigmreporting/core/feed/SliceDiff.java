package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One slice compared, row by row, with what was given of it before. A slice that settles and was not given before needs
 * no hashes, so that any number of rows passes through constant memory; one that stays open holds a hash for each row.
 */
final class SliceDiff<R extends Row> {
    private final RowKeys<R> keys;
    private final RowHash<R> hash;
    private final int mostChanges;
    private final CompanyProgress progress;
    private final LocalDate day;
    private final Map<List<Object>, Long> before;
    private final ChangeKind unheardOf;
    /** Hashes of the rows read, when the day stays open. */
    private final @Nullable Map<List<Object>, Long> read;

    private List<Change<R>> changes = new ArrayList<>();
    private boolean ended;

    SliceDiff(Slices<R> slices, CompanyProgress progress, LocalDate day, boolean staysOpen) {
        this.keys = slices.keys();
        this.hash = slices.hash();
        this.mostChanges = slices.mostChanges();
        this.progress = progress;
        this.day = day;
        DayDigests digests = progress.state().open().get(day);
        boolean unknown = digests != null && digests.isUnknown();
        this.before = digests == null || unknown ? new HashMap<>() : digests.hashes(keys.shape());
        this.unheardOf = unknown ? ChangeKind.RESTATED : ChangeKind.NEW;
        this.read = staysOpen ? new HashMap<>() : null;
    }

    void add(R row) {
        List<Object> own = keys.own(row);
        if (read == null && before.isEmpty()) {
            change(unheardOf, own, row);
            return;
        }
        long now = hash.of(row);
        if (read != null && read.put(own, now) != null) {
            throw new UnexpectedResponseException(keys.name(progress.company(), day) + " holds the row "
                    + keys.whole(progress.company(), day, own)
                    + " twice; none can be trusted, report this with the instance's version");
        }
        Long then = before.remove(own);
        if (then == null) {
            change(unheardOf, own, row);
        } else if (then != now) {
            change(ChangeKind.RESTATED, own, row);
        }
    }

    private void change(ChangeKind kind, List<Object> own, @Nullable R row) {
        changes.add(new Change<>(kind, keys.whole(progress.company(), day, own), row));
    }

    /** Whether there are more changes than a delta may have. */
    boolean overflows() {
        return changes.size() > mostChanges;
    }

    /** The first changes of a slice with more to come; the state does not move. */
    SliceDelta<R> part() {
        List<Change<R>> first = changes.subList(0, mostChanges);
        SliceDelta<R> part = delta(first, false);
        changes = new ArrayList<>(changes.subList(mostChanges, changes.size()));
        return part;
    }

    /** All rows were added: those that were not among them have vanished. */
    void end() {
        before.keySet().stream().sorted(DayDigests::compare).forEach(own -> change(ChangeKind.VANISHED, own, null));
        before.clear();
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Moves the state on and gives what is left; null when nothing changed. */
    @Nullable
    SliceDelta<R> last() {
        FeedState state = progress.state();
        progress.moveTo(
                read == null
                        ? state.settle(new Window(day, day))
                        : state.remember(day, DayDigests.of(keys.shape(), read)));
        return changes.isEmpty() ? null : delta(changes, true);
    }

    private SliceDelta<R> delta(List<Change<R>> some, boolean complete) {
        return new SliceDelta<>(progress.company(), keys.daily() ? day : null, some, progress.give(), complete);
    }
}
