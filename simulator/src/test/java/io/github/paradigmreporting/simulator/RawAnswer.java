package io.github.paradigmreporting.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * What really came over the wire, asked with a bare socket: the head, the bytes after it, and how the connection ended.
 *
 * @param head status line and headers
 * @param body every byte after the head, chunk framing included
 * @param reset whether the connection was reset instead of closed
 */
record RawAnswer(String head, String body, boolean reset) {
    static RawAnswer to(ParadigmSimulator simulator, String target) {
        return to(
                simulator,
                "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + simulator.key(),
                "");
    }

    static RawAnswer to(ParadigmSimulator simulator, String head, String body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean reset = false;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), simulator.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            reset = readAll(socket.getInputStream(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String all = bytes.toString(StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        return end < 0
                ? new RawAnswer(all, "", reset)
                : new RawAnswer(all.substring(0, end), all.substring(end + 4), reset);
    }

    private static boolean readAll(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        try {
            in.transferTo(bytes);
            return false;
        } catch (SocketException e) {
            return true;
        }
    }
}
