package io.github.paradigmreporting.core.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes small binary forms: numbers in as few bytes as they need, seven bits each, lowest first. */
final class Packer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Packer octet(int value) {
        out.write(value);
        return this;
    }

    /** A number that is not negative. */
    Packer count(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /** A number that may be negative: small ones of either sign stay small. */
    Packer signed(long value) {
        return count((value << 1) ^ (value >> 63));
    }

    /** Eight bytes, highest first. */
    Packer fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    Packer text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return count(utf8.length).raw(utf8);
    }

    Packer raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
