package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Rows;
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

    RowIterator(Rows<R> rows, RowWriter<R> writer) {
        this.rows = rows;
        this.writer = writer;
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (ReportingException e) {
            throw ParadigmReportingException.of(e);
        }
    }

    @Override
    public Object next() {
        try {
            return writer.one(rows.next());
        } catch (ReportingException e) {
            throw ParadigmReportingException.of(e);
        }
    }

    @Override
    public void onDone(Exchange exchange) {
        close();
    }

    @Override
    public void close() {
        rows.close();
    }
}
