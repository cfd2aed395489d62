package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.Row;

/** A source whose requests are told to an observer before they are sent. */
record ObservedSource(WindowSource source, DaysObserver observer) implements WindowSource {
    @Override
    public <R extends Row> Fetch<R> open(ReportQuery<R> query, long bufferBytes) {
        observer.requested(query.window());
        return source.open(query, bufferBytes);
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
}
