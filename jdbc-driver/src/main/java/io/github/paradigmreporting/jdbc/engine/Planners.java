package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.error.CancelledException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that plan, so that whoever waits for a plan can stop waiting at once: Calcite looks for a wish to stop only now
 * and then. They end when they have had nothing to do for half a minute.
 */
final class Planners {
    private static final ThreadPoolExecutor THREADS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), run -> {
                Thread thread = new Thread(run, "paradigm-jdbc-planner");
                thread.setDaemon(true);
                return thread;
            });

    private Planners() {}

    /** Runs a task on a thread of its own and waits for it, unless cancelled. */
    static PlannedQuery run(Callable<PlannedQuery> task, Cancellation cancellation) throws SQLException {
        CompletableFuture<PlannedQuery> plan = new CompletableFuture<>();
        THREADS.execute(() -> complete(plan, task));
        try (Cancellation.Registration link = cancellation.onCancel(() -> plan.cancel(false))) {
            return plan.get();
        } catch (java.util.concurrent.CancellationException e) {
            cancellation.throwIfCancelled();
            throw e;
        } catch (InterruptedException e) {
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

    private static void complete(CompletableFuture<PlannedQuery> plan, Callable<PlannedQuery> task) {
        try {
            plan.complete(task.call());
        } catch (Throwable e) {
            // Whoever waits must hear of it, whatever it is.
            plan.completeExceptionally(e);
        }
    }
}
