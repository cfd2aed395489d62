package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.Nullable;

/** A time limit of ours passed. */
public final class DeadlineExceededException extends ReportingException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     * @param cause what was caught, if anything
     */
    public DeadlineExceededException(String message, @Nullable Throwable cause) {
        super(ErrorKind.TIMEOUT, message, cause);
    }

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     */
    public DeadlineExceededException(String message) {
        this(message, null);
    }
}
