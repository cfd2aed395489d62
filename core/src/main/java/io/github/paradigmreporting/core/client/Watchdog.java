package io.github.paradigmreporting.core.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks after open bodies: drops the connection of one that has been silent for too long. One thread, only if needed. */
final class Watchdog implements AutoCloseable {
    /** How much later than its timeout a silent body is noticed at most; far below every sensible timeout. */
    private static final long PERIOD_MILLIS = 50;

    private final Set<GuardedBody> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread daemon = new Thread(run, "paradigm-reporting-watchdog");
        daemon.setDaemon(true);
        return daemon;
    });
    private boolean started;

    void watch(GuardedBody body) {
        open.add(body);
        start();
    }

    void forget(GuardedBody body) {
        open.remove(body);
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            var unused = thread.scheduleWithFixedDelay(
                    () -> open.forEach(GuardedBody::checkTime), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
