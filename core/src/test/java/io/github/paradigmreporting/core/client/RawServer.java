package io.github.paradigmreporting.core.client;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** A server on loopback that sends the bytes of a script, one answer per connection; the last one repeats. */
final class RawServer implements AutoCloseable {
    /** One answer; the connection stays open after it where it should. */
    static final class Sent {
        private final byte[] bytes;
        private final boolean open;

        private Sent(byte[] bytes, boolean open) {
            this.bytes = bytes;
            this.open = open;
        }
    }

    final AtomicInteger requests = new AtomicInteger();
    private final Deque<Sent> script;
    private final ServerSocket server;
    private final List<Socket> open = new java.util.concurrent.CopyOnWriteArrayList<>();

    RawServer(Sent... script) {
        this.script = new ConcurrentLinkedDeque<>(List.of(script));
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException e) {
                // The client or the test has closed it.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        requests.incrementAndGet();
        Sent sent = script.size() > 1 ? script.removeFirst() : script.getFirst();
        socket.getOutputStream().write(sent.bytes);
        socket.getOutputStream().flush();
        if (sent.open) {
            open.add(socket);
        } else {
            socket.close();
        }
    }

    /** Closes the connection without an answer. */
    static Sent nothing() {
        return new Sent(new byte[0], false);
    }

    /** A status line of 200 with these headers, and a body; then the connection is closed. */
    static Sent ok(byte[] body, String... headers) {
        return new Sent(bytes(body, headers), false);
    }

    /** The same, but the connection stays open. */
    static Sent okAndWait(byte[] body, String... headers) {
        return new Sent(bytes(body, headers), true);
    }

    /** These bytes, whatever they are; then the connection is closed. */
    static Sent raw(String text) {
        return new Sent(text.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    private static byte[] bytes(byte[] body, String... headers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
        for (String header : headers) {
            all.writeBytes((header + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        all.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
