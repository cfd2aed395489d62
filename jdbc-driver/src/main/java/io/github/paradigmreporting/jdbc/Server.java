package io.github.paradigmreporting.jdbc;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.calcite.avatica.AvaticaSeverity;
import org.apache.calcite.avatica.jdbc.JdbcMeta;
import org.apache.calcite.avatica.metrics.noop.NoopMetricsSystem;
import org.apache.calcite.avatica.remote.AvaticaRuntimeException;
import org.apache.calcite.avatica.remote.Handler.HandlerResponse;
import org.apache.calcite.avatica.remote.JsonHandler;
import org.apache.calcite.avatica.remote.LocalService;
import org.apache.calcite.avatica.remote.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver behind Avatica's HTTP protocol, in JSON: a team shares one key and one day store through Avatica's thin
 * client. Not in Protobuf, whose messages carry Java class names: those in the jar are relocated. What clients set on
 * their connections does not reach the instance's settings. Safe for threads.
 */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int MOST_BYTES = 1 << 20;
    private static final int THREADS = 16;

    private final HttpServer http;
    private final String url;
    private final ExecutorService threads;
    private final JsonHandler json;

    private Server(HttpServer http, String url, ExecutorService threads, LocalService service) {
        this.http = http;
        this.url = url;
        this.threads = threads;
        service.setRpcMetadata(new Service.RpcMetadataResponse(http.getAddress().toString()));
        this.json = new JsonHandler(withStates(service), NoopMetricsSystem.getInstance());
    }

    static Server start(ServerOptions options, ConnectionSpec spec) throws IOException, SQLException {
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, run -> new Thread(run, "paradigm-jdbc-server-" + number.incrementAndGet()));
        HttpServer http = listening(options);
        String url = (options.tls() == null ? "http://" : "https://")
                + options.address().getHostString() + ":" + http.getAddress().getPort();
        Server server = new Server(
                http, url, threads, new LocalService(new Connections(spec), NoopMetricsSystem.getInstance()));
        HttpContext context = http.createContext("/", server::answer);
        if (!options.users().isEmpty()) {
            context.setAuthenticator(new Users(options.users()));
        }
        http.setExecutor(threads);
        http.start();
        return server;
    }

    private static HttpServer listening(ServerOptions options) throws IOException {
        SSLContext tls = options.tls();
        if (tls == null) {
            return HttpServer.create(options.address(), 0);
        }
        HttpsServer https = HttpsServer.create(options.address(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        return https;
    }

    /** Where clients find it. */
    String url() {
        return url;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (!exchange.getRequestMethod().equals("POST") || question.length == 0 || question.length > MOST_BYTES) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            HandlerResponse<String> response;
            try {
                response = json.apply(new String(question, StandardCharsets.UTF_8));
            } catch (RuntimeException e) {
                LOG.warn("a question from {} cannot be read: {}", exchange.getRemoteAddress(), e.toString());
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            byte[] answer = response.getResponse().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.getStatusCode(), answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Avatica passes on messages alone, unless the exception is of its own kind; clients want the SQLState, too. */
    private static Service withStates(Service service) {
        return (Service) Proxy.newProxyInstance(
                Server.class.getClassLoader(), new Class<?>[] {Service.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(service, arguments);
                    } catch (InvocationTargetException e) {
                        for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
                            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                                throw new AvaticaRuntimeException(
                                        String.valueOf(sql.getMessage()),
                                        sql.getErrorCode(),
                                        sql.getSQLState(),
                                        AvaticaSeverity.ERROR);
                            }
                        }
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    /** Connections of clients: all with the server's settings and key. */
    private static final class Connections extends JdbcMeta {
        private final ParadigmDriver driver = new ParadigmDriver();
        private final ConnectionSpec spec;

        Connections(ConnectionSpec spec) throws SQLException {
            super(spec.url().redacted(), new Properties());
            this.spec = spec;
        }

        /** A client's own settings are left out: a proxy of his choice would see the key. */
        @Override
        protected Connection createConnection(String url, Properties info) throws SQLException {
            return driver.connect(spec);
        }
    }

    /** Names and passwords, compared in constant time. */
    private static final class Users extends BasicAuthenticator {
        private final Map<String, String> users;

        Users(Map<String, String> users) {
            super("paradigm-reporting", StandardCharsets.UTF_8);
            this.users = users;
        }

        @Override
        public boolean checkCredentials(String name, String password) {
            String expected = users.getOrDefault(name, "");
            return MessageDigest.isEqual(
                            expected.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8))
                    && !expected.isEmpty();
        }
    }
}
