package io.github.paradigmreporting.core.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of an answer, fetched while they are taken. {@link #hasNext()} waits for the instance and throws a {@link
 * io.github.paradigmreporting.core.error.ReportingException} when it cannot go on; an end is always the true end. One
 * thread takes rows; {@link #close()} may come from any thread, ends a wait within 100 ms and aborts the exchange.
 *
 * @param <R> the row type
 */
public interface Rows<R> extends Iterator<R>, AutoCloseable {
    /** Stops fetching and frees what is held. Rows not yet taken are lost. May be called twice. */
    @Override
    void close();

    /**
     * Takes all that is left and closes.
     *
     * @return the rows, all in memory
     */
    default List<R> toList() {
        try (this) {
            List<R> all = new ArrayList<>();
            forEachRemaining(all::add);
            return all;
        }
    }

    /**
     * What is left as a stream; closing the stream closes these rows.
     *
     * @return a sequential stream that must be closed
     */
    default Stream<R> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }
}
