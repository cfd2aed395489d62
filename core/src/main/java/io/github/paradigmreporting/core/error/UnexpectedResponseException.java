package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.Nullable;

/** The answer is not what the report's description says. */
public final class UnexpectedResponseException extends ReportingException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     * @param cause what was caught, if anything
     */
    public UnexpectedResponseException(String message, @Nullable Throwable cause) {
        super(ErrorKind.UNEXPECTED_RESPONSE, message, cause);
    }

    /**
     * Says what happened.
     *
     * @param message what was asked, what came, what to do next
     */
    public UnexpectedResponseException(String message) {
        this(message, null);
    }

    /**
     * An answer that needs more memory or stack than there is.
     *
     * @param what what was being done
     * @param cause the JVM's error
     * @return the exception
     */
    public static UnexpectedResponseException outOfMemory(String what, VirtualMachineError cause) {
        return new UnexpectedResponseException(
                what + " needs more memory than the JVM has (" + cause
                        + "); request fewer days (windowDays) or give it more (-Xmx)",
                cause);
    }
}
