package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import java.io.Closeable;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Rows as bodies, read while they are taken; closed when the exchange is done, whether all were taken or not. An iterator and
 * not an input stream, because stream caching would copy that into memory. One thread takes.
 *
 * @param <R> the row type
 */
final class RowIterator<R extends Row> extends SynchronizationAdapter implements Iterator<Object>, Closeable {
    private final Rows<R> rows;
    private final RowWriter<R> writer;
    private long taken;
    private volatile boolean closed;

    RowIterator(Rows<R> rows, RowWriter<R> writer) {
        this.rows = rows;
        this.writer = writer;
    }

    @Override
    public synchronized boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (ReportingException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized Object next() {
        try {
            Object row = writer.one(rows.next());
            taken++;
            return row;
        } catch (ReportingException e) {
            throw failed(e);
        }
    }

    private ParadigmReportingException failed(ReportingException e) {
        return ParadigmReportingException.of(
                closed && e instanceof CancelledException
                        ? new CancelledException(
                                "the exchange that requested these rows was done after " + taken
                                        + " of them were taken, which ends a streaming body; take them in that exchange or hand it"
                                        + " on with seda, not with wireTap, or use streaming=false",
                                e)
                        : e);
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
}
