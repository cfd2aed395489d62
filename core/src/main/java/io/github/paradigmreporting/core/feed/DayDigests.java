package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.report.ColumnType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What was given of one day: each row's own key with a hash of its values. Immutable and packed, about 10 bytes per row of
 * documents and 8 per row of a daily report; rows lie in key order and numbers are kept as differences.
 */
final class DayDigests {
    /** Rows were given, but their keys are of a form that no longer holds. */
    static final DayDigests UNKNOWN = new DayDigests(-1, new byte[0]);

    /** Nothing was given. */
    static final DayDigests NONE = new DayDigests(0, new byte[0]);

    private final int rows;
    private final byte[] packed;

    private DayDigests(int rows, byte[] packed) {
        this.rows = rows;
        this.packed = packed;
    }

    static DayDigests of(KeyShape shape, Map<List<Object>, Long> hashes) {
        TreeMap<List<Object>, Long> sorted = new TreeMap<>(DayDigests::compare);
        sorted.putAll(hashes);
        Writer writer = new Writer(shape);
        sorted.forEach(writer::add);
        return writer.digests();
    }

    /** Rows that are there, with their hashes, or those that are gone, in the order given: to be kept, not to be compared. */
    static DayDigests inOrder(KeyShape shape, Map<List<Object>, OptionalLong> rows, boolean there) {
        Writer writer = new Writer(shape);
        rows.forEach((own, hash) -> {
            if (hash.isPresent() == there) {
                writer.add(own, hash.orElse(0));
            }
        });
        return writer.digests();
    }

    /**
     * These, but for some rows. One walk over the packed form, so that a large day costs no more memory than twice its own.
     *
     * @param told own key to hash; empty for a row that is gone
     */
    DayDigests with(KeyShape shape, Map<List<Object>, OptionalLong> told) {
        TreeMap<List<Object>, OptionalLong> sorted = new TreeMap<>(DayDigests::compare);
        sorted.putAll(told);
        Writer writer = new Writer(shape);
        forEach(shape, (own, hash) -> {
            while (!sorted.isEmpty() && compare(sorted.firstKey(), own) < 0) {
                writer.addIfThere(sorted.pollFirstEntry());
            }
            if (sorted.isEmpty() || compare(sorted.firstKey(), own) > 0) {
                writer.add(own, hash);
            }
        });
        sorted.entrySet().forEach(writer::addIfThere);
        return writer.digests();
    }

    /** Hashes by own key, in a map of the caller's own. */
    Map<List<Object>, Long> hashes(KeyShape shape) {
        Map<List<Object>, Long> hashes = new HashMap<>();
        forEach(shape, hashes::put);
        return hashes;
    }

    private void forEach(KeyShape shape, BiConsumer<List<Object>, Long> taker) {
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
            taker.accept(List.of(key), in.fixed());
        }
    }

    /** Packs rows that come in key order. */
    private static final class Writer {
        private final KeyShape shape;
        private final Packer packer = new Packer();
        private long before;
        private int rows;

        Writer(KeyShape shape) {
            this.shape = shape;
        }

        void add(List<Object> own, long hash) {
            for (int i = 0; i < shape.types().size(); i++) {
                Object value = own.get(i);
                if (shape.types().get(i) == ColumnType.BIGINT) {
                    packer.signed((Long) value - before);
                    before = (Long) value;
                } else {
                    packer.text((String) value);
                }
            }
            packer.fixed(hash);
            rows++;
        }

        void addIfThere(Map.Entry<List<Object>, OptionalLong> row) {
            row.getValue().ifPresent(hash -> add(row.getKey(), hash));
        }

        DayDigests digests() {
            return new DayDigests(rows, packer.bytes());
        }
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
