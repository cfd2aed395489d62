package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer sees that reads committed records only: each record as plain values by field name, in order. It knows
 * nothing of the connector's own classes.
 */
record ReadTopic(List<Entry> entries) {
    /** One record; a null value is a tombstone. */
    record Entry(Map<String, Object> key, @Nullable Map<String, Object> value, Map<String, String> headers) {}

    /** Reads from the beginning to what is the end now; closes the consumer. */
    static ReadTopic of(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        try (FollowedTopic followed = new FollowedTopic(consumer, topic)) {
            return followed.read();
        }
    }

    /** The last value of each key: what a compacted topic ends up with. */
    Map<Map<String, Object>, Map<String, Object>> materialised() {
        Map<Map<String, Object>, Map<String, Object>> rows = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.value() == null) {
                rows.remove(entry.key());
            } else {
                rows.put(entry.key(), entry.value());
            }
        }
        return rows;
    }

    /** Records that tell what the record of that key before them told. */
    long repetitions() {
        Map<Map<String, Object>, Map<String, Object>> held = new HashMap<>();
        long repeated = 0;
        for (Entry entry : entries) {
            boolean known = held.containsKey(entry.key());
            Map<String, Object> before = held.put(entry.key(), entry.value());
            repeated += Objects.equals(before, entry.value()) && (known || entry.value() == null) ? 1 : 0;
        }
        return repeated;
    }

    /** The records after the first so many. */
    ReadTopic after(int count) {
        return new ReadTopic(entries.subList(count, entries.size()));
    }

    /** What {@link #materialised} should be, from rows. */
    static <R extends Row> Map<Map<String, Object>, Map<String, Object>> expected(Report<R> report, Stream<R> rows) {
        return rows.collect(Collectors.toMap(row -> values(report.key(), row), row -> values(report.columns(), row)));
    }

    static <R extends Row> Map<String, Object> values(List<Column<R>> columns, R row) {
        Map<String, Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), column.value(row)));
        return values;
    }

    static Entry entry(String topic, ConsumerRecord<byte[], byte[]> one, JsonConverter keys, JsonConverter values) {
        Map<String, String> headers = new HashMap<>();
        one.headers()
                .forEach(header ->
                        headers.put(header.key(), new String(header.value(), java.nio.charset.StandardCharsets.UTF_8)));
        Object value = one.value() == null
                ? null
                : values.toConnectData(topic, one.value()).value();
        return new Entry(
                plain((Struct) keys.toConnectData(topic, one.key()).value()),
                value == null ? null : plain((Struct) value),
                headers);
    }

    /** A struct as plain values by field name. */
    static Map<String, Object> plain(Struct struct) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : struct.schema().fields()) {
            values.put(field.name(), plain(field.schema().name(), struct.get(field)));
        }
        return values;
    }

    static @Nullable Object plain(@Nullable String logicalType, @Nullable Object value) {
        if (!(value instanceof java.util.Date date)) {
            return value;
        }
        return "org.apache.kafka.connect.data.Date".equals(logicalType)
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : date.toInstant();
    }
}
