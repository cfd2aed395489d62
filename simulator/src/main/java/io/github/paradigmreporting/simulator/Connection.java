package io.github.paradigmreporting.simulator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One client connection: its requests one after the other. Used by one thread. */
final class Connection {
    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration LONGEST_READ = Duration.ofHours(1);

    private final Socket socket;
    private final Listener.Handler handler;
    private final BufferedInputStream in;
    private final OutputStream out;

    Connection(Socket socket, Listener.Handler handler) throws IOException {
        this.socket = socket;
        this.handler = handler;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
    }

    void serve() throws IOException {
        Exchange exchange;
        do {
            socket.setSoTimeout((int) IDLE.toMillis());
            Request request;
            try {
                request = Request.read(in);
            } catch (Request.MalformedRequest e) {
                out.write(("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n"
                                + e.getMessage() + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return;
            }
            if (request == null) {
                return;
            }
            exchange = new Exchange(request, this);
            handler.answer(exchange);
        } while (exchange.reusable());
    }

    OutputStream out() {
        return out;
    }

    /**
     * Waits, and notices at once when the client hangs up: the wait is a read that is not expected to get anything.
     *
     * @throws IOException when the client has gone or the simulator is closed
     */
    void pause(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (socket.isClosed()) {
                throw new IOException("the simulator is closed"); // a read would still give what is buffered
            }
            socket.setSoTimeout((int) Math.max(1, Math.min(left / 1_000_000, LONGEST_READ.toMillis())));
            try {
                in.mark(1);
                if (in.read() < 0) {
                    throw new IOException("the client has hung up");
                }
                in.reset();
                LockSupport.parkNanos(left); // the next request is here already: its turn comes later
            } catch (SocketTimeoutException waited) {
                // what was wanted
            }
        }
    }

    /** Ends the connection with a TCP reset instead of an orderly close. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
