package io.github.paradigmreporting.core.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A body that counts its bytes as they come from the wire and reports the number once, at its end. */
final class CountingBody extends FilterInputStream {
    private final LongConsumer atEnd;
    private long count;
    private boolean ended;

    CountingBody(InputStream body, LongConsumer atEnd) {
        super(body);
        this.atEnd = atEnd;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        add(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        add(n);
        return n;
    }

    private void add(int n) {
        if (n >= 0) {
            count += n;
        } else if (!ended) {
            ended = true;
            atEnd.accept(count);
        }
    }
}
