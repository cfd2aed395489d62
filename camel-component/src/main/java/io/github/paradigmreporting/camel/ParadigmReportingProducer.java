package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Answers a message with the rows it asks for. The caller's thread is given back while the instance works, except in a
 * transaction, which is bound to its thread. Safe for threads.
 */
final class ParadigmReportingProducer extends DefaultAsyncProducer {
    private final ParadigmReportingEndpoint endpoint;
    private @Nullable QuestionReader questions;
    private @Nullable ColumnRules columnRules;
    private @Nullable ExecutorService threads;

    ParadigmReportingProducer(ParadigmReportingEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        questions = endpoint.questions();
        columnRules = endpoint.columnRules();
        endpoint.client();
        threads = endpoint.threads();
    }

    @Override
    protected void doStop() throws Exception {
        threads = null;
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        ExecutorService pool = threads;
        if (pool == null || exchange.isTransacted()) {
            answer(exchange);
            callback.done(true);
            return true;
        }
        try {
            pool.execute(() -> {
                answer(exchange);
                callback.done(false);
            });
        } catch (java.util.concurrent.RejectedExecutionException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        return false;
    }

    private void answer(Exchange exchange) {
        Cancellation stop = endpoint.pending().begin(exchange);
        try {
            QuestionReader reader = questions;
            if (reader == null) {
                throw new IllegalStateException("the producer of " + endpoint + " is not started");
            }
            answer(exchange, reader.of(exchange.getMessage()), stop);
        } catch (ReportingException e) {
            exchange.setException(ParadigmReportingException.of(
                    stop.isCancelled()
                            ? new CancelledException(
                                    "the request was ended, since its route or the Camel context stops", e)
                            : e));
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
        } finally {
            if (exchange.getMessage().getBody() instanceof StreamedRows<?>) {
                exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
                    @Override
                    public void onDone(Exchange done) {
                        endpoint.pending().end(stop);
                    }
                });
            } else {
                endpoint.pending().end(stop);
            }
        }
    }

    private <R extends Row> void answer(Exchange exchange, ReportQuery<R> query, Cancellation stop) {
        ParadigmReportingConfiguration configuration = endpoint.getConfiguration();
        ColumnRules rules = Objects.requireNonNull(columnRules);
        Answer<R> answer = new Answer<>(
                exchange, rules.select(query), rules, configuration.getOutputType(), endpoint.client(), stop);
        switch (configuration.getOperation()) {
            case fetch -> {
                if (configuration.isStreaming()) {
                    answer.stream();
                } else {
                    answer.fetch();
                }
            }
            case count -> answer.count();
            case probe -> answer.probe();
        }
    }
}
