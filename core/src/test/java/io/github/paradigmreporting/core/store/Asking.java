package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Somebody who asks a store in a thread of his own. */
final class Asking<R extends Row> {
    final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<List<R>> answer = new CompletableFuture<>();
    private final Thread thread;

    Asking(DayStore store, WindowSource source, ReportQuery<R> query) {
        this(store, source, query, DaysObserver.NONE);
    }

    Asking(DayStore store, WindowSource source, ReportQuery<R> query, DaysObserver observer) {
        thread = new Thread(
                () -> {
                    try {
                        answer.complete(store.rows(source, query, cancellation, observer)
                                .toList());
                    } catch (Throwable e) {
                        answer.completeExceptionally(e);
                    }
                },
                "asking");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until he waits. */
    Asking<R> waiting() {
        until(() -> thread.getState() == Thread.State.WAITING);
        return this;
    }

    List<R> rows() {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("no rows", e);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("still waiting, in state " + thread.getState(), e);
        }
    }

    Throwable failure() {
        try {
            throw new AssertionError("unexpectedly got " + answer.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return java.util.Objects.requireNonNull(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("still waiting, in state " + thread.getState(), e);
        }
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to pass");
            }
            LockSupport.parkNanos(100_000);
        }
    }
}
