package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.WaitReason;
import io.github.paradigmreporting.core.model.Row;
import java.time.Duration;
import java.util.function.BiConsumer;

/** A source whose requests are told to an observer before they are sent. */
record ObservedSource(WindowSource source, DaysObserver observer) implements WindowSource {
    @Override
    public <R extends Row> Fetch<R> open(ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
        observer.requested(query.window());
        return source.open(query, bufferBytes, new Exchanges(observer, listener::waits));
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
    public int longestWindowDays() {
        return source.longestWindowDays();
    }

    @Override
    public int maxConcurrentRequests() {
        return source.maxConcurrentRequests();
    }

    /** Notifies an observer of how much was read, and another listener of waits. */
    record Exchanges(DaysObserver observer, BiConsumer<WaitReason, Duration> waits) implements ExchangeListener {
        @Override
        public void read(long bytes) {
            observer.read(bytes);
        }

        @Override
        public void waits(WaitReason why, Duration time) {
            waits.accept(why, time);
        }
    }
}
