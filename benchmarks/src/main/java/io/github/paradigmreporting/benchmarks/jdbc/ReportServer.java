package io.github.paradigmreporting.benchmarks.jdbc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An instance on this machine that has its answers ready, so that what is measured is the client. It can take as long as
 * a real one and work on few requests at once. It checks nothing and never compresses.
 */
final class ReportServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final int documentsPerDay;
    private final Semaphore permits;
    private final Pace pace;

    /**
     * How fast it answers.
     *
     * @param permits requests worked on at once
     * @param request ms for each
     * @param day further ms for each day asked for
     */
    record Pace(int permits, int request, int day) {
        static final Pace AT_ONCE = new Pace(Integer.MAX_VALUE, 0, 0);
    }

    ReportServer(int documentsPerDay, Pace pace, @Nullable SSLContext tls) throws IOException {
        this.documentsPerDay = documentsPerDay;
        this.pace = pace;
        this.permits = new Semaphore(pace.permits());
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (tls == null) {
            server = HttpServer.create(address, 0);
        } else {
            HttpsServer https = HttpsServer.create(address, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            server = https;
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** For the driver. */
    String jdbcUrl(String settings) {
        String ssl = server instanceof HttpsServer ? "" : "ssl=false&";
        return "jdbc:paradigm://localhost:" + port() + "?" + ssl + "requestsPerMinute=100000" + settings;
    }

    /** For others. */
    String baseUrl() {
        return (server instanceof HttpsServer ? "https" : "http") + "://localhost:" + port();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        LocalDate from = day(query, "start_date");
        LocalDate to = day(query, "end_date");
        permits.acquireUninterruptibly();
        try {
            LockSupport.parkNanos(
                    Duration.ofMillis(pace.request() + pace.day() * (ChronoUnit.DAYS.between(from, to) + 1))
                            .toNanos());
            byte[] body = answers.computeIfAbsent(
                    path + from + to,
                    any -> new ReportJson(from, to, path.contains("documents") ? documentsPerDay : 0).bytes());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } finally {
            permits.release();
            exchange.close();
        }
    }

    private static LocalDate day(String query, String name) {
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith(name + "=")) {
                return LocalDate.parse(parameter.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException(query);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
