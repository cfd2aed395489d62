package io.github.paradigmreporting.camel;

import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;

/**
 * A poll stopped at a message that the route did not accept. It is the poll's failure, so that error counters, back-off and
 * health see it and a greedy consumer does not poll again at once.
 */
final class StoppedAtMessageException extends RuntimeCamelException {
    private static final long serialVersionUID = 1L;

    private final String message;

    StoppedAtMessageException(String message, @Nullable Throwable cause) {
        super(
                "the poll stopped at " + message + ", which the route did not accept"
                        + (cause == null ? " (rolled back)" : ": " + cause) + "; the next poll sends it again",
                cause);
        this.message = message;
    }

    /** Record key of the message's first row. */
    String message() {
        return message;
    }
}
