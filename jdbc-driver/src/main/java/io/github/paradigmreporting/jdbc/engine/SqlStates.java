package io.github.paradigmreporting.jdbc.engine;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLSyntaxErrorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQLStates the driver uses, as constants, and the exceptions that go with them. */
public final class SqlStates {
    /** The user should know something about the answer. */
    public static final String WARNING = "01000";
    /** A parameter has no value. */
    public static final String PARAMETER_MISSING = "07001";
    /** A value cannot be converted to what is asked for. */
    public static final String NOT_CONVERTIBLE = "07006";
    /** There is no column or parameter of that number or name. */
    public static final String NO_SUCH_INDEX = "07009";
    /** The instance cannot be reached. */
    public static final String CANNOT_CONNECT = "08001";
    /** The connection is closed. */
    public static final String CONNECTION_CLOSED = "08003";
    /** Not offered by the driver or the instance. */
    public static final String NOT_SUPPORTED = "0A000";
    /** A number does not fit. */
    public static final String OUT_OF_RANGE = "22003";
    /** A date or time cannot be read. */
    public static final String BAD_DATE = "22007";
    /** A division by zero. */
    public static final String DIVISION_BY_ZERO = "22012";
    /** A text cannot be read as what it is cast to. */
    public static final String BAD_CAST = "22018";
    /** A parameter has a value that makes no sense. */
    public static final String BAD_VALUE = "22023";
    /** There is no current row, or the cursor cannot move so. */
    public static final String CURSOR = "24000";
    /** The driver only reads. */
    public static final String READ_ONLY = "25006";
    /** The key is refused. */
    public static final String NOT_AUTHORIZED = "28000";
    /** The key may not read this. */
    public static final String ACCESS_DENIED = "42501";
    /** The statement cannot be parsed. */
    public static final String SYNTAX = "42601";
    /** There is no such column. */
    public static final String NO_COLUMN = "42703";
    /** The column could be of several tables. */
    public static final String AMBIGUOUS_COLUMN = "42702";
    /** There is no such function, or not with such arguments. */
    public static final String NO_FUNCTION = "42883";
    /** There is no such table. */
    public static final String NO_TABLE = "42P01";
    /** A column is neither grouped nor aggregated. */
    public static final String GROUPING = "42803";
    /** The types do not fit. */
    public static final String TYPES = "42804";
    /** There is not enough memory. */
    public static final String OUT_OF_MEMORY = "53200";
    /** The instance throttles. */
    public static final String LIMIT = "53400";
    /** The statement would go beyond a limit that the user has set. */
    public static final String OWN_LIMIT = "54000";
    /** The statement is nested too deeply. */
    public static final String TOO_COMPLEX = "54001";
    /** The object is closed. */
    public static final String CLOSED = "55000";
    /** The statement was cancelled. */
    public static final String CANCELLED = "57014";
    /** The instance failed. */
    public static final String UPSTREAM = "58030";
    /** A time limit passed. */
    public static final String TIMEOUT = "HYT00";
    /** Something the driver did not expect of itself. */
    public static final String INTERNAL = "XX000";

    private static final int LONGEST_MESSAGE = 2_000;

    private SqlStates() {}

    /** Whether a statement may be sound once its parameters are of other types. */
    static boolean isOfTypes(SQLException fault) {
        return List.of(TYPES, NO_FUNCTION, NOT_SUPPORTED, BAD_CAST, BAD_DATE, INTERNAL)
                .contains(fault.getSQLState());
    }

    /**
     * An exception of a state.
     *
     * @param state the SQLState
     * @param text what was asked, what is wrong, what to do; cut where it quotes more than anyone reads
     * @param cause what was caught, if anything
     * @return of the class JDBC wants for the state
     */
    public static SQLException of(String state, String text, @Nullable Throwable cause) {
        String message = text.length() <= LONGEST_MESSAGE
                ? text
                : text.substring(0, LONGEST_MESSAGE) + "... (" + text.length() + " characters)";
        if (state.startsWith("0A")) {
            return new SQLFeatureNotSupportedException(message, state, cause);
        }
        if (state.startsWith("42") && !state.equals(ACCESS_DENIED)) {
            return new SQLSyntaxErrorException(message, state, cause);
        }
        return new SQLException(message, state, cause);
    }

    /**
     * An exception of a state.
     *
     * @param state the SQLState
     * @param message what was asked, what is wrong, what to do
     * @return of the class JDBC wants for the state
     */
    public static SQLException of(String state, String message) {
        return of(state, message, null);
    }
}
