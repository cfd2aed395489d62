package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator behind a TLS endpoint whose certificate nobody knows but the store made here. */
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder = Path.of("");

    private final World world = new World();
    private final CamelContext context = world.context();
    private @Nullable HttpsServer server;

    @BeforeAll
    static void makeACertificate() throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String made = "-genkeypair -alias one -keyalg RSA -dname CN=localhost -ext san=dns:localhost -storetype PKCS12"
                + " -storepass " + PASSWORD + " -keystore ";
        Process process = new ProcessBuilder(List.of((keytool + " " + made + folder.resolve("store.p12")).split(" ")))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @BeforeEach
    void startTheServer() throws Exception {
        SSLContextParameters own = parameters();
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(own.getTrustManagers().getKeyStore());
        keys.setKeyPassword(PASSWORD);
        own.setKeyManagers(keys);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own.createSSLContext(context)));
        server.createContext("/", this::handOn);
        server.start();
        ParadigmReportingComponent component = component();
        component
                .getConfiguration()
                .setBaseUrl("https://localhost:" + server.getAddress().getPort());
        component.getConfiguration().setAttempts(1);
        // The JDK's server dates its answers by the machine's clock.
        component.useClock(Clock.systemUTC());
        context.start();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        world.close();
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void trustsWhatTheParametersOfTheEndpointTrust() {
        context.getRegistry().bind("mine", parameters());

        assertThat(ask("?sslContextParameters=#mine"))
                .hasSize(world.truth(Reports.SESSIONS).size());
    }

    @Test
    void trustsWhatTheParametersOfTheContextTrustWhenToldTo() {
        context.setSSLContextParameters(parameters());

        assertThatThrownBy(() -> ask("")).isInstanceOf(CamelExecutionException.class);
        component().setUseGlobalSslContextParameters(true);
        assertThat(ask("?attempts=2")).hasSize(world.truth(Reports.SESSIONS).size());
    }

    @Test
    void prefersItsOwnTrustStoreToTheParametersOfTheContext() {
        context.setSSLContextParameters(new SSLContextParameters());
        component().setUseGlobalSslContextParameters(true);

        assertThat(ask("?trustStore=" + store() + "&trustStorePassword=" + PASSWORD))
                .isNotEmpty();
    }

    @Test
    void refusesParametersTogetherWithATrustStore() {
        context.getRegistry().bind("mine", parameters());

        assertThatThrownBy(() -> ask("?sslContextParameters=#mine&trustStore=" + store()))
                .hasStackTraceContaining("trustStore")
                .hasStackTraceContaining("together with an SSL context");
    }

    @Test
    void saysWhichParametersMakeNoContext() {
        SSLContextParameters broken = parameters();
        broken.getTrustManagers().getKeyStore().setPassword("another");
        context.getRegistry().bind("mine", broken);

        assertThatThrownBy(() -> ask("?sslContextParameters=#mine"))
                .hasStackTraceContaining("no SSL context can be made from the sslContextParameters");
    }

    private List<?> ask(String options) {
        return context.createFluentProducerTemplate()
                .to("paradigm-reporting:sessions" + options)
                .request(List.class);
    }

    private ParadigmReportingComponent component() {
        return context.getComponent("paradigm-reporting", ParadigmReportingComponent.class);
    }

    private static Path store() {
        return folder.resolve("store.p12");
    }

    private static SSLContextParameters parameters() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + store());
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(world.simulator().baseUrl().resolve(exchange.getRequestURI()))
                                    .header(
                                            "Authorization",
                                            exchange.getRequestHeaders().getFirst("Authorization"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
