package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.calcite.avatica.remote.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Avatica's thin client against a server of ours. */
class ServerTest {
    private static final String SQL = "SELECT date, company_id, company_name, average_session_length, sessions_count"
            + " FROM sessions WHERE date BETWEEN DATE '2026-03-01' AND DATE '2026-03-31' ORDER BY date, company_id";
    private static final LocalDate FROM = LocalDate.parse("2026-03-01");
    private static final LocalDate TO = LocalDate.parse("2026-03-31");

    private ParadigmSimulator simulator;
    private Server server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
        Path users = Files.writeString(folder.resolve("users"), "# team\nana:pass:word\n\nben:other\n");
        Properties properties = new Properties();
        properties.setProperty("ssl", "false");
        properties.setProperty("password", simulator.key());
        server = Server.start(
                ServerOptions.parse(List.of("--listen", "127.0.0.1:0", "--users", users.toString()), Map.of()),
                ConnectionSpec.of(SqlFixture.url(simulator), properties).at(simulator.clock()));
    }

    @AfterEach
    void stop() {
        server.close();
        simulator.close();
    }

    @Test
    void answersTheSameFiguresAsTheDriver() throws SQLException {
        try (Connection thin = connect("ana", "pass:word");
                Statement statement = thin.createStatement();
                ResultSet rows = statement.executeQuery(SQL);
                Connection direct = SqlFixture.connect(simulator)) {
            assertThat(SqlFixture.rows(rows)).isEqualTo(SqlFixture.query(direct, SQL));
        }
    }

    @Test
    void answersPreparedStatementsAndMetadata() throws SQLException {
        try (Connection thin = connect("ben", "other");
                PreparedStatement statement =
                        thin.prepareStatement("SELECT SUM(sessions_count) FROM sessions WHERE date BETWEEN ? AND ?")) {
            statement.setDate(1, Date.valueOf(FROM));
            statement.setDate(2, Date.valueOf(TO));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getLong(1))
                        .isEqualTo(simulator
                                .dataset()
                                .totals(Reports.SESSIONS, FROM, TO, java.util.Set.of())
                                .sums()
                                .get("sessions_count"));
            }
            try (ResultSet columns = thin.getMetaData().getColumns(null, "paradigm", "feedback", "likes_count")) {
                assertThat(columns.next()).isTrue();
                assertThat(columns.getString("TYPE_NAME")).isEqualTo("BIGINT");
            }
        }
    }

    @Test
    void asksTheInstanceOnceForEverybody() throws SQLException {
        for (String user : List.of("ana/pass:word", "ben/other", "ana/pass:word")) {
            try (Connection thin = connect(user.split("/", 2)[0], user.split("/", 2)[1]);
                    Statement statement = thin.createStatement();
                    ResultSet rows = statement.executeQuery(SQL)) {
                assertThat(rows.next()).isTrue();
            }
        }
        assertThat(simulator.journal().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ana, wrong", "ana, ''", "nobody, ''", "nobody, pass:word"})
    void letsNobodyInWithoutThePassword(String user, String password) {
        assertThatThrownBy(() -> connect(user, password)).hasStackTraceContaining("401");
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void passesErrorsOnWithTheirState() throws SQLException {
        try (Connection thin = connect("ana", "pass:word");
                Statement statement = thin.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT nosuch FROM sessions"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42703"))
                    .hasMessageContaining("nosuch");
        }
    }

    @ParameterizedTest
    @CsvSource({"1048576, 200", "1048577, 400"})
    void readsQuestionsOfUpToAMebibyte(int length, int status) throws Exception {
        String question = "{\"request\":\"openConnection\",\"connectionId\":\"long" + length + "\",\"info\":{}}";
        HttpURLConnection http =
                (HttpURLConnection) URI.create(server.url()).toURL().openConnection();
        http.setRequestMethod("POST");
        http.setDoOutput(true);
        http.setRequestProperty(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("ana:pass:word".getBytes(StandardCharsets.UTF_8)));
        try (OutputStream out = http.getOutputStream()) {
            out.write((question + " ".repeat(length - question.length())).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(http.getResponseCode()).isEqualTo(status);
    }

    /** A proxy or an address of a client's choice would see the key. */
    @Test
    void takesNoSettingsFromClients() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("proxy", "127.0.0.1:1");
        properties.setProperty("historyStart", "no day");
        try (Connection thin = new Driver().connect(url("ana", "pass:word"), properties);
                Statement statement = thin.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            assertThat(rows.next()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            --listen 0.0.0.0:0,     needs --users
            --listen nowhere,       expected host:port
            --users /no/such/file,  cannot be read
            --port 80,              called wrongly
            --key-store /no/file,   needs a password
            --key-store-password-file /no/file, no use without --key-store
            --key-store /no/file --key-store-password-file /no/file, cannot be read
            --listen,               called wrongly
            """)
    void refusesToStartWithoutSense(String arguments, String problem) {
        assertThatThrownBy(() -> ServerOptions.parse(List.of(arguments.split(" ", -1)), Map.of()))
                .isInstanceOf(ServerOptions.Misused.class)
                .hasMessageContaining(problem);
    }

    private Connection connect(String user, String password) throws SQLException {
        return new Driver().connect(url(user, password), new Properties());
    }

    private String url(String user, String password) {
        return "jdbc:avatica:remote:url=" + server.url() + ";authentication=BASIC;avatica_user=" + user
                + ";avatica_password=" + password;
    }
}
