package io.github.paradigmreporting.camel;

import org.apache.camel.Exchange;
import org.apache.camel.support.EventDrivenPollingConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a template or an enricher takes messages from. When there is none because polls fail, it gives an exchange with the
 * error of the last one: null would read as "nothing new".
 */
final class TakingConsumer extends EventDrivenPollingConsumer {
    /** How often a taker that waits for ever looks whether polls fail. */
    private static final long LOOK_MILLIS = 1_000;

    TakingConsumer(ParadigmReportingEndpoint endpoint) {
        super(endpoint, endpoint.getPollingConsumerQueueSize());
    }

    @Override
    public @Nullable Exchange receive(long timeout) {
        Exchange taken = super.receive(timeout);
        if (taken == null && getDelegateConsumer() instanceof ParadigmReportingConsumer<?> consumer) {
            Throwable failure = consumer.status().failure();
            if (failure != null) {
                Exchange failed = getEndpoint().createExchange();
                failed.setException(failure);
                return failed;
            }
        }
        return taken;
    }

    @Override
    public @Nullable Exchange receive() {
        Exchange taken = null;
        while (taken == null && isRunAllowed()) {
            taken = receive(LOOK_MILLIS);
        }
        return taken;
    }
}
