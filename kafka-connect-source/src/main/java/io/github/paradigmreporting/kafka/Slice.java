package io.github.paradigmreporting.kafka;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Records that reach Kafka together or not at all: the changes of one company and day, and last the progress record,
 * which alone carries the new position.
 *
 * @param records at least one
 * @param bytes memory they take, estimated
 */
record Slice(List<SourceRecord> records, long bytes) {
    /** Keys, structs and their fields, as measured roughly; texts vary little. */
    private static final long RECORD_BYTES = 600;

    /** Copies the records. */
    Slice {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a slice has at least its progress record");
        }
    }

    /** A slice whose memory is estimated. */
    static Slice of(List<SourceRecord> records) {
        return new Slice(records, records.size() * RECORD_BYTES);
    }
}
