package io.github.paradigmreporting.camel;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.BridgeExceptionHandlerToErrorHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a consumer's errors to the handler that the user chose, but not to the route's error handler (bridgeErrorHandler) what
 * this one has just handled itself: a failure of a message. That is logged.
 */
final class RouteFailures implements ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingConsumer.class);

    private final ExceptionHandler chosen;

    RouteFailures(ExceptionHandler chosen) {
        this.chosen = chosen;
    }

    /** A failure of a message, which the route knows. */
    void ofMessage(String message, @Nullable Exchange exchange, @Nullable Throwable failure) {
        if (chosen instanceof BridgeExceptionHandlerToErrorHandler) {
            LOG.warn("{}", message, failure);
        } else {
            chosen.handleException(message, exchange, failure);
        }
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, exception);
    }

    @Override
    public void handleException(@Nullable String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        if (exception instanceof StoppedAtMessageException) {
            ofMessage(String.valueOf(exception.getMessage()), exchange, exception);
        } else {
            chosen.handleException(message, exchange, exception);
        }
    }
}
