package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that stands out, looked for wherever text leaves the driver: logs at their finest, errors, names, metadata. */
class SecretHuntTest {
    private static final String MARKER = "marker-key-9876543210";
    private static final String DAY = " WHERE date = DATE '2026-03-02'";

    /** Strong references: loggers that nobody holds are forgotten, with their levels. */
    private final Logger root = Logger.getLogger("");

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final StringBuilder seen = new StringBuilder();
    private Level before;
    private ParadigmSimulator simulator;

    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line.getLoggerName() + " " + line.getMessage() + " " + stack(line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.ALL);
        collector.setLevel(Level.ALL);
        root.addHandler(collector);
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .key(MARKER)
                .start();
    }

    @AfterEach
    void stopListening() {
        simulator.close();
        root.removeHandler(collector);
        root.setLevel(before);
    }

    @Test
    void staysOutOfAllThatAConnectionShows() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("proxyPassword", MARKER);
        properties.setProperty("trustStorePassword", MARKER);
        String url = SqlFixture.url(simulator) + "?ssl=false&apiKey=" + MARKER;
        for (DriverPropertyInfo info : new ParadigmDriver().getPropertyInfo(url, properties)) {
            seen.append(info.name).append(info.value).append(info.description).append('\n');
        }
        try (Connection connection = SqlFixture.connect(url, new Properties());
                Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("SELECT * FROM sessions" + DAY);
                ResultSet rows = prepared.executeQuery()) {
            assertThat(rows.next()).isTrue();
            see(connection, statement, prepared, rows, rows.getMetaData(), connection.getMetaData());
            see(connection.getClientInfo(), ConnectionSpec.of(url, new Properties()), JdbcUrl.parse(url));
            for (SQLWarning w = connection.getWarnings(); w != null; w = w.getNextWarning()) {
                see(w);
            }
            for (Method method : DatabaseMetaData.class.getMethods()) {
                if (method.getParameterCount() == 0 && method.getReturnType() == String.class) {
                    see(method.invoke(connection.getMetaData()));
                }
            }
        }
        ParadigmDataSource source = new ParadigmDataSource();
        source.setUrl(url);
        source.setProxyPassword(MARKER);
        see(source, source.getUrl());

        assertThat(log).as("the hunt must hear the driver at all").anyMatch(line -> line.contains("paradigmreporting"));
        assertThat(seen.toString() + log).contains("jdbc:paradigm://").doesNotContain(MARKER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"401", "403", "404", "429", "500", "502 html", "cut 100", "reset", "302 to http://other.example"
            })
    void staysOutOfErrors(String fault) throws SQLException {
        simulator.faults().add("*=" + fault);
        try (Connection connection = SqlFixture.connect(
                SqlFixture.url(simulator) + "?ssl=false&attempts=1&password=" + MARKER, new Properties())) {
            Throwable thrown = catchThrowable(() -> SqlFixture.query(connection, "SELECT * FROM sessions" + DAY));

            assertThat(thrown).isInstanceOf(SQLException.class);
            assertThat(stack(thrown) + log).doesNotContain(MARKER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:paradigm://me:" + MARKER + "@host",
                "jdbc:paradigm://" + MARKER + "%zz@host",
                "jdbc:paradigm://host?apiKey=" + MARKER + "%zz",
                "jdbc:paradigm://host?apikey=" + MARKER,
                "jdbc:paradigm://host?apiKey=" + MARKER + "&apiKey=" + MARKER,
                "jdbc:paradigm://host?windowDays=0&apiKey=" + MARKER,
                "jdbc:paradigm:host?apiKey=" + MARKER,
            })
    void staysOutOfErrorsAboutTheUrl(String url) {
        Throwable thrown = catchThrowable(() -> DriverManager.getConnection(url));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Main.run(List.of("--self-test", url), Map.of("PARADIGM_API_KEY", MARKER), out);
        Main.run(List.of("--support", url), Map.of("PARADIGM_API_KEY", MARKER), out);
        Main.run(List.of(url), Map.of("PARADIGM_API_KEY", MARKER), out);
        Main.run(List.of("--" + url), Map.of("PARADIGM_API_KEY", MARKER), out);

        assertThat(thrown).isInstanceOf(SQLException.class);
        assertThat(stack(thrown)).doesNotContain(MARKER);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("expected")
                .doesNotContain(MARKER);
    }

    private void see(Object... shown) {
        for (Object one : shown) {
            seen.append(one).append('\n');
        }
    }

    private static String stack(@org.jspecify.annotations.Nullable Throwable thrown) {
        StringWriter text = new StringWriter();
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
