package io.github.paradigmreporting.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Body of an answer on its way to the wire: a short one gets a {@code Content-Length}, a long one goes out in chunks and
 * is never held. The last bytes always wait for {@link #close}, so that what is noted about the answer is noted before
 * the client can have all of it.
 */
final class AnswerBody extends OutputStream {
    private static final int CHUNK = 32 * 1024;
    private static final Duration TICK = Duration.ofMillis(50);

    private final Exchange exchange;
    private final Exchange.Head head;
    private final boolean bodyless;
    private final Trouble trouble;
    private final Ending ending;
    private final byte[] buffer = new byte[CHUNK];
    private int held;
    private long sent;
    private boolean begun;
    private boolean closed;

    AnswerBody(Exchange exchange, Exchange.Head head, boolean bodyless, Trouble trouble, Ending ending) {
        this.exchange = exchange;
        this.head = head;
        this.bodyless = bodyless;
        this.trouble = trouble;
        this.ending = ending;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        int left = count;
        while (left > 0) {
            if (held == CHUNK) {
                sendHeld();
            }
            int now = Math.min(left, CHUNK - held);
            System.arraycopy(bytes, at, buffer, held, now);
            held += now;
            at += now;
            left -= now;
        }
    }

    /** Nothing goes out before a chunk is full or the body ends. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean whole = !begun;
        boolean cut = (trouble.cutAfter() >= 0 && sent + held > trouble.cutAfter())
                || (trouble.resetAfter() >= 0 && sent + held > trouble.resetAfter());
        if (!cut) {
            ending.at(bodyless ? 0 : sent + held);
        }
        if (whole) {
            begin("Content-Length: " + held + "\r\n");
        }
        sendContent(whole);
        if (!whole && !bodyless && exchange.request().chunks()) {
            ascii("0\r\n\r\n");
        }
        exchange.raw().flush();
    }

    private void sendHeld() throws IOException {
        if (!begun) {
            begin(exchange.request().chunks() ? "Transfer-Encoding: chunked\r\n" : "");
        }
        sendContent(false);
    }

    private void begin(String framing) throws IOException {
        begun = true;
        exchange.writeHead(head, framing);
    }

    private void sendContent(boolean whole) throws IOException {
        boolean chunks = !whole && exchange.request().chunks();
        int from = 0;
        while (from < held && !bodyless) {
            int count = Math.min(held - from, step());
            if (count == 0) {
                breakOff();
            }
            if (chunks) {
                ascii(Integer.toHexString(count) + "\r\n");
            }
            exchange.raw().write(buffer, from, count);
            if (chunks) {
                ascii("\r\n");
            }
            from += count;
            sent += count;
            if (trouble.bytesPerSecond() > 0) {
                exchange.raw().flush();
                exchange.pause(Duration.ofNanos((long) (count * 1e9 / trouble.bytesPerSecond())));
            }
        }
        held = 0;
    }

    /** How many bytes may go out at once; 0 where the body breaks off. */
    private int step() {
        long most = CHUNK;
        if (trouble.bytesPerSecond() > 0) {
            most = Math.max(1, trouble.bytesPerSecond() * TICK.toMillis() / 1000);
        }
        if (trouble.cutAfter() >= 0) {
            most = Math.min(most, trouble.cutAfter() - sent);
        }
        if (trouble.resetAfter() >= 0) {
            most = Math.min(most, trouble.resetAfter() - sent);
        }
        return (int) most;
    }

    private void breakOff() throws IOException {
        exchange.raw().flush();
        if (trouble.resetAfter() >= 0) {
            exchange.reset();
        }
        throw new BrokenOff(sent);
    }

    private void ascii(String text) throws IOException {
        exchange.raw().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** How many bytes have gone out. */
    long sent() {
        return sent;
    }

    /** Is told that an answer is about to be complete. */
    @FunctionalInterface
    interface Ending {
        void at(long bytes);
    }

    /** The body was broken off on purpose. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1;

        BrokenOff(long after) {
            super("broken off on purpose after " + after + " bytes");
        }
    }
}
