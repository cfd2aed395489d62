package io.github.paradigmreporting.core.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of several windows, one window after the other. The next windows are fetched while one is taken: one at first,
 * since a caller may want but a few rows, then four times as many with each window up to a maximum: who wants a second
 * window mostly wants all.
 */
final class SplitRows<R> implements Rows<R> {
    private final Iterator<Window> windows;
    private final Function<Window, WindowRows<R>> fetch;
    private final int mostAhead;
    private final Cancellation ended = new Cancellation();
    private final Cancellation.Registration callers;
    private final Deque<WindowRows<R>> open = new ArrayDeque<>();
    private int ahead = 1;
    private @Nullable Window unopened;
    private @Nullable WindowRows<R> current;

    SplitRows(
            Iterable<Window> windows, Function<Window, WindowRows<R>> fetch, int mostAhead, Cancellation cancellation) {
        this.windows = windows.iterator();
        this.fetch = fetch;
        this.mostAhead = mostAhead;
        var unused = ended.onCancel(this::closeOpen);
        this.callers = cancellation.onCancel(ended::cancel);
    }

    @Override
    public boolean hasNext() {
        while (true) {
            WindowRows<R> taking = current == null ? advance() : current;
            if (taking == null) {
                return false;
            }
            if (taking.hasNext()) {
                return true;
            }
            current = null;
        }
    }

    private synchronized @Nullable WindowRows<R> advance() {
        ended.throwIfCancelled();
        WindowRows<R> finished = open.pollFirst();
        if (finished != null) {
            finished.close();
            ahead = Math.min(4 * ahead, mostAhead);
        }
        while (open.size() < ahead && (unopened != null || windows.hasNext())) {
            Window window = unopened == null ? windows.next() : unopened;
            unopened = window;
            try {
                open.addLast(fetch.apply(window));
                unopened = null;
            } catch (RuntimeException e) {
                if (open.isEmpty()) {
                    throw e;
                }
                // Only ahead of time: whoever comes to need it will hear of it.
                break;
            }
        }
        current = open.peekFirst();
        if (current == null) {
            callers.close();
        }
        return current;
    }

    @Override
    public R next() {
        if (!hasNext() || current == null) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    @Override
    public void close() {
        // Only these rows end; the caller's cancellation may serve others, too.
        callers.close();
        ended.cancel();
    }

    private synchronized void closeOpen() {
        open.forEach(WindowRows::close);
    }
}
