package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Rows;
import java.util.NoSuchElementException;

/** No rows, for days that nothing needs to be asked about. */
final class NoRows<R> implements Rows<R> {
    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public R next() {
        throw new NoSuchElementException();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
