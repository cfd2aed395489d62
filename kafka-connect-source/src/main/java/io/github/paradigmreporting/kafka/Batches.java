package io.github.paradigmreporting.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

/**
 * What one poll hands over: whole slices, so that a transaction per poll never ends within one. Where the connector sets the
 * transactions itself ({@code transaction.boundary=connector}), a slice larger than a batch is handed over in several
 * polls, and the transaction is committed with its last record. For Connect's thread only.
 */
final class Batches {
    private final SliceQueue queue;
    private final int enough;
    private final @Nullable TransactionContext transaction;
    private List<SourceRecord> rest = List.of();

    Batches(SliceQueue queue, int enough, @Nullable TransactionContext transaction) {
        this.queue = queue;
        this.enough = enough;
        this.transaction = transaction;
    }

    /** The next records, or null when none came in time or the queue is closed. */
    @Nullable
    List<SourceRecord> next(Duration wait) throws InterruptedException {
        if (rest.isEmpty()) {
            List<SourceRecord> slices = queue.take(enough, wait);
            if (slices == null) {
                return null;
            }
            rest = slices;
        }
        if (transaction != null && rest.size() > enough) {
            List<SourceRecord> part = rest.subList(0, enough);
            rest = rest.subList(enough, rest.size());
            return part;
        }
        List<SourceRecord> last = rest;
        rest = List.of();
        return whole(last);
    }

    /** Records after which a transaction may end. */
    List<SourceRecord> whole(List<SourceRecord> records) {
        if (transaction != null) {
            transaction.commitTransaction(records.get(records.size() - 1));
        }
        return records;
    }
}
