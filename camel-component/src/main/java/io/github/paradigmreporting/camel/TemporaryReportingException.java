package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.error.ReportingException;

/**
 * An error that may pass by itself: throttling, an outage, a broken connection, a time limit, a stopped route. Worth a
 * redelivery.
 */
public final class TemporaryReportingException extends ParadigmReportingException {
    private static final long serialVersionUID = 1L;

    TemporaryReportingException(ReportingException cause) {
        super(cause);
    }
}
