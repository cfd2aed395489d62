package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.Rows;
import java.util.concurrent.atomic.LongAdder;

/**
 * Rows that are counted as they are taken.
 *
 * @param rows the rows
 * @param count counts them
 * @param <R> the row type
 */
record CountedRows<R>(Rows<R> rows, LongAdder count) implements Rows<R> {
    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public R next() {
        R row = rows.next();
        count.increment();
        return row;
    }

    @Override
    public void close() {
        rows.close();
    }
}
