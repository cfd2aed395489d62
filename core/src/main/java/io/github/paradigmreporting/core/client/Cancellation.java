package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.CancelledException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A caller's wish to stop, seen by everything that works for it: waits end, exchanges are aborted. Once cancelled, always
 * cancelled. Safe for threads.
 */
public final class Cancellation {
    private final Map<Object, Runnable> actions = new LinkedHashMap<>();
    private boolean cancelled;

    /** Not cancelled. */
    public Cancellation() {}

    /** Asks everything that works under this cancellation to stop; returns without waiting for it. */
    public void cancel() {
        Map<Object, Runnable> toRun;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            toRun = new LinkedHashMap<>(actions);
            actions.clear();
            notifyAll();
        }
        toRun.values().forEach(Runnable::run);
    }

    /**
     * Whether {@link #cancel()} was called.
     *
     * @return true from then on
     */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Runs an action when cancelled, at once if that has happened already.
     *
     * @param action what to do; short, and without exceptions
     * @return closes to take the action back
     */
    public Registration onCancel(Runnable action) {
        Object key = new Object();
        synchronized (this) {
            if (!cancelled) {
                actions.put(key, action);
                return () -> remove(key);
            }
        }
        action.run();
        return () -> {};
    }

    /**
     * Waits, at most for a while.
     *
     * @param nanos how long
     * @return true as soon as cancelled, false when the time is over
     * @throws InterruptedException when the thread was interrupted
     */
    public synchronized boolean await(long nanos) throws InterruptedException {
        long end = Time.SYSTEM.nanos() + nanos;
        while (!cancelled) {
            long left = end - Time.SYSTEM.nanos();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return true;
    }

    /**
     * Does nothing unless cancelled.
     *
     * @throws CancelledException when cancelled
     */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancelledException("cancelled by the caller");
        }
    }

    private synchronized void remove(Object key) {
        actions.remove(key);
    }

    /** An action that waits for a cancellation. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        /** Takes the action back; does nothing when it ran already. */
        @Override
        void close();
    }
}
