package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.calcite.avatica.remote.Driver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Avatica's thin client against a server of ours that speaks TLS. */
class ServerTlsTest {
    private static final String PASSWORD = "marker-of-the-key-store";
    private static final String SQL = "SELECT COUNT(*) FROM sessions WHERE date = DATE '2026-03-03'";

    private static Path folder;
    private static ParadigmSimulator simulator;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(Files.newInputStream(store()), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", own.getCertificate("server"));
        try (OutputStream out = Files.newOutputStream(trust())) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.writeString(folder.resolve("users"), "ana:secret\n");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void answersAClientThatTrustsItsCertificate() throws Exception {
        try (Server server = server(options("--key-store-password-file", "password"));
                Connection thin = connect(server, ";truststore=" + trust() + ";truststore_password=" + PASSWORD);
                Statement statement = thin.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            assertThat(server.url()).startsWith("https://localhost:");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isPositive();
        }
    }

    @Test
    void isNotTrustedByAClientThatDoesNotKnowItsCertificate() throws Exception {
        try (Server server = server(ServerOptions.parse(
                List.of("--listen", "localhost:0", "--key-store", store().toString()),
                Map.of(ServerTls.PASSWORD, PASSWORD)))) {
            assertThatThrownBy(() -> connect(server, "")).hasStackTraceContaining("certification path");
        }
    }

    @Test
    void refusesAKeyStoreThatCannotServe() throws Exception {
        Files.writeString(folder.resolve("wrong"), "another-marker");
        assertThatThrownBy(() -> options("--key-store-password-file", "wrong"))
                .isInstanceOf(ServerOptions.Misused.class)
                .hasMessageContainingAll("cannot be read as PKCS12", store().toString(), ServerTls.PASSWORD)
                .hasMessageNotContainingAny("marker");
        assertThatThrownBy(() -> ServerOptions.parse(
                        List.of("--key-store", trust().toString()), Map.of(ServerTls.PASSWORD, PASSWORD)))
                .isInstanceOf(ServerOptions.Misused.class)
                .hasMessageContaining("has no private key")
                .hasMessageNotContainingAny("marker");
        assertThat(options("--key-store-password-file", "password").toString())
                .contains("TLS")
                .doesNotContain("marker", "secret");
    }

    private static ServerOptions options(String option, String file) throws ServerOptions.Misused {
        return ServerOptions.parse(
                List.of(
                        "--listen",
                        "localhost:0",
                        "--users",
                        folder.resolve("users").toString(),
                        "--key-store",
                        store().toString(),
                        option,
                        folder.resolve(file).toString()),
                Map.of());
    }

    private static Server server(ServerOptions options) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("ssl", "false");
        properties.setProperty("password", simulator.key());
        return Server.start(
                options,
                ConnectionSpec.of(SqlFixture.url(simulator), properties).at(simulator.clock()));
    }

    private static Connection connect(Server server, String more) throws SQLException {
        return new Driver()
                .connect(
                        "jdbc:avatica:remote:url=" + server.url()
                                + ";authentication=BASIC;avatica_user=ana;avatica_password=secret" + more,
                        new Properties());
    }

    private static Path store() {
        return folder.resolve("server.p12");
    }

    private static Path trust() {
        return folder.resolve("trust.p12");
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store().toString()));
        command.addAll(1, List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
