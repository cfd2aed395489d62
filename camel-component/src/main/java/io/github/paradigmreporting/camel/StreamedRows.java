package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import java.io.Closeable;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The body of a streaming answer: rows that are read while they are taken; closed when the exchange is done, whether all were
 * taken or not. One reader takes them; to a second one, which would miss what the first has taken, the body refuses itself. Not
 * an input stream, because stream caching would copy that into memory.
 *
 * @param <R> the row type
 */
final class StreamedRows<R extends Row> extends SynchronizationAdapter implements Iterable<Object>, Closeable {
    private final Rows<R> rows;
    private final RowWriter<R> writer;
    private boolean read;
    private @Nullable ParadigmReportingException failure;
    private volatile boolean closed;

    StreamedRows(Rows<R> rows, RowWriter<R> writer) {
        this.rows = rows;
        this.writer = writer;
    }

    @Override
    public synchronized Iterator<Object> iterator() {
        if (failure != null) {
            // A redelivered step reads again; why it failed is worth more than that it may not.
            throw failure;
        }
        if (read) {
            throw new IllegalStateException("the rows of a streaming body have one reader, and this is the second one,"
                    + " which would miss what the first has taken; use streaming=false");
        }
        read = true;
        return new Reader();
    }

    @Override
    public void onDone(Exchange exchange) {
        close();
    }

    @Override
    public void close() {
        closed = true;
        rows.close();
    }

    private synchronized ParadigmReportingException failed(ReportingException e, long taken) {
        failure = ParadigmReportingException.of(
                closed && e instanceof CancelledException
                        ? new CancelledException(
                                "the exchange that requested these rows was done after " + taken
                                        + " of them were taken, which ends a streaming body; take them in that exchange or hand it"
                                        + " on with seda, not with wireTap, or use streaming=false",
                                e)
                        : e);
        return failure;
    }

    private final class Reader implements Iterator<Object> {
        private long taken;
        /** A split closes the body at its end, and asks once more after that. */
        private boolean ended;

        @Override
        public synchronized boolean hasNext() {
            try {
                ended = ended || !rows.hasNext();
                return !ended;
            } catch (ReportingException e) {
                throw failed(e, taken);
            }
        }

        @Override
        public synchronized Object next() {
            try {
                Object row = writer.one(rows.next());
                taken++;
                return row;
            } catch (ReportingException e) {
                throw failed(e, taken);
            }
        }
    }
}
