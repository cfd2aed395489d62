package io.github.paradigmreporting.core.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes small binary forms: numbers in as few bytes as they need, seven bits each, lowest first. */
final class Packer {
    private byte[] buffer = new byte[256];
    private int size;

    Packer octet(int value) {
        room(1);
        buffer[size++] = (byte) value;
        return this;
    }

    /** A number that is not negative. */
    Packer count(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    /** A number that may be negative: small ones of either sign stay small. */
    Packer signed(long value) {
        return count((value << 1) ^ (value >> 63));
    }

    /** Eight bytes, highest first. */
    Packer fixed(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    Packer text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return count(utf8.length).raw(utf8);
    }

    Packer raw(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
        }
    }
}
