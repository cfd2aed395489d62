package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.Settings;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private certificates and proxies. */
class NetworkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<SessionsDay> ONE_DAY = ReportQuery.of(Reports.SESSIONS, DAY, DAY);
    private static final String PASSWORD = "changeit";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    private static Path store() {
        return folder.resolve("store.p12");
    }

    /** A certificate for localhost that nobody in the world trusts. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store().toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }

    @Test
    void trustsThePrivateCertificateItWasGiven() throws Exception {
        HttpsServer server = httpsServer();
        try (ParadigmReportingClient client = client(
                        "https://localhost:" + server.getAddress().getPort())
                .set(Settings.TRUST_STORE, store().toString())
                .set(Settings.TRUST_STORE_PASSWORD, PASSWORD)
                .build()) {
            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void isAnsweredWhileTheCommonPoolWaitsForIt() throws Exception {
        HttpsServer server = httpsServer();
        CountDownLatch answered = new CountDownLatch(1);
        for (int i = 0; i <= 2 * ForkJoinPool.getCommonPoolParallelism(); i++) {
            ForkJoinPool.commonPool().execute(() -> {
                try {
                    answered.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        try (ParadigmReportingClient client = client(
                        "https://localhost:" + server.getAddress().getPort())
                .set(Settings.TRUST_STORE, store().toString())
                .set(Settings.TRUST_STORE_PASSWORD, PASSWORD)
                .set(Settings.ANSWER_TIMEOUT, "PT10S")
                .build()) {
            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
        } finally {
            answered.countDown();
            server.stop(0);
        }
    }

    @Test
    void showsItsOwnCertificateToWhoeverAsksForOne() throws Exception {
        HttpsServer server = httpsServer(true);
        String url = "https://localhost:" + server.getAddress().getPort();
        try (ParadigmReportingClient known = trusting(url)
                        .clientCertificate(store(), PASSWORD, "PKCS12")
                        .build();
                ParadigmReportingClient stranger = trusting(url).build()) {
            assertThat(known.rows(ONE_DAY).toList()).hasSize(1);
            assertThatThrownBy(() -> stranger.rows(ONE_DAY).toList()).isInstanceOf(ConnectionFailedException.class);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_RSA_WITH_AES_128_GCM_SHA256,       false",
        "TLS_RSA_WITH_AES_256_CBC_SHA,          false",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true"
    })
    void speaksOnlyWithForwardSecrecy(String suite, boolean spoken) throws Exception {
        HttpsServer server = httpsServer(false, suite);
        try (ParadigmReportingClient client =
                trusting("https://localhost:" + server.getAddress().getPort()).build()) {
            if (spoken) {
                assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
            } else {
                assertThatThrownBy(() -> client.rows(ONE_DAY).toList()).isInstanceOf(ConnectionFailedException.class);
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void namesTheKeyStoreThatItCannotUse() throws Exception {
        Path empty = folder.resolve("empty.p12");
        KeyStore nothing = KeyStore.getInstance("PKCS12");
        nothing.load(null, null);
        try (OutputStream out = Files.newOutputStream(empty)) {
            nothing.store(out, PASSWORD.toCharArray());
        }
        try (ParadigmReportingClient keyless = client("https://localhost:1")
                        .clientCertificate(empty, PASSWORD, "PKCS12")
                        .build();
                ParadigmReportingClient wrong = client("https://localhost:1")
                        .clientCertificate(store(), "another-password", "PKCS12")
                        .build()) {
            assertThatThrownBy(() -> keyless.rows(ONE_DAY).toList())
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("keyStore")
                    .hasMessageContaining("holds no private key");
            assertThatThrownBy(() -> wrong.rows(ONE_DAY).toList())
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("keyStorePassword")
                    .hasMessageNotContaining("another-password");
        }
    }

    @Test
    void refusesACertificateItDoesNotKnowAndNamesTheRemedy() throws Exception {
        HttpsServer server = httpsServer();
        try (ParadigmReportingClient client =
                client("https://localhost:" + server.getAddress().getPort()).build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("trustStore");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void trustsNobodyWhereNothingIsToBeSecured() throws Exception {
        HttpsServer server = httpsServer();
        try (SSLSocket socket = (SSLSocket) Certificates.none()
                .getSocketFactory()
                .createSocket("localhost", server.getAddress().getPort())) {
            assertThatThrownBy(socket::startHandshake)
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("No X509TrustManager");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void namesTheTrustStoreThatItCannotRead() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.p12"), "no key store");
        try (ParadigmReportingClient client = client("https://localhost:1")
                .set(Settings.TRUST_STORE, broken.toString())
                .build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("trustStore")
                    .hasMessageContaining("broken.p12");
        }
    }

    @Test
    void goesThroughTheProxyWithItsUser() {
        String[] authorization = new String[1];
        try (ScriptedServer proxy = new ScriptedServer(exchange -> {
                    authorization[0] = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
                    ScriptedServer.json(Answers.sessions(2, DAY, DAY)).to(exchange);
                });
                ParadigmReportingClient client = client("http://paradigm.example.com")
                        .set(Settings.ALLOW_PLAIN_HTTP, "true")
                        .set(Settings.PROXY, "localhost:" + proxy.url().getPort())
                        .set(Settings.PROXY_USER, "ada")
                        .set(Settings.PROXY_PASSWORD, "secret")
                        .build()) {
            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);

            assertThat(proxy.asked.get(0).uri()).startsWith("http://paradigm.example.com/api/v2/reporting/");
            assertThat(authorization[0]).isEqualTo("Basic YWRhOnNlY3JldA==");
        }
    }

    @Test
    void namesTheProxyThatDoesNotAnswer() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (ParadigmReportingClient client = client("https://paradigm.example.com")
                .set(Settings.PROXY, "localhost:" + closed)
                .build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("the connection through the proxy localhost:" + closed + " failed")
                    .hasMessageContaining("check baseUrl, proxy and network");
        }
    }

    @Test
    void namesTheProxyThatDoesNotExist() {
        try (ParadigmReportingClient client = client("https://paradigm.example.com")
                .set(Settings.PROXY, "proxy.invalid:3128")
                .build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("there is no host proxy.invalid, named as proxy; check proxy");
        }
    }

    private static ParadigmReportingClientBuilder client(String url) {
        return ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl(url)
                .apiKey("key")
                .attempts(1);
    }

    private static ParadigmReportingClientBuilder trusting(String url) {
        return client(url).set(Settings.TRUST_STORE, store().toString()).set(Settings.TRUST_STORE_PASSWORD, PASSWORD);
    }

    private static HttpsServer httpsServer() throws Exception {
        return httpsServer(false);
    }

    private static HttpsServer httpsServer(boolean asksForCertificates, String... suites) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        // The same certificate for both sides, since it is the only one that anybody has.
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(asksForCertificates);
                if (suites.length > 0) {
                    wanted.setProtocols(new String[] {"TLSv1.2"});
                    wanted.setCipherSuites(suites);
                }
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                ScriptedServer.json(Answers.sessions(2, DAY, DAY)).to(exchange);
            }
        });
        server.start();
        return server;
    }
}
