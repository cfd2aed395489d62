package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.FeedPass;
import io.github.paradigmreporting.core.model.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pass of the feed as messages of at most so many rows, each with the position that its completion reaches. One thread.
 *
 * @param <R> the row type
 */
final class OutgoingReader<R extends Row> {
    private final TakenChanges<R> source;
    private final int batchSize;
    private @Nullable Change<R> held;
    private @Nullable ReportingException failure;

    /**
     * A reader at the beginning of a pass.
     *
     * @param pass the pass
     * @param batchSize most rows of a message
     * @param removals whether rows that vanished are told
     */
    OutgoingReader(FeedPass<R> pass, int batchSize, boolean removals) {
        this.source = new TakenChanges<>(pass, removals);
        this.batchSize = batchSize;
    }

    /**
     * The next message, or null when the pass is complete. Waits for the instance; what was read before it fails still
     * makes a message, and the call after that throws.
     */
    @Nullable
    Outgoing<R> next() {
        List<Change<R>> changes = new ArrayList<>();
        while (changes.size() < batchSize) {
            Change<R> change = nextChange();
            if (change == null) {
                break;
            }
            if (!changes.isEmpty() && (changes.get(0).row() == null) != (change.row() == null)) {
                held = change;
                break;
            }
            source.take(change);
            changes.add(change);
        }
        List<Position<R>> positions = source.positions();
        if (changes.isEmpty() && positions.isEmpty()) {
            if (failure != null) {
                throw failure;
            }
            return null;
        }
        return new Outgoing<>(changes, positions);
    }

    private @Nullable Change<R> nextChange() {
        Change<R> change = held;
        held = null;
        if (change != null || failure != null) {
            return change;
        }
        try {
            return source.next();
        } catch (ReportingException e) {
            failure = e;
            return null;
        }
    }
}
