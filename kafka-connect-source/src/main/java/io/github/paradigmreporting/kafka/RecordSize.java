package io.github.paradigmreporting.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The memory of records that wait for Kafka, estimated for a 64-bit JVM with compressed references. Texts are counted by
 * their characters, since an instance may send long ones; so are offsets, which may have hundreds of kilobytes.
 */
final class RecordSize {
    /** A record with its header, its timestamp and its place in a list. */
    private static final int RECORD = 256;

    /** A struct without its fields. */
    private static final int STRUCT = 40;

    /** The place of a field in a struct. */
    private static final int FIELD = 4;

    /** A map with its table but without its entries. */
    private static final int MAP = 136;

    /** An entry of a map without its value; the keys are names that all maps share. */
    private static final int ENTRY = 40;

    /** A text without its characters. */
    private static final int TEXT = 44;

    /** A number, day or instant. */
    private static final int BOX = 24;

    private RecordSize() {}

    /** The memory of a slice's records; an offset that several of them have in common is counted once. */
    static long of(List<SourceRecord> records) {
        long bytes = 0;
        Map<String, ?> offsetBefore = null;
        for (SourceRecord record : records) {
            bytes += RECORD + of(record.key()) + of(record.value());
            if (record.sourceOffset() != offsetBefore) {
                offsetBefore = record.sourceOffset();
                bytes += of(offsetBefore);
            }
        }
        return bytes;
    }

    private static long of(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String text) {
            boolean latin = text.chars().allMatch(character -> character <= 0xff);
            return TEXT + (latin ? 1L : 2L) * text.length();
        }
        if (value instanceof Struct struct) {
            long bytes = STRUCT;
            for (Field field : struct.schema().fields()) {
                bytes += FIELD + of(struct.getWithoutDefault(field.name()));
            }
            return bytes;
        }
        if (value instanceof Map<?, ?> map) {
            long bytes = MAP;
            for (Object entry : map.values()) {
                bytes += ENTRY + of(entry);
            }
            return bytes;
        }
        return BOX;
    }
}
