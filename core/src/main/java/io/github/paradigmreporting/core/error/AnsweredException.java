package io.github.paradigmreporting.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The API answered with a status that is not success: {@link ErrorKind#AUTHENTICATION}, {@link
 * ErrorKind#ACCESS_DENIED}, {@link ErrorKind#NOT_OFFERED}, {@link ErrorKind#REJECTED}, {@link ErrorKind#RATE_LIMITED}
 * or {@link ErrorKind#UNAVAILABLE}.
 */
public final class AnsweredException extends ReportingException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    /**
     * Says what was answered.
     *
     * @param kind what the status means
     * @param status HTTP status
     * @param retryAfter how long the server asked to wait, if it did
     * @param message what was asked, what came, what to do next
     */
    public AnsweredException(ErrorKind kind, int status, @Nullable Duration retryAfter, String message) {
        super(kind, message, null);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * The HTTP status.
     *
     * @return for example 429
     */
    public int status() {
        return status;
    }

    /**
     * How long the server asked to wait.
     *
     * @return the wait from the moment of the answer, or null when the server did not say
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
