package io.github.paradigmreporting.core.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on loopback: used documents of one company, so many a day, for whatever days are asked. */
final class DayServer implements AutoCloseable {
    /** The days of each request, as {@code from..to}. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers wait for this. */
    volatile CountDownLatch open = new CountDownLatch(0);

    /** Counts down when a caller hangs up before he has his answer. */
    final CountDownLatch hungUp = new CountDownLatch(1);

    private final int documentsPerDay;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    DayServer(int documentsPerDay) {
        this.documentsPerDay = documentsPerDay;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/v2/reporting/used-documents/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        LocalDate from = LocalDate.parse(query.replaceAll(".*start_date=([0-9-]+).*", "$1"));
        LocalDate to = LocalDate.parse(query.replaceAll(".*end_date=([0-9-]+).*", "$1"));
        asked.add(from + ".." + to);
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            open.await();
            write(from, to, exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            hungUp.countDown();
            throw e;
        }
    }

    private void write(LocalDate from, LocalDate to, OutputStream body) throws IOException {
        try (PrintStream out =
                new PrintStream(new BufferedOutputStream(body, 1 << 16), false, StandardCharsets.UTF_8)) {
            out.print("\"reporting\":[{\"company\":{\"id\":1,\"name\":\"Northwind\"},\"dates\":[");
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                out.print((day.equals(from) ? "" : ",") + "{\"date\":\"" + day + "\",\"documents\":[");
                for (int i = 1; i <= documentsPerDay; i++) {
                    out.print((i == 1 ? "" : ",") + "{\"document_id\":" + i + ",\"document_filename\":\"report-" + i
                            + ".pdf\",\"document_title\":\"Report " + i + "\",\"usage_count\":3}");
                    if (out.checkError()) {
                        throw new IOException("the caller hung up");
                    }
                }
                out.print("]}");
            }
            out.print("]}]}");
        }
    }

    @Override
    public void close() {
        open.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
