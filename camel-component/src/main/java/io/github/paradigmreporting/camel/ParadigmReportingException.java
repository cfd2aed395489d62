package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;
import org.jspecify.annotations.Nullable;

/**
 * What a route sees when a report cannot be had. Its two kinds, temporary and permanent, are what {@code onException} tells
 * apart; {@link #getKind()} and {@link #getHttpResponseCode()} say more. The message says what to do next.
 */
public abstract sealed class ParadigmReportingException extends RuntimeCamelException implements HttpResponseAware
        permits TemporaryReportingException, PermanentReportingException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final @Nullable Duration retryAfter;
    private int httpResponseCode;
    private @Nullable String httpResponseStatus;

    ParadigmReportingException(ReportingException cause) {
        super(cause.getMessage(), cause);
        this.kind = cause.kind();
        AnsweredException answered = cause instanceof AnsweredException a ? a : null;
        this.httpResponseCode = answered == null ? 0 : answered.status();
        this.retryAfter = answered == null ? null : answered.retryAfter();
    }

    /** The one place where the core's errors become Camel's. */
    static ParadigmReportingException of(ReportingException cause) {
        return switch (cause.kind()) {
            case RATE_LIMITED, UNAVAILABLE, CONNECTION, TIMEOUT, CANCELLED -> new TemporaryReportingException(cause);
            case INVALID_SETTING,
                    INVALID_QUERY,
                    AUTHENTICATION,
                    ACCESS_DENIED,
                    NOT_OFFERED,
                    REJECTED,
                    UNEXPECTED_RESPONSE -> new PermanentReportingException(cause);
        };
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public ErrorKind getKind() {
        return kind;
    }

    /**
     * How long the instance asked to wait.
     *
     * @return the wait from the moment of the answer, or null when it did not say
     */
    public @Nullable Duration getRetryAfter() {
        return retryAfter;
    }

    /**
     * The HTTP status of the answer.
     *
     * @return for example 429; 0 when there was no answer
     */
    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int code) {
        this.httpResponseCode = code;
    }

    @Override
    public @Nullable String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(@Nullable String status) {
        this.httpResponseStatus = status;
    }
}
