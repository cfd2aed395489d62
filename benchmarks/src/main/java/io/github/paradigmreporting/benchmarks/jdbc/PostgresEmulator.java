package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/**
 * Not a PostgreSQL: a loopback server that says enough of its protocol for pgjdbc to connect without password or TLS and to
 * read a month of sessions. Whatever is asked, it answers with those same rows, planning and reading nothing, which is the
 * best that pgjdbc could meet.
 */
final class PostgresEmulator implements AutoCloseable {
    private static final int PROTOCOL_3 = 3 << 16;

    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());

    PostgresEmulator() throws IOException {
        Thread accepting = new Thread(this::accept, "postgres-emulator");
        accepting.setDaemon(true);
        accepting.start();
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + listener.getLocalPort()
                + "/reports?user=reader&sslmode=disable&gssEncMode=disable";
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread serving = new Thread(() -> serve(socket), "postgres-emulator-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), 1 << 16));
            byte[] startup = in.readNBytes(in.readInt() - Integer.BYTES);
            if (((startup[0] << 24) | (startup[1] << 16) | (startup[2] << 8) | startup[3]) != PROTOCOL_3) {
                throw new IOException("not a plain start of protocol 3");
            }
            PostgresAnswers answers = new PostgresAnswers(out);
            answers.welcome();
            while (answers.answer((char) in.readByte(), in.readNBytes(in.readInt() - Integer.BYTES))) {
                // until the client says good-bye
            }
        } catch (EOFException | SocketException e) {
            // The client is gone; a JVM that has measured does not always say good-bye.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
