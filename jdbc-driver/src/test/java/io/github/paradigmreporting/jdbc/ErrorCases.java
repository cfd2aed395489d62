package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.lean.SmallMemory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Every kind of mistake and trouble the driver speaks of, each in one line: its SQLState, what it is, how to get there. */
final class ErrorCases {
    private static final String DAY = " WHERE date = DATE '2026-03-02'";

    /** Does what goes wrong. */
    interface Mistake {
        void make(ErrorStage stage) throws Exception;
    }

    /**
     * One case.
     *
     * @param says a word that its message must hold, because it helps
     */
    record ErrorCase(String state, String when, String says, Mistake mistake) {
        @Override
        public String toString() {
            return state + ": " + when;
        }
    }

    private static final List<ErrorCase> ALL = new ArrayList<>();

    static {
        url("08001", "the URL has no host", "expected jdbc:paradigm://host", "jdbc:paradigm:");
        url("08001", "the URL holds an address with its own http://", "leave that out", "jdbc:paradigm://http://host");
        url("08001", "the URL has a port that does not exist", "65535", "jdbc:paradigm://host:99999999");
        url("08001", "the URL names another version of the API", "/api/v2", "jdbc:paradigm://host/api/v3");
        url("08001", "the URL has a user before the host", "malformed", "jdbc:paradigm://me:secret@host");
        url("08001", "the URL has a setting without a value", "without a value", "jdbc:paradigm://host?ssl");
        url("08001", "the URL has a setting that does not exist", "nosuch", "jdbc:paradigm://host?nosuch=1");
        url(
                "08001",
                "a setting is spelled in other cases",
                "historyStart?",
                "jdbc:paradigm://host?historystart=2026-01-01");
        url("08001", "the URL gives a setting twice", "twice", "jdbc:paradigm://host?gzip=true&gzip=true");
        url("08001", "URL and properties give the same setting", "give it once", "jdbc:paradigm://host?apiKey=x");
        url("08001", "the URL is not percent-encoded right", "percent", "jdbc:paradigm://host?proxyUser=%zz");
        url(
                "08001",
                "a setting has a value that is not of its form",
                "windowDays",
                "jdbc:paradigm://host?windowDays=0");
        url(
                "08001",
                "two settings contradict each other",
                "only one",
                "jdbc:paradigm://host?historyStart=today&startDate=today");
        url("08001", "plain http to another machine", "allowPlainHttp", "jdbc:paradigm://host.example?ssl=false");
        url(
                "08001",
                "the size of storeDirectory is none",
                "storeDirectorySize",
                "jdbc:paradigm://host",
                "storeDirectorySize",
                "much");
        add(
                "08001",
                "the file of views cannot be read",
                "viewDefinitions",
                stage -> stage.with("viewDefinitions", "/no/such/file"));
        url(
                "08001",
                "the URL gives a setting that only the administrator may give",
                "paradigm.jdbc.allowedInUrl",
                "jdbc:paradigm://host?apiKeyFile=/no/such/file");
        add("28000", "no key is given", "apiKey", stage -> DriverManager.getConnection("jdbc:paradigm://host"));
        add("28000", "the file of the key cannot be read", "apiKeyFile", stage -> {
            Properties properties = new Properties();
            properties.setProperty("apiKeyFile", "/no/such/file");
            SqlFixture.query(
                    DriverManager.getConnection("jdbc:paradigm://localhost:1?ssl=false", properties),
                    "SELECT * FROM sessions" + DAY);
        });
        add("08001", "a data source without a URL", "set url", stage -> new ParadigmDataSource().getConnection());

        trouble("08001", "nobody listens at the address", "connect", "", "port", "1");
        trouble("08001", "the instance speaks no TLS", "secure", "", "ssl", "true");
        trouble(
                "08001",
                "the trust store cannot be read",
                "trustStore",
                "",
                "ssl",
                "true",
                "trustStore",
                "/no/such/file");
        trouble("08001", "the answer breaks off", "broke off", "sessions=cut 100");
        trouble("28000", "the instance refuses the key (401)", "key", "sessions=401");
        trouble("42501", "the key may not read this (403)", "403", "sessions=403");
        trouble("0A000", "the instance has no such report (404)", "404", "sessions=404");
        trouble("22023", "the instance refuses the question (400)", "400", "sessions=400");
        add("53200", "the rows that statements hold back take more than half of the heap", "-Xmx", stage -> {
            try (SmallMemory small = SmallMemory.of(1)) {
                SqlFixture.query(stage.connection(), "SELECT * FROM calendar ORDER BY day_of_week");
            }
        });
        trouble("53400", "the instance throttles (429)", "429", "sessions=429");
        trouble("53400", "the instance throttles for longer than we may wait", "429", "sessions=429 Retry-After 9999");
        add(
                "54000",
                "the statement needs more requests than maxRequestsPerStatement",
                "maxRequestsPerStatement",
                stage -> SqlFixture.query(
                        stage.with("maxRequestsPerStatement", "1", "storeSize", "0"),
                        "SELECT COUNT(*) FROM sessions WHERE date >= '2026-01-01'"));
        trouble("58030", "the instance fails (500)", "500", "sessions=500");
        trouble("58030", "the instance is in maintenance (503)", "503", "sessions=503 maintenance");
        trouble("58030", "a gateway answers with a page", "502", "sessions=502 html");
        trouble("58030", "an answer holds a day twice", "twice", "sessions=duplicate day");
        trouble("22023", "the instance sends us elsewhere", "redirect", "sessions=302 to http://other.example");
        trouble(
                "HYT00",
                "the instance does not answer in time",
                "answerTimeout",
                "sessions=hang",
                "answerTimeout",
                "300ms");
        add("HYT00", "the query timeout passes", "query timeout", stage -> {
            try (Connection slow = stage.troubled("sessions=hang")) {
                Statement statement = slow.createStatement();
                statement.setQueryTimeout(1);
                statement.executeQuery("SELECT * FROM sessions" + DAY).next();
            }
        });
        add("57014", "the statement is cancelled", "cancelled", stage -> {
            try (Connection slow = stage.troubled("sessions=hang")) {
                Statement statement = slow.createStatement();
                CompletableFuture<Void> cancelling = CompletableFuture.runAsync(() -> stage.cancelWhenAsked(statement));
                try {
                    statement.executeQuery("SELECT * FROM sessions" + DAY).next();
                } finally {
                    cancelling.join();
                }
            }
        });

        sql("42601", "the statement cannot be parsed", "line", "SELEC 1");
        sql("42601", "there is no statement", "statement", " ");
        sql("42601", "there are two statements", "", "SELECT 1; SELECT 2");
        sql("42601", "a quote is not closed", "", "SELECT 'x");
        sql(
                "42601",
                "a parameter has a name",
                "':d1' cannot stand here (line 1, column 41)",
                "SELECT date FROM sessions WHERE date >= :d1");
        sql("54001", "the statement is nested too deeply", "deeply", "SELECT " + "(".repeat(20_000) + "1");
        sql("42P01", "there is no such table", "nosuch", "SELECT * FROM nosuch");
        sql("42P01", "there is no such schema", "nosuch", "SELECT * FROM nosuch.sessions");
        sql("42703", "there is no such column", "nosuch", "SELECT nosuch FROM sessions");
        sql("42702", "a column could be of two tables", "ambiguous", "SELECT date FROM sessions s, feedback f");
        sql("42704", "SHOW of a setting that does not exist", "timezone", "SHOW nosuch");
        sql("42883", "there is no such function", "NOSUCH", "SELECT NOSUCH(1)");
        sql("42883", "a function gets too many arguments", "", "SELECT UPPER('a', 'b')");
        sql(
                "42883",
                "a function cannot be computed from values of such types",
                "DATE",
                "SELECT GREATEST(1, date) FROM sessions");
        sql("22023", "a function has no value for its operands", "ATANH", "SELECT ATANH(3)");
        sql(
                "42803",
                "a column is neither grouped nor aggregated",
                "grouped",
                "SELECT date, sessions_count FROM sessions GROUP BY date");
        sql("42804", "types do not fit", "", "SELECT TRUE + 1");
        sql(
                "21000",
                "a sub-query gives two rows where one value is needed",
                "more than one row",
                "SELECT (SELECT company_id FROM sessions" + DAY + ")");
        sql("22003", "a number does not fit", "", "SELECT CAST(300 AS TINYINT)");
        sql("22008", "a date does not exist", "2026-13-01", "SELECT DATE '2026-13-01'");
        sql("22011", "a part of a text with a negative length", "length of -1", "SELECT SUBSTRING('abc', 1, -1)");
        sql("22025", "a pattern of LIKE ends with its escape", "", "SELECT 'abc' LIKE 'a\\'");
        sql("2201B", "a regular expression is none", "'('", "SELECT 'abc' ~ '('");
        sql("2201E", "a logarithm of 0 or less", "logarithm", "SELECT LN(0)");
        sql("2201G", "WIDTH_BUCKET has no parts or no width", "part", "SELECT WIDTH_BUCKET(1, 0, 10, 0)");
        sql("2201F", "a power that is no real number", "power", "SELECT POWER(-1, 0.5)");
        sql("22004", "a frame of a window reaches NULL rows far", "null", framed("CAST(NULL AS INTEGER)"));
        sql("22013", "a frame of a window reaches fewer than 0 rows far", "at least 0", framed("(0 - 1)"));
        sql("22014", "NTILE makes no buckets", "NTILE", "SELECT NTILE(0) OVER (ORDER BY x) FROM (VALUES (1)) AS t(x)");
        sql(
                "22016",
                "NTH_VALUE counts from 1",
                "NTH_VALUE",
                "SELECT NTH_VALUE(x, 0) OVER (ORDER BY x) FROM (VALUES (1)) AS t(x)");
        sql("54000", "a text would be longer than memory should hold", "", "SELECT REPEAT('x', 2000000000)");
        sql("22012", "a division by zero", "zero", "SELECT 10/0");
        sql("22018", "a text is no number", "", "SELECT CAST('x' AS INTEGER)");
        sql("25006", "INSERT", "only reads", "INSERT INTO sessions (date) VALUES (CURRENT_DATE)");
        sql("25006", "UPDATE", "only reads", "UPDATE sessions SET sessions_count = 1");
        sql("25006", "DELETE", "only reads", "DELETE FROM sessions");
        sql(
                "25006",
                "CREATE TABLE, as tools try on connecting",
                "only reads",
                "CREATE LOCAL TEMPORARY TABLE t (a INTEGER)");
        sql("25006", "DROP TABLE", "only reads", "DROP TABLE sessions");
        add(
                "22023",
                "no first day where one is required",
                "requireDateFilter",
                stage -> SqlFixture.query(stage.with("requireDateFilter", "true"), "SELECT * FROM sessions"));

        add(
                "01000",
                "a warning: the answer is right, and the user should know something about it",
                "historyStart",
                stage -> {
                    try (Statement statement = stage.connection().createStatement()) {
                        statement.executeQuery("SELECT COUNT(*) FROM sessions").next();
                        throw statement.getWarnings();
                    }
                });
        add("XX000", "the driver fails in a way that it did not expect: report it", "failed", stage -> {
            throw SqlErrors.of(new IllegalStateException("no such case"), null);
        });

        prepared("07001", "a parameter has no value", "parameter 1", statement -> statement.executeQuery());
        prepared("07009", "there is no parameter of that number", "parameter 9", statement -> statement.setInt(9, 1));
        prepared("07006", "a time of day for a day", "", statement -> statement.setObject(1, LocalTime.NOON));
        prepared("22007", "a text that is no day", "not a date", statement -> execute(statement, "soon", 1));
        prepared("07006", "a day for a number", "", statement -> statement.setObject(2, LocalDate.EPOCH));
        prepared(
                "22018",
                "a text that is no number",
                "not a whole number",
                statement -> execute(statement, LocalDate.of(2026, 3, 2), "many"));
        prepared(
                "22003",
                "a number too large",
                "does not fit",
                statement -> execute(statement, LocalDate.of(2026, 3, 2), "99999999999999999999"));
        prepared(
                "0A000",
                "SQL for a statement that has its own",
                "prepared",
                statement -> statement.executeQuery("SELECT 1"));
        prepared("25006", "executeUpdate of a query", "only reads", PreparedStatement::executeUpdate);
        prepared("25006", "a batch", "only reads", PreparedStatement::addBatch);
        prepared("55000", "a closed statement", "closed", statement -> {
            statement.close();
            statement.executeQuery();
        });

        row("24000", "no row has been read", "next()", rows -> rows.getString(1), "fresh");
        row("07009", "there is no column of that number", "column 99", rows -> rows.getString(99));
        row("07009", "there is no column of that name", "nosuch", rows -> rows.getString("nosuch"));
        row("07006", "a day read as a number", "DATE", rows -> rows.getInt("date"));
        row("07006", "a number read as a day", "date", rows -> rows.getDate("sessions_count"));
        row("07006", "a class that fits nothing", "java.lang.Thread", rows -> rows.getObject(1, Thread.class));
        row("22018", "a text read as a number", "not a number", rows -> rows.getInt("company_name"));
        row("22018", "a text read as a truth value", "neither", rows -> rows.getBoolean("company_name"));
        row("22007", "a text read as a day", "not a date", rows -> rows.getDate("company_name"));
        row("22003", "a number read as a smaller type", "does not fit", rows -> rows.getByte(5));
        row("22023", "a class is missing", "class", rows -> rows.getObject(1, (Class<?>) null));
        row("0A000", "reading backwards", "forward", ResultSet::previous);
        row("0A000", "a type that does not exist here", "ARRAY", rows -> rows.getArray(1));
        row("0A000", "changing a row", "only reads", rows -> rows.updateInt(1, 1));
        row("55000", "a closed result", "closed", rows -> {
            rows.close();
            rows.next();
        });

        connection("08003", "a closed connection", "closed", connection -> {
            connection.close();
            return connection.createStatement();
        });
        connection("3F000", "there is no such schema to set", "nosuch", c -> {
            c.setSchema("nosuch");
            return null;
        });
        connection("0A000", "stored procedures", "procedures", c -> c.prepareCall("{call x()}"));
        connection("0A000", "savepoints", "savepoints", Connection::setSavepoint);
        connection("0A000", "large objects", "CLOB", Connection::createClob);
        connection("0A000", "a class it does not wrap", "isWrapperFor", c -> c.unwrap(Statement.class));
        connection("22023", "a timeout below zero", "-1", c -> c.isValid(-1));
        connection("22023", "a holdability that does not exist", "99", c -> {
            c.setHoldability(99);
            return null;
        });
        connection("22023", "most rows below zero", "-1", c -> {
            c.createStatement().setMaxRows(-1);
            return null;
        });
        connection("22023", "a fetch size below zero", "-1", c -> {
            c.createStatement().setFetchSize(-1);
            return null;
        });
        connection("22023", "a query timeout below zero", "-1", c -> {
            c.createStatement().setQueryTimeout(-1);
            return null;
        });
    }

