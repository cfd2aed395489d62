package io.github.paradigmreporting.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small HTTP/1.1 server: one daemon thread per open connection, up to a bound. The JDK's server would not do: it sets
 * {@code Date} itself and cannot reset a connection, cut a body or notice that a waiting client has gone.
 */
final class Listener implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 1000;
    private static final int BACKLOG = 1000;

    private final ServerSocket server;
    private final Handler handler;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private Listener(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                new ThreadPoolExecutor(0, MOST_CONNECTIONS + 1, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread =
                            new Thread(work, "simulator-" + server.getLocalPort() + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Listens at once. */
    static Listener start(String host, int port, Handler handler) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
            Listener listener = new Listener(server, handler);
            listener.threads.execute(listener::accept);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + host + ":" + port + " (" + e.getMessage()
                            + "); choose another port, or 0 for a free one",
                    e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                places.acquire();
                Socket socket = server.accept();
                open.add(socket);
                if (server.isClosed()) {
                    socket.close(); // came while the others were being closed
                    return;
                }
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException closed) {
                return; // accept and execute fail only because the simulator is closed
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Connection(socket, handler).serve();
        } catch (IOException clientGone) {
            // Nobody is left to tell; what was asked and how it ended stands in the journal.
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    /** Stops listening and ends every connection, whatever it is doing. */
    @Override
    public void close() {
        try {
            server.close(); // first: whatever is accepted later closes itself
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the simulator's sockets", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Answers requests; called by many threads. */
    @FunctionalInterface
    interface Handler {
        void answer(Exchange exchange) throws IOException;
    }
}
