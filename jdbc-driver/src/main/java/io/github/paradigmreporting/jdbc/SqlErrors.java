package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.jdbc.dialect.RefusedStatementException;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import io.github.paradigmreporting.jdbc.lean.FailedCallException;
import io.github.paradigmreporting.jdbc.lean.ValueException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Whatever is thrown, as a SQLException with a SQLState. The only translator of errors in the driver. */
final class SqlErrors {
    private SqlErrors() {}

    /** A SQLException on its way through code that may not throw one. */
    static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Carried(SQLException carried) {
            super(carried);
        }
    }

    static SQLException of(Throwable thrown, @Nullable Run run) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof ReportingException reporting) {
                return of(reporting, run);
            }
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql;
            }
            if (t instanceof ValueException value) {
                return SqlStates.of(value.sqlState(), String.valueOf(value.getMessage()), t);
            }
            if (t instanceof RefusedStatementException refused) {
                return SqlStates.of(refused.sqlState(), String.valueOf(refused.getMessage()), t);
            }
            if (t instanceof OutOfMemoryError) {
                return SqlStates.of(
                        SqlStates.OUT_OF_MEMORY,
                        "the JVM has not enough memory for the statement (" + t.getMessage()
                                + "); ask for fewer days or columns, or give it more (-Xmx)",
                        t);
            }
            if (t instanceof StackOverflowError) {
                return SqlStates.of(SqlStates.TOO_COMPLEX, "the statement is nested too deeply; write it in parts", t);
            }
            if (t instanceof ArithmeticException arithmetic) {
                return of(arithmetic);
            }
            boolean badId = String.valueOf(t.getMessage()).startsWith("Invalid UUID");
            if (t instanceof NumberFormatException || t instanceof DateTimeException || badId) {
                return SqlStates.of(SqlStates.BAD_CAST, "a value cannot be converted: " + t.getMessage(), t);
            }
        }
        if (thrown instanceof SQLFeatureNotSupportedException) {
            return SqlStates.of(SqlStates.NOT_SUPPORTED, "the driver does not offer this", thrown);
        }
        Throwable said = thrown;
        while (said.getMessage() == null && said.getCause() != null) {
            said = said.getCause(); // a class that cannot be initialized says nothing itself
        }
        String message = said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
        if (message.contains("more than one value in")) {
            return SqlStates.of("21000", "a sub-query gives more than one row where one value is needed", thrown);
        }
        if (message.contains("Invalid format: ")) {
            return SqlStates.of(SqlStates.BAD_DATE, message.substring(message.indexOf("Invalid format: ")), thrown);
        }
        if (message.startsWith("Cannot convert")
                || message.startsWith("Invalid DATE")
                || message.contains("cannot be converted")) {
            return SqlStates.of(SqlStates.BAD_CAST, message, thrown);
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof FailedCallException call) {
                return SqlStates.of(SqlStates.BAD_VALUE, call.function() + ": " + message, thrown);
            }
        }
        return SqlStates.of(SqlStates.INTERNAL, "the statement failed: " + message, thrown);
    }

    private static SQLException of(ArithmeticException arithmetic) {
        String message = String.valueOf(arithmetic.getMessage());
        return message.contains("zero")
                ? SqlStates.of(SqlStates.DIVISION_BY_ZERO, "division by zero", arithmetic)
                : SqlStates.of(SqlStates.OUT_OF_RANGE, "a number does not fit: " + message, arithmetic);
    }

    private static SQLException of(ReportingException e, @Nullable Run run) {
        String text = String.valueOf(e.getMessage());
        return switch (e.kind()) {
            case INVALID_SETTING ->
                isKey(e)
                        ? new SQLInvalidAuthorizationSpecException(text, SqlStates.NOT_AUTHORIZED, e)
                        : SqlStates.of(SqlStates.CANNOT_CONNECT, text, e);
            case INVALID_QUERY, REJECTED -> SqlStates.of(SqlStates.BAD_VALUE, text, e);
            case AUTHENTICATION -> new SQLInvalidAuthorizationSpecException(text, SqlStates.NOT_AUTHORIZED, e);
            case ACCESS_DENIED -> SqlStates.of(SqlStates.ACCESS_DENIED, text, e);
            case NOT_OFFERED -> new SQLFeatureNotSupportedException(text, SqlStates.NOT_SUPPORTED, e);
            case RATE_LIMITED -> new SQLTransientException(text, SqlStates.LIMIT, e);
            case UNAVAILABLE -> new SQLTransientException(text, SqlStates.UPSTREAM, e);
            case CONNECTION -> new SQLTransientConnectionException(text, SqlStates.CANNOT_CONNECT, e);
            case TIMEOUT -> new SQLTimeoutException(text, SqlStates.TIMEOUT, e);
            case UNEXPECTED_RESPONSE -> SqlStates.of(SqlStates.UPSTREAM, text, e);
            case CANCELLED ->
                run != null && run.timedOut()
                        ? new SQLTimeoutException(
                                "the statement took longer than its query timeout of " + run.timeoutSeconds()
                                        + " s; ask for fewer days or raise the timeout",
                                SqlStates.TIMEOUT,
                                e)
                        : SqlStates.of(SqlStates.CANCELLED, "the statement was cancelled", e);
        };
    }

    private static boolean isKey(ReportingException e) {
        return e instanceof InvalidSettingException setting
                && (setting.setting().equals(Settings.API_KEY.name())
                        || setting.setting().equals(Settings.API_KEY_FILE.name()));
    }
}
