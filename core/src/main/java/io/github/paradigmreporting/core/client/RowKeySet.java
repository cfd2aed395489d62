package io.github.paradigmreporting.core.client;

import java.util.Arrays;

/**
 * The keys of the rows of one slice, to find one that comes twice: numbers as they are, texts as hashes of 64 bits. Holds
 * a bounded number of keys (4 MiB); further ones are compared with those only, so that any number of rows passes through
 * constant memory. Not safe for threads.
 */
final class RowKeySet {
    private static final int MOST = 1 << 18;
    private static final int SMALL = 1 << 12;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Open addressing, at most half full; 0 is a free place. */
    private long[] held = new long[64];

    private int count;
    private boolean holdsZero;

    void clear() {
        if (held.length > SMALL) {
            held = new long[64];
        } else {
            Arrays.fill(held, 0);
        }
        count = 0;
        holdsZero = false;
    }

    /** Adds a key; false when it was there. */
    boolean add(Object key) {
        return addNumber(key instanceof Long number ? number : hash(key.toString()));
    }

    private boolean addNumber(long key) {
        if (key == 0) {
            boolean isNew = !holdsZero;
            holdsZero = true;
            return isNew;
        }
        int place = place(held, key);
        if (held[place] == key) {
            return false;
        }
        if (count < MOST) {
            held[place] = key;
            count++;
            if (count * 2 > held.length) {
                grow();
            }
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[held.length * 2];
        for (long key : held) {
            if (key != 0) {
                larger[place(larger, key)] = key;
            }
        }
        held = larger;
    }

    /** Where a key is, or the free place where it would be. */
    private static int place(long[] table, long key) {
        int mask = table.length - 1;
        int place = (int) ((key * SPREAD) >>> 32) & mask;
        while (table[place] != 0 && table[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * SPREAD;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
