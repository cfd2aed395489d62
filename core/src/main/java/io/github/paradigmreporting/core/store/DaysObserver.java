package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.WaitReason;
import io.github.paradigmreporting.core.client.Window;
import java.time.Duration;

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
     * The query waits for a request that is held back before it is sent. Called when the wait begins, or when the query
     * begins to need that request, with the time that is left; called by other threads, too.
     *
     * @param why the reason
     * @param time how long it is held back from now on
     */
    default void waits(WaitReason why, Duration time) {}

    /**
     * The answer to a request of this query was read, to its end or as far as it came. Called by other threads, too, and
     * perhaps after the query's end.
     *
     * @param bytes bytes of JSON, unpacked
     */
    default void read(long bytes) {}
}
