package io.github.paradigmreporting.core.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request and its answer on a connection of their own, with the headers of the script only: no Date of this machine. */
final class PlainExchange extends HttpExchange {
    private final Socket socket;
    private final String method;
    private final URI uri;
    private final Headers requestHeaders = new Headers();
    private final Headers responseHeaders = new Headers();
    private int status = -1;

    PlainExchange(Socket socket) throws IOException {
        this.socket = socket;
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String[] start = line(in).split(" ", 3);
        this.method = start[0];
        this.uri = URI.create(start[1]);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            requestHeaders.add(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
    }

    private static String line(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the client hung up before its request was whole");
        }
        return line;
    }

    /** As in the JDK's server: a length of 0 means a body of unknown length, here to the end of the connection. */
    @Override
    public void sendResponseHeaders(int code, long length) throws IOException {
        status = code;
        StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " Scripted\r\nConnection: close\r\n");
        responseHeaders.forEach((name, values) -> values.forEach(
                value -> head.append(name).append(": ").append(value).append("\r\n")));
        if (length != 0) {
            head.append("Content-Length: ").append(Math.max(0, length)).append("\r\n");
        }
        getResponseBody().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public Headers getRequestHeaders() {
        return requestHeaders;
    }

    @Override
    public Headers getResponseHeaders() {
        return responseHeaders;
    }

    @Override
    public URI getRequestURI() {
        return uri;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public InputStream getRequestBody() {
        return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getResponseBody() {
        try {
            return socket.getOutputStream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public HttpContext getHttpContext() {
        throw new UnsupportedOperationException("there are no contexts");
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return null;
    }

    @Override
    public void setAttribute(String name, Object value) {
        throw new UnsupportedOperationException("there are no attributes");
    }

    @Override
    public void setStreams(InputStream in, OutputStream out) {
        throw new UnsupportedOperationException("streams are the connection's");
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
        return null;
    }
}
