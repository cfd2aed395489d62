package io.github.paradigmreporting.core.store;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that collect answers for stores: daemons that end soon after the last answer. */
final class Collectors {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Executor THREADS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), run -> {
                Thread thread = new Thread(run, "paradigm-reporting-store-" + NUMBER.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    private Collectors() {}

    static void execute(Runnable collect) {
        THREADS.execute(collect);
    }
}
