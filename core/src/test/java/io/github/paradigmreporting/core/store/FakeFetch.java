package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.SiblingRows;
import io.github.paradigmreporting.core.error.CancelledException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that arrives when the test says so. */
final class FakeFetch<R> implements WindowSource.Fetch<R> {
    private final Iterable<R> answer;
    private final List<SiblingRows<?>> siblings;
    private final boolean fits;
    private boolean arrived;
    private boolean closed;
    private @Nullable RuntimeException failure;
    private @Nullable Error error;
    private @Nullable Iterator<R> taking;

    FakeFetch(Iterable<R> answer, boolean fits, boolean arrived) {
        this(answer, List.of(), fits, arrived);
    }

    FakeFetch(Iterable<R> answer, List<SiblingRows<?>> siblings, boolean fits, boolean arrived) {
        this.answer = answer;
        this.siblings = siblings;
        this.fits = fits;
        this.arrived = arrived;
    }

    synchronized void arrive() {
        arrived = true;
        notifyAll();
    }

    synchronized void fail(RuntimeException why) {
        failure = why;
        arrive();
    }

    synchronized void failWith(Error why) {
        error = why;
        arrive();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable List<R> awaitBuffered() {
        await();
        if (!fits) {
            return null;
        }
        List<R> all = new java.util.ArrayList<>();
        answer.forEach(all::add);
        return all;
    }

    @Override
    public List<SiblingRows<?>> siblings() {
        return siblings;
    }

    private synchronized void await() {
        try {
            while (!arrived && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new CancelledException("interrupted", e);
        }
        if (closed) {
            throw new CancelledException("closed");
        }
        if (failure != null) {
            throw failure;
        }
        if (error != null) {
            throw error;
        }
    }

    @Override
    public boolean hasNext() {
        await();
        if (taking == null) {
            taking = answer.iterator();
        }
        return taking.hasNext();
    }

    @Override
    public R next() {
        await();
        return java.util.Objects.requireNonNull(taking).next();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
