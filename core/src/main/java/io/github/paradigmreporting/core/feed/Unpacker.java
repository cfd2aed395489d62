package io.github.paradigmreporting.core.feed;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link Packer} wrote. Throws {@link BufferUnderflowException} where something is missing. */
final class Unpacker {
    private final ByteBuffer in;

    Unpacker(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    int octet() {
        return in.get() & 0xFF;
    }

    long count() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new BufferUnderflowException();
    }

    int size() {
        long size = count();
        if (size < 0 || size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return (int) size;
    }

    long signed() {
        long value = count();
        return (value >>> 1) ^ -(value & 1);
    }

    long fixed() {
        return in.getLong();
    }

    String text() {
        return new String(raw(), StandardCharsets.UTF_8);
    }

    /** Bytes after their number. */
    byte[] raw() {
        byte[] bytes = new byte[size()];
        in.get(bytes);
        return bytes;
    }

    boolean atEnd() {
        return !in.hasRemaining();
    }
}
