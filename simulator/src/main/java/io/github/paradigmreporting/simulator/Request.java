package io.github.paradigmreporting.simulator;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 request, its body read and thrown away.
 *
 * @param method in capitals
 * @param path the path as sent
 * @param query the query as sent, without the question mark; empty when there is none
 * @param headers by lower-case name; the last of a repeated one
 * @param keepAlive whether the client wants to go on with this connection
 * @param chunks whether the client understands chunked answers
 */
record Request(
        String method, String path, String query, Map<String, String> headers, boolean keepAlive, boolean chunks) {
    private static final int LONGEST_LINE = 64 * 1024;

    /** The next request of a connection, or null when the client has closed it. */
    static @Nullable Request read(BufferedInputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new MalformedRequest("not an HTTP/1 request line");
        }
        Map<String, String> headers = headers(in);
        skipBody(in, headers);
        boolean modern = parts[2].equals("HTTP/1.1");
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean keepAlive = modern ? !connection.contains("close") : connection.contains("keep-alive");
        String target = parts[1];
        int mark = target.indexOf('?');
        return new Request(
                parts[0],
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                keepAlive && modern,
                modern);
    }

    /** Path and query, as sent. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    String host() {
        return headers.getOrDefault("host", "localhost");
    }

    /** The decoded query parameters; the last of a repeated one, as Django takes it. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    boolean acceptsGzip() {
        for (String coding : headers.getOrDefault("accept-encoding", "").split(",", -1)) {
            String[] parts = coding.strip().toLowerCase(Locale.ROOT).split(";", -1);
            if (parts[0].strip().equals("gzip")) {
                return parts.length < 2 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    private static Map<String, String> headers(BufferedInputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        while (true) {
            String line = line(in);
            if (line == null) {
                throw new MalformedRequest("the request ends within its headers");
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new MalformedRequest("a header line without a colon");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private static void skipBody(BufferedInputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            throw new MalformedRequest("a chunked request body; no endpoint takes one");
        }
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,9}")) {
            throw new MalformedRequest("a Content-Length that is no number");
        }
        in.skipNBytes(Long.parseLong(length));
    }

    private static @Nullable String line(BufferedInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b != '\n') {
            if (b < 0 || line.length() == LONGEST_LINE) {
                throw new MalformedRequest("a line without end");
            }
            if (b != '\r') {
                line.append((char) b);
            }
            b = in.read();
        }
        return line.toString();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text; // as Django does: taken as it stands, and refused by the field that it is for
        }
    }

    /** A request that is not HTTP/1 as this server speaks it. */
    static final class MalformedRequest extends IOException {
        private static final long serialVersionUID = 1;

        MalformedRequest(String what) {
            super(what);
        }
    }
}
