package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.SiblingRows;
import io.github.paradigmreporting.core.client.WindowRows;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client as a source of windows. */
record ClientSource(ParadigmReportingClient client) implements WindowSource {
    @Override
    public <R extends Row> Fetch<R> open(ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
        WindowRows<R> rows = client.windowWithSiblings(query, bufferBytes, listener);
        return new Fetch<>() {
            @Override
            public @Nullable List<R> awaitBuffered() {
                return rows.awaitBuffered();
            }

            @Override
            public List<SiblingRows<?>> siblings() {
                return rows.siblings();
            }

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public R next() {
                return rows.next();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    @Override
    public String identity() {
        return client.identity();
    }

    @Override
    public int windowDays() {
        return client.windowDays();
    }

    @Override
    public int longestWindowDays() {
        return client.longestWindowDays();
    }

    @Override
    public int maxConcurrentRequests() {
        return client.maxConcurrentRequests();
    }
}
