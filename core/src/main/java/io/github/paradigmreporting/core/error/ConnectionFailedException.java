package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.Nullable;

/** No connection could be made, or it broke. */
public final class ConnectionFailedException extends ReportingException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     * @param cause what was caught, if anything
     */
    public ConnectionFailedException(String message, @Nullable Throwable cause) {
        super(ErrorKind.CONNECTION, message, cause);
    }

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     */
    public ConnectionFailedException(String message) {
        this(message, null);
    }
}
