package io.github.paradigmreporting.core.client;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A real HTTP server on loopback that answers what a test told it to, in order; the last answer repeats. */
final class ScriptedServer implements AutoCloseable {
    /** One answer. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** What came: path with query, and the headers that matter. */
    record Asked(String uri, String authorization, String userAgent, String acceptEncoding, String cacheControl) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch hung = new CountDownLatch(1);
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    ScriptedServer(Answer... script) {
        answers.addAll(List.of(script));
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::serve);
    }

    URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                // The test is over.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            handle(new PlainExchange(socket));
        } catch (IOException e) {
            // The client has hung up.
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(new Asked(
                exchange.getRequestURI().toString(),
                String.valueOf(headers.getFirst("Authorization")),
                String.valueOf(headers.getFirst("User-Agent")),
                String.valueOf(headers.getFirst("Accept-Encoding")),
                String.valueOf(headers.getFirst("Cache-Control"))));
        Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        try (exchange) {
            answer.to(exchange);
        }
    }

    static Answer json(String body) {
        return status(200, body);
    }

    static Answer status(int status, String body, String... headers) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Promises the whole body, sends the first bytes and hangs up. */
    static Answer cutAfter(int sent, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, sent);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends the headers and the first bytes, then nothing until the server closes. */
    Answer stallAfter(int sent, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, sent);
            exchange.getResponseBody().flush();
            hang();
        };
    }

    /** Sends documents for ever; counts down when the other side has hung up. */
    Answer endless(CountDownLatch hungUp) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            String start =
                    "{\"reporting\": [{\"company\": {\"id\": 1}, \"dates\": [{\"date\": \"2026-03-02\", \"documents\": [";
            try {
                exchange.getResponseBody().write(start.getBytes(StandardCharsets.UTF_8));
                for (long id = 1; ; id++) {
                    String document = "{\"document_id\": " + id + ", \"usage_count\": 1},";
                    exchange.getResponseBody().write(document.getBytes(StandardCharsets.UTF_8));
                    if (id % 1000 == 0) {
                        hung.countDown();
                    }
                }
            } catch (IOException e) {
                hungUp.countDown();
                throw e;
            }
        };
    }

    /** Never answers. */
    Answer silence() {
        return exchange -> hang();
    }

    private void hang() {
        hung.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
