package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.client.Cancellation;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a statement as somebody who waits for it sees it: it can be cancelled, and it ends itself when its
 * query timeout has passed, counted from the start until the last row is read or the result set is closed.
 */
final class Run implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Cancellation cancellation = new Cancellation();
    private final int timeoutSeconds;
    private final @Nullable Future<?> timeout;
    private final Consumer<Run> ended;
    private volatile boolean timedOut;

    /** An execution that begins; the consumer hears of its end, perhaps more than once. */
    Run(int timeoutSeconds, Consumer<Run> ended) {
        this.timeoutSeconds = timeoutSeconds;
        this.ended = ended;
        this.timeout = timeoutSeconds == 0 ? null : TIMER.schedule(this::timeOut, timeoutSeconds, TimeUnit.SECONDS);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, run -> {
            Thread thread = new Thread(run, "paradigm-jdbc-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(30, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    private void timeOut() {
        timedOut = true;
        cancellation.cancel();
    }

    Cancellation cancellation() {
        return cancellation;
    }

    boolean timedOut() {
        return timedOut;
    }

    int timeoutSeconds() {
        return timeoutSeconds;
    }

    /** Ends the watch over the time. */
    @Override
    public void close() {
        if (timeout != null) {
            timeout.cancel(false);
        }
        ended.accept(this);
    }
}
