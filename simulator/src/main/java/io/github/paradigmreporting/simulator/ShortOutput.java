package io.github.paradigmreporting.simulator;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets the first bytes through and drops the rest, as a broken cache might. */
final class ShortOutput extends FilterOutputStream {
    private long left;

    ShortOutput(OutputStream out, long most) {
        super(out);
        this.left = most;
    }

    @Override
    public void write(int b) throws IOException {
        if (left > 0) {
            left--;
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int now = (int) Math.min(left, count);
        left -= now;
        out.write(bytes, from, now);
    }
}
