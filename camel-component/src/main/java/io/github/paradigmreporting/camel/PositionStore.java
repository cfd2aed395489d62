package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.model.Row;

/**
 * Where a consumer's position is kept. Not safe for threads.
 *
 * @param <R> the row type
 */
interface PositionStore<R extends Row> extends AutoCloseable {
    /** What was saved last; before anything else. */
    Positions<R> read();

    /**
     * Saves what has been reached, so that the death of this process does not lose it.
     *
     * @param steps the steps since the last save; all of them count again when it fails
     * @param reached where they lead
     */
    void save(Steps<R> steps, Positions<R> reached);

    /** Makes what was saved outlive a power failure. */
    void force(Positions<R> reached);

    /** Saves a position that no steps lead to. */
    void replace(Positions<R> reached);

    @Override
    void close();
}
