package io.github.paradigmreporting.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One request and the answer to it. Used by one thread. */
final class Exchange {
    /** The date format of HTTP, always two digits for the day. */
    static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Request request;
    private final Connection connection;
    private @Nullable AnswerBody wire;
    private boolean reusable;

    Exchange(Request request, Connection connection) {
        this.request = request;
        this.connection = connection;
    }

    Request request() {
        return request;
    }

    /** Whether another request may follow on this connection. */
    boolean reusable() {
        return reusable;
    }

    /** How many bytes of the body have gone out. */
    long bytesSent() {
        return wire == null ? 0 : wire.sent();
    }

    void pause(Duration time) throws IOException {
        connection.pause(time);
    }

    void reset() throws IOException {
        connection.reset();
    }

    /**
     * Sends an answer whose body is made while it is sent.
     *
     * @param head status and headers
     * @param gzip whether to compress it
     * @param trouble what happens to the body on its way
     * @param ending told the bytes of the body just before its end can reach the client
     * @param body writes the body
     */
    void send(Head head, boolean gzip, Trouble trouble, AnswerBody.Ending ending, Body body) throws IOException {
        if (gzip) {
            head.headers().put("Content-Encoding", "gzip");
        }
        boolean bodyless = request.method().equals("HEAD") || head.status() == 304;
        AnswerBody plain = new AnswerBody(this, head, bodyless, trouble, ending);
        wire = plain;
        OutputStream out = gzip ? new FastGzip(plain) : plain;
        body.write(out);
        out.close();
        reusable = request.keepAlive();
    }

    /** Sends an answer as it is, right or not, and then ends the connection. */
    void sendAsIs(Head head, String framing, byte[] body, AnswerBody.Ending ending) throws IOException {
        writeHead(head, framing);
        ending.at(body.length);
        raw().write(body);
        raw().flush();
    }

    void writeHead(Head head, String framing) throws IOException {
        StringBuilder text = new StringBuilder(256);
        text.append("HTTP/1.1 ")
                .append(head.status())
                .append(' ')
                .append(Head.reason(head.status()))
                .append("\r\n");
        text.append("Date: ").append(HTTP_DATE.format(head.date())).append("\r\n");
        text.append("Server: paradigm-reporting-simulator\r\n");
        head.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        text.append(framing);
        text.append(request.keepAlive() ? "" : "Connection: close\r\n");
        text.append("\r\n");
        connection.out().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    OutputStream raw() {
        return connection.out();
    }

    /** Compresses as fast as it can, as web servers do that compress while they send. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Writes the content of an answer. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Status and headers of an answer.
     *
     * @param status the status
     * @param date value of the {@code Date} header
     * @param headers further headers
     */
    record Head(int status, Instant date, Map<String, String> headers) {
        static Head of(int status, Instant date, String contentType) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Content-Type", contentType);
            return new Head(status, date, headers);
        }

        static String reason(int status) {
            return switch (status) {
                case 200 -> "OK";
                case 204 -> "No Content";
                case 301 -> "Moved Permanently";
                case 302 -> "Found";
                case 303 -> "See Other";
                case 307 -> "Temporary Redirect";
                case 308 -> "Permanent Redirect";
                case 400 -> "Bad Request";
                case 401 -> "Unauthorized";
                case 403 -> "Forbidden";
                case 404 -> "Not Found";
                case 405 -> "Method Not Allowed";
                case 429 -> "Too Many Requests";
                case 500 -> "Internal Server Error";
                case 502 -> "Bad Gateway";
                case 503 -> "Service Unavailable";
                case 504 -> "Gateway Timeout";
                default -> "Status " + status;
            };
        }
    }
}
