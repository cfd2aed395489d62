package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Row;

/** A source whose requests are told to an observer before they are sent. */
record ObservedSource(WindowSource source, DaysObserver observer) implements WindowSource {
    @Override
    public <R extends Row> Fetch<R> open(ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
        observer.requested(query.window());
        return source.open(query, bufferBytes, new ReadBytes(observer));
    }

    @Override
    public String identity() {
        return source.identity();
    }

    @Override
    public int windowDays() {
        return source.windowDays();
    }

    @Override
    public int maxConcurrentRequests() {
        return source.maxConcurrentRequests();
    }

    /** Tells an observer how much was read. */
    record ReadBytes(DaysObserver observer) implements ExchangeListener {
        @Override
        public void read(long bytes) {
            observer.read(bytes);
        }
    }
}
