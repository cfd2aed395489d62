package io.github.paradigmreporting.jdbc.dialect;

/** A statement in which something stands that the driver does not offer; its message says what to write instead. */
public final class RefusedStatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    RefusedStatementException(String sqlState, String message) {
        super(message);
        this.sqlState = sqlState;
    }

    /**
     * The state that SQL has for it.
     *
     * @return five characters
     */
    public String sqlState() {
        return sqlState;
    }
}
