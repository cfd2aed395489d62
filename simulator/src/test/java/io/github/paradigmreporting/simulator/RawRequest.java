package io.github.paradigmreporting.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose answer is not read; closing it is what a client does that hangs up. */
final class RawRequest implements AutoCloseable {
    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    static RawRequest to(ParadigmSimulator simulator, String target) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), simulator.baseUrl().getPort());
        String head = "GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + simulator.key() + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new RawRequest(socket);
    }

    /** Waits for the answer's first byte, which tells how it goes on. */
    int firstByte() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
