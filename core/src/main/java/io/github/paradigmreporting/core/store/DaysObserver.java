package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Window;

/**
 * Told where the days of one query come from, while it goes on. Called from the thread that takes rows, sometimes under
 * the store's lock: must be quick and must not use the store.
 */
public interface DaysObserver {
    /** Does nothing. */
    DaysObserver NONE = new DaysObserver() {};

    /**
     * The instance is about to be asked for days by one request. An exception keeps the request from being sent and
     * ends the query with it.
     *
     * @param days which days
     */
    default void requested(Window days) {}

    /**
     * Days are taken from what is kept in memory.
     *
     * @param days which days
     */
    default void kept(Window days) {}

    /**
     * Days are taken from what is kept on disk. Should a file turn out to be unusable, its days are told once more.
     *
     * @param days which days
     */
    default void onDisk(Window days) {}

    /**
     * Days are waited for, because another query has already asked for them.
     *
     * @param days which days
     */
    default void shared(Window days) {}

    /**
     * The answer to a request of this query was read, to its end or as far as it came. Called by other threads, too, and
     * perhaps after the query's end.
     *
     * @param bytes bytes of JSON, unpacked
     */
    default void read(long bytes) {}
}
