package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.report.ColumnType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was given of one day: each row's own key with a hash of its values. Immutable and packed, about 10 bytes per row of
 * documents and 8 per row of a daily report; rows lie in key order and numbers are kept as differences.
 */
final class DayDigests {
    /** Rows were given, but their keys are of a form that no longer holds. */
    static final DayDigests UNKNOWN = new DayDigests(-1, new byte[0]);

    private final int rows;
    private final byte[] packed;

    private DayDigests(int rows, byte[] packed) {
        this.rows = rows;
        this.packed = packed;
    }

    static DayDigests of(KeyShape shape, Map<List<Object>, Long> hashes) {
        TreeMap<List<Object>, Long> sorted = new TreeMap<>(DayDigests::compare);
        sorted.putAll(hashes);
        Packer packer = new Packer();
        long before = 0;
        for (Map.Entry<List<Object>, Long> entry : sorted.entrySet()) {
            for (int i = 0; i < shape.types().size(); i++) {
                Object value = entry.getKey().get(i);
                if (shape.types().get(i) == ColumnType.BIGINT) {
                    packer.signed((Long) value - before);
                    before = (Long) value;
                } else {
                    packer.text((String) value);
                }
            }
            packer.fixed(entry.getValue());
        }
        return new DayDigests(sorted.size(), packer.bytes());
    }

    /** Hashes by own key, in a map of the caller's own. */
    Map<List<Object>, Long> hashes(KeyShape shape) {
        Map<List<Object>, Long> hashes = new HashMap<>();
        Unpacker in = new Unpacker(packed);
        long before = 0;
        for (int row = 0; row < rows; row++) {
            Object[] key = new Object[shape.types().size()];
            for (int i = 0; i < key.length; i++) {
                if (shape.types().get(i) == ColumnType.BIGINT) {
                    before += in.signed();
                    key[i] = before;
                } else {
                    key[i] = in.text();
                }
            }
            hashes.put(List.of(key), in.fixed());
        }
        return hashes;
    }

    boolean isUnknown() {
        return rows < 0;
    }

    /** How many rows; 0 when that is not known. */
    int rows() {
        return Math.max(0, rows);
    }

    void pack(Packer packer) {
        packer.count(rows + 1L).count(packed.length).raw(packed);
    }

    static DayDigests unpack(Unpacker in) {
        int rows = Math.toIntExact(in.count() - 1);
        return new DayDigests(rows, in.raw());
    }

    /** Order of own keys. */
    @SuppressWarnings("unchecked")
    static int compare(List<Object> a, List<Object> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = ((Comparable<Object>) a.get(i)).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DayDigests that && that.rows == rows && Arrays.equals(that.packed, packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
