package io.github.paradigmreporting.jdbc.lean;

/** A value that an expression cannot be computed from. */
public final class ValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Kind {
        /** A text is no date or time. */
        BAD_DATE("22007"),
        /** A date or time with a field that does not exist, such as February 30. */
        DATE_OUT_OF_RANGE("22008"),
        /** A part of a text with a negative length. */
        BAD_SUBSTRING("22011"),
        /** A text is no number or truth value. */
        BAD_CAST("22018"),
        /** Something that does not exist for such a value, such as the hour of a day. */
        UNSUPPORTED("0A000"),
        /** A text that would be longer than memory should hold. */
        TOO_LONG("54000"),
        /** Rows that must be held back do not fit into memory. */
        OUT_OF_MEMORY("53200"),
        /** An argument makes no sense. */
        BAD_VALUE("22023"),
        /** A pattern that ends with its escape character, or an escape that is not one character. */
        BAD_PATTERN("22025"),
        /** A regular expression that is none. */
        BAD_REGULAR_EXPRESSION("2201B"),
        /** A range of no width, or no parts of it. */
        BAD_BUCKET("2201G"),
        /** The logarithm of 0 or less. */
        BAD_LOGARITHM("2201E"),
        /** The square root of a negative number, or a power that is no real number. */
        BAD_POWER("2201F"),
        /** A function or an operator that does not exist for such types. */
        NO_FUNCTION("42883");

        private final String sqlState;

        Kind(String sqlState) {
            this.sqlState = sqlState;
        }
    }

    private final Kind kind;

    /**
     * An error.
     *
     * @param kind what is wrong
     * @param message which value, and what would be right
     */
    public ValueException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ValueException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * The state that SQL has for it.
     *
     * @return five characters
     */
    public String sqlState() {
        return kind.sqlState;
    }
}