    private ErrorCases() {}

    static List<ErrorCase> all() {
        return List.copyOf(ALL);
    }

    /** Of a connection; the result is looked at by nobody. */
    interface Call<T> {
        @Nullable
        Object make(T object) throws SQLException;
    }

    /** Of a statement or a row; gives nothing. */
    interface Step<T> {
        void make(T object) throws SQLException;
    }

    private static void add(String state, String when, String says, Mistake mistake) {
        ALL.add(new ErrorCase(state, when, says, mistake));
    }

    private static void url(String state, String when, String says, String url, String... settings) {
        add(state, when, says, stage -> {
            Properties properties = new Properties();
            properties.setProperty("password", "no-key");
            for (int i = 0; i < settings.length; i += 2) {
                properties.setProperty(settings[i], settings[i + 1]);
            }
            DriverManager.getConnection(url, properties).close();
        });
    }

    private static void sql(String state, String when, String says, String sql) {
        add(state, when, says, stage -> SqlFixture.query(stage.connection(), sql));
    }

    private static void trouble(String state, String when, String says, String fault, String... settings) {
        add(state, when, says, stage -> {
            try (Connection connection = stage.troubled(fault, settings)) {
                SqlFixture.query(connection, "SELECT * FROM sessions" + DAY);
            }
        });
    }

    private static void prepared(String state, String when, String says, Step<PreparedStatement> step) {
        add(state, when, says, stage -> {
            try (PreparedStatement statement = stage.connection()
                    .prepareStatement("SELECT * FROM sessions WHERE date = ? AND sessions_count > ?")) {
                step.make(statement);
            }
        });
    }

    private static String framed(String preceding) {
        return "SELECT SUM(x) OVER (ORDER BY x ROWS " + preceding + " PRECEDING) FROM (VALUES (1)) AS t(x)";
    }

    private static void execute(PreparedStatement statement, Object day, Object sessions) throws SQLException {
        statement.setObject(1, day);
        statement.setObject(2, sessions);
        statement.executeQuery().next();
    }

    private static void row(String state, String when, String says, Step<ResultSet> step, String... fresh) {
        add(state, when, says, stage -> {
            try (Statement statement = stage.connection().createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT date, company_id, company_name, sessions_count, 300 FROM sessions" + DAY)) {
                if (fresh.length == 0) {
                    rows.next();
                }
                step.make(rows);
            }
        });
    }

    private static void connection(String state, String when, String says, Call<Connection> call) {
        add(state, when, says, stage -> {
            try (Connection connection = stage.with()) {
                call.make(connection);
            }
        });
    }
}
