package io.github.paradigmreporting.core.client;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A compressed body, unpacked while it is read and checked to its end: {@link GZIPInputStream} compares the checksum, but
 * takes anything that follows it for the end, and leaves unread what the connection still has. The gzip header is read with
 * the first byte, as it is part of a body that may be slow or broken.
 */
final class GzipBody extends InputStream {
    private static final int BUFFER = 16 * 1024;
    /** Length of the checksum and size that end each member. */
    private static final int TRAILER = 8;

    private final InputStream packed;
    private @Nullable Member member;
    private boolean ended;

    GzipBody(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!ended) {
            Member current = member == null ? new Member(new Unhurried(packed)) : member;
            member = current;
            int count = current.read(bytes, offset, length);
            if (count >= 0) {
                return count;
            }
            // What follows must be another member; the constructor refuses anything else.
            InputStream rest = current.rest();
            int next = rest.read();
            if (next < 0) {
                ended = true;
            } else {
                member = new Member(new Unhurried(
                        new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), rest)));
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    /** Never says that more bytes are there: so the stream above does not look for another member, and swallow it. */
    private static final class Unhurried extends FilterInputStream {
        Unhurried(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }

    private static final class Member extends GZIPInputStream {
        Member(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        /** What was read beyond the end of this member, and what comes after that. */
        InputStream rest() {
            int beyond = Math.max(0, inf.getRemaining() - TRAILER);
            return beyond == 0 ? in : new SequenceInputStream(new ByteArrayInputStream(buf, len - beyond, beyond), in);
        }
    }
}
