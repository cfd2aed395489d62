package io.github.paradigmreporting.examples.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What must be closed at the end, last opened first: by {@link #close}, or when the JVM is told to stop, by Ctrl-C for
 * example. Safe for threads.
 */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread hook = new Thread(this::stopped, "demo-closing");
    private volatile boolean interrupted;

    private Closing() {}

    /** Watches over the end of the JVM from now on. */
    static Closing watching() {
        Closing closing = new Closing();
        try {
            Runtime.getRuntime().addShutdownHook(closing.hook);
        } catch (IllegalStateException e) {
            closing.interrupted = true; // told to stop before it began
        }
        return closing;
    }

    /**
     * Takes charge of something open.
     *
     * @throws DemoException when the JVM was told to stop meanwhile; then it is closed again
     */
    synchronized <T extends AutoCloseable> T add(T opened) {
        open.push(opened);
        if (interrupted) {
            close();
            throw new DemoException("stopped");
        }
        return opened;
    }

    /** Whether the JVM was told to stop: failures that follow from it are nobody's concern. */
    boolean interrupted() {
        return interrupted;
    }

    /** Closes what is open. A failure must not keep the rest open; at the end of a demo there is nobody to tell. */
    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void stopped() {
        interrupted = true;
        close();
    }
}
