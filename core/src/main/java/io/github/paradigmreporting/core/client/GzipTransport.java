package io.github.paradigmreporting.core.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Asks for a compressed answer and unpacks it while it is read. */
final class GzipTransport implements Transport {
    private static final int BUFFER = 16 * 1024;

    private final boolean ask;
    private final Transport inner;

    GzipTransport(boolean ask, Transport inner) {
        this.ask = ask;
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        Response response = inner.send(ask ? request.with("Accept-Encoding", "gzip") : request);
        boolean packed = response.header("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return packed ? response.withBody(new Unpacked(response.body())) : response;
    }

    @Override
    public String toString() {
        return "Gzip{" + inner + "}";
    }

    /** Opens the gzip stream at the first read, since its header is part of a body that may be slow or broken. */
    private static final class Unpacked extends InputStream {
        private final InputStream packed;
        private @Nullable InputStream unpacked;

        Unpacked(InputStream packed) {
            this.packed = packed;
        }

        private InputStream unpacked() throws IOException {
            if (unpacked == null) {
                unpacked = new GZIPInputStream(packed, BUFFER);
            }
            return unpacked;
        }

        @Override
        public int read() throws IOException {
            return unpacked().read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return unpacked().read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            packed.close();
        }
    }
}
