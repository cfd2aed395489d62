package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.Nullable;

/** The query makes no sense; nothing was sent. */
public final class InvalidQueryException extends ReportingException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     * @param cause what was caught, if anything
     */
    public InvalidQueryException(String message, @Nullable Throwable cause) {
        super(ErrorKind.INVALID_QUERY, message, cause);
    }

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     */
    public InvalidQueryException(String message) {
        this(message, null);
    }
}
