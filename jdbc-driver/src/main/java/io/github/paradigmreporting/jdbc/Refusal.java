package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.SQLException;

/** What the driver does not do, said by everything that hears of it. */
final class Refusal {
    private Refusal() {}

    static SQLException writing() {
        return SqlStates.of(SqlStates.READ_ONLY, "the driver only reads; there is nothing to batch or to update");
    }

    static SQLException textOnPrepared() {
        return SqlStates.of(
                SqlStates.NOT_SUPPORTED, "a prepared statement has its SQL; call the method without an argument");
    }

    static SQLException value(String problem) {
        return SqlStates.of(SqlStates.BAD_VALUE, problem);
    }

    static SQLException type(String type) {
        return SqlStates.of(SqlStates.NOT_SUPPORTED, "the driver has no values of type " + type);
    }

    static SQLException feature(String feature) {
        return SqlStates.of(SqlStates.NOT_SUPPORTED, "the driver has no " + feature);
    }

    static String quoted(String identifier, boolean quote) throws SQLException {
        if (identifier.isEmpty() || identifier.length() > 128 || identifier.indexOf(0) >= 0) {
            throw value("an identifier has 1 to 128 characters");
        }
        return quote ? '"' + identifier.replace("\"", "\"\"") + '"' : identifier;
    }
}
