package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.Nullable;

/** The caller cancelled. */
public final class CancelledException extends ReportingException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     * @param cause what was caught, if anything
     */
    public CancelledException(String message, @Nullable Throwable cause) {
        super(ErrorKind.CANCELLED, message, cause);
    }

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     */
    public CancelledException(String message) {
        this(message, null);
    }
}
