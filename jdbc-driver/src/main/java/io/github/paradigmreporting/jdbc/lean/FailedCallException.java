package io.github.paradigmreporting.jdbc.lean;

/** A function of Calcite's that has no result for its operands; the cause says why. */
public final class FailedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String function;

    FailedCallException(String function, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.function = function;
    }

    /**
     * The name of the function.
     *
     * @return as statements call it
     */
    public String function() {
        return function;
    }
}
