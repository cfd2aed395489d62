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
    /** Copies the records. */
    Slice {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a slice has at least its progress record");
        }
    }

    /** A slice whose memory is estimated. */
    static Slice of(List<SourceRecord> records) {
        return new Slice(records, RecordSize.of(records));
    }
}
