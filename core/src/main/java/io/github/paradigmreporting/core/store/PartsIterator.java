package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.model.Row;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of kept slots, one slot after the other. */
final class PartsIterator<R extends Row> implements Iterator<R> {
    private final Iterator<Stored<R>> parts;
    private List<R> rows = List.of();
    private int position;

    PartsIterator(List<Stored<R>> parts) {
        this.parts = parts.iterator();
    }

    @Override
    public boolean hasNext() {
        while (position == rows.size()) {
            if (!parts.hasNext()) {
                return false;
            }
            rows = parts.next().rows();
            position = 0;
        }
        return true;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.get(position++);
    }
}
