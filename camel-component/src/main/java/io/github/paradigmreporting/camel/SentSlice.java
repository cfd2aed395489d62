package io.github.paradigmreporting.camel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What was sent of a slice that is not complete: for each row sent, in order, a digest of its key and one of its values.
 * Immutable; growing by one shares the memory, so that a slice of a million rows costs sixteen megabytes and not their
 * square. One thread grows it.
 */
final class SentSlice {
    static final SentSlice NOTHING = new SentSlice(new long[0], 0);

    private final long[] digests;
    private final int length;

    private SentSlice(long[] digests, int length) {
        this.digests = digests;
        this.length = length;
    }

    /** This and one row more. Only the newest of a line may grow: it writes behind what the others see. */
    SentSlice plus(long key, long values) {
        long[] room = length + 2 <= digests.length ? digests : Arrays.copyOf(digests, Math.max(16, digests.length * 2));
        room[length] = key;
        room[length + 1] = values;
        return new SentSlice(room, length + 2);
    }

    /** Digest of the key to digest of the values sent last. */
    Map<Long, Long> latest() {
        Map<Long, Long> latest = new HashMap<>(length);
        for (int i = 0; i < length; i += 2) {
            latest.put(digests[i], digests[i + 1]);
        }
        return latest;
    }

    String encode() {
        ByteBuffer bytes = ByteBuffer.allocate(length * Long.BYTES);
        bytes.asLongBuffer().put(digests, 0, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static SentSlice decode(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() % (2 * Long.BYTES) != 0) {
            throw new IllegalArgumentException("what was sent of a slice is torn");
        }
        long[] digests = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(digests);
        return new SentSlice(digests, digests.length);
    }
}
