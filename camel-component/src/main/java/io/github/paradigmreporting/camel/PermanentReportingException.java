package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.error.ReportingException;

/**
 * An error that asking again will not change: a wrong key, a missing right, a setting, a report not offered, an answer that
 * makes no sense.
 */
public final class PermanentReportingException extends ParadigmReportingException {
    private static final long serialVersionUID = 1L;

    PermanentReportingException(ReportingException cause) {
        super(cause);
    }
}
