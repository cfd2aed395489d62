package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A try whether a URL leads to figures, step by step, each with its time; the first that fails says what to do. */
final class SelfTest {
    private static final String FIRST = "URL and settings";

    private final PrintStream out;

    SelfTest(PrintStream out) {
        this.out = out;
    }

    /** A step: does something and tells what came. */
    private interface Step<T> {
        T take() throws SQLException;
    }

    boolean passes(String url) {
        try {
            ConnectionSpec spec = step(FIRST, () -> impatient(ConnectionSpec.of(url, new Properties())));
            try (Connection connection = step("key", () -> new ParadigmDriver().connect(spec))) {
                for (SQLWarning warning = connection.getWarnings();
                        warning != null;
                        warning = warning.getNextWarning()) {
                    out.println("        warning: " + warning.getMessage());
                }
                step("tables", () -> tables(connection));
                LocalDate yesterday = LocalDate.now(
                                spec.clock().withZone(spec.values().require(Settings.ZONE)))
                        .minusDays(1);
                for (Report<?> report : Reports.ALL) {
                    step("one day", () -> day(connection, report, yesterday));
                }
            }
            out.println("Everything works.");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private <T> T step(String name, Step<T> step) throws SQLException {
        long start = System.nanoTime();
        try {
            T result = step.take();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            String shown = result instanceof Connection ? "given" : String.valueOf(result);
            out.printf(Locale.ROOT, "ok      %-17s %s (%d ms)%n", name, shown, millis);
            return result;
        } catch (SQLException | RuntimeException | LinkageError e) {
            SQLException sql = SqlErrors.of(e, null);
            out.printf(Locale.ROOT, "FAILED  %-17s %s (SQLState %s)%n", name, sql.getMessage(), sql.getSQLState());
            out.println("        what to do: "
                    + (name.equals(FIRST) ? "correct the URL; expected " + JdbcUrl.FORM : remedy(sql.getSQLState())));
            throw sql;
        }
    }

    /** Whoever sits and waits wants to hear of the first failure. */
    private static ConnectionSpec impatient(ConnectionSpec spec) throws SQLException {
        try {
            SettingValues values = spec.values();
            ConnectionSpec once = values.given(Settings.ATTEMPTS) ? spec : spec.with(Settings.ATTEMPTS, "1");
            return values.given(Settings.TOTAL_TIMEOUT) ? once : once.with(Settings.TOTAL_TIMEOUT, "60s");
        } catch (RuntimeException e) {
            throw SqlErrors.of(e, null);
        }
    }

    private static String tables(Connection connection) throws SQLException {
        int tables = 0;
        try (ResultSet rows = connection.getMetaData().getTables(null, null, "%", null)) {
            while (rows.next()) {
                tables++;
            }
        }
        return tables + " tables";
    }

    /** How many rows a day has; an instance may be older than a report but the first. */
    private static String day(Connection connection, Report<?> report, LocalDate day) throws SQLException {
        String condition = report.grain() == Grain.WINDOW
                ? "window_start = DATE '" + day + "' AND window_end = DATE '" + day + "'"
                : "date = DATE '" + day + "'";
        String sql = "SELECT COUNT(*) FROM " + report.name() + " WHERE " + condition;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1) + " rows of " + report.name() + " on " + day;
        } catch (SQLException e) {
            if (SqlStates.NOT_SUPPORTED.equals(e.getSQLState()) && !report.equals(Reports.ALL.get(0))) {
                return report.name() + " is not offered by this instance";
            }
            throw e;
        }
    }

    private static String remedy(@Nullable String state) {
        return switch (String.valueOf(state)) {
            case SqlStates.NOT_AUTHORIZED ->
                "make a new key in the user's profile of your instance and set PARADIGM_API_KEY to it, or write it into"
                        + " a file and name that in PARADIGM_API_KEY_FILE; without quotes, nothing before or after it";
            case SqlStates.ACCESS_DENIED -> "use the key of a company admin or platform admin";
            case SqlStates.CANNOT_CONNECT ->
                "compare host and port with the address your browser shows; behind a proxy set PARADIGM_PROXY=host:port, with a"
                        + " certificate of your own set PARADIGM_TRUST_STORE; ssl=false is for an instance on this machine";
            case SqlStates.NOT_SUPPORTED -> "the instance is older than the report, or the path in the URL is wrong";
            case SqlStates.LIMIT -> "the instance allows no more requests now; try again in a minute";
            case SqlStates.UPSTREAM, SqlStates.TIMEOUT ->
                "the instance is busy or down, or something else answers at this address; open it in a browser, try"
                        + " again later";
            default -> "send what --support prints to whoever helps you; there is no key in it";
        };
    }
}
