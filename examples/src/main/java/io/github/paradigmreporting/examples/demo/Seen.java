package io.github.paradigmreporting.examples.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/** What went through the Camel route: how many messages, which alerts, and what failed. Safe for threads. */
final class Seen extends EventNotifierSupport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(700);

    private final List<String> alerts = new ArrayList<>();
    private int messages;
    private long last = System.nanoTime();
    private @Nullable Throwable failure;

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CamelEvent.ExchangeCompletedEvent || event instanceof CamelEvent.FailureEvent;
    }

    @Override
    public synchronized void notify(CamelEvent event) {
        if (event instanceof CamelEvent.FailureEvent failed) {
            failure = failed.getCause();
        } else {
            messages++;
            last = System.nanoTime();
        }
        notifyAll();
    }

    synchronized void alert(String text) {
        alerts.add(text);
        notifyAll();
    }

    synchronized List<String> alerts() {
        return List.copyOf(alerts);
    }

    /** Waits until messages came and no more do. */
    synchronized int awaitRows() throws Exception {
        await(() -> messages > 0 && System.nanoTime() - last > QUIET.toNanos(), "no message came");
        return messages;
    }

    /** Waits for the alert after so many. */
    synchronized String awaitAlert(int already) throws Exception {
        await(() -> alerts.size() > already, "no alert came");
        return alerts.get(already);
    }

    private void await(BooleanSupplier what, String otherwise) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!what.getAsBoolean()) {
            if (failure instanceof Exception e) {
                throw e;
            }
            if (System.nanoTime() > end) {
                throw new DemoException(otherwise + " within " + PATIENCE.toSeconds() + " s; is there any usage in the"
                        + " last seven days?");
            }
            wait(100);
        }
    }
}
