package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.SiblingRows;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a store gets missing days from: as much of a client as a store needs. */
interface WindowSource {
    /** Sends one request now and reads its answer ahead, up to a number of bytes. */
    <R extends Row> Fetch<R> open(ReportQuery<R> query, long bufferBytes, ExchangeListener listener);

    /** Whose rows they are: the same for the same address and key. May change, for a key can be replaced in its file. */
    String identity();

    /** Most days in one request of a report of which nothing is known. */
    int windowDays();

    /** Most days in one request of a report whose answers are small and quick; at least {@link #windowDays()}. */
    int longestWindowDays();

    /** Most requests at once. */
    int maxConcurrentRequests();

    /** The rows of one request. */
    interface Fetch<R> extends Rows<R> {
        /** Waits for the whole answer; null when it is larger than the buffer. Takes nothing. */
        @Nullable
        List<R> awaitBuffered();

        /** What the answer held of other reports, once it is there as a whole. */
        default List<SiblingRows<?>> siblings() {
            return List.of();
        }
    }

    /** A client as a source. */
    static WindowSource of(ParadigmReportingClient client) {
        return new ClientSource(client);
    }
}
