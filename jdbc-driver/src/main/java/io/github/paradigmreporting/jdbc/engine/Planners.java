package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.error.CancelledException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that plan, so that whoever waits for a plan can stop waiting at once: Calcite looks for a wish to stop only now
 * and then. There are at most as many as can do something at once; more statements wait, and can be cancelled meanwhile. Threads
 * end when they have had nothing to do for half a minute.
 */
final class Planners {
    /** One per processor, and some for those that a few slow plans would keep waiting. */
    private static final int MOST_THREADS = 8 + Runtime.getRuntime().availableProcessors();

    private static final ThreadPoolExecutor THREADS = threads();

    private Planners() {}

    private static ThreadPoolExecutor threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "paradigm-jdbc-planner");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Makes a plan. */
    @FunctionalInterface
    interface Task {
        /** The plan, unless cancelled. */
        PlannedQuery plan(Cancellation planning) throws SQLException;
    }

    /** Runs a task on a thread of its own and waits for it, unless cancelled. */
    static PlannedQuery run(Task task, Cancellation cancellation) throws SQLException {
        CompletableFuture<PlannedQuery> plan = new CompletableFuture<>();
        // Ends the task also where the thread that waits for it is interrupted.
        Cancellation planning = new Cancellation();
        THREADS.execute(() -> complete(plan, task, planning));
        try (Cancellation.Registration link = cancellation.onCancel(() -> {
            planning.cancel();
            plan.cancel(false);
        })) {
            return plan.get();
        } catch (java.util.concurrent.CancellationException e) {
            cancellation.throwIfCancelled();
            throw e;
        } catch (InterruptedException e) {
            planning.cancel();
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while planning a statement", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException("planning failed: " + e.getCause(), e.getCause());
        }
    }

    private static void complete(CompletableFuture<PlannedQuery> plan, Task task, Cancellation planning) {
        if (plan.isDone()) {
            return;
        }
        try {
            plan.complete(task.plan(planning));
        } catch (Throwable e) {
            // Whoever waits must hear of it, whatever it is.
            plan.completeExceptionally(e);
        }
    }
}
