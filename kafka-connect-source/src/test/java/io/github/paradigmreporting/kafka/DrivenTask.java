package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.simulator.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** A task as a worker drives it: started with the offsets of records that were committed, polled, stopped. */
final class DrivenTask implements AutoCloseable {
    private static final Duration POLL_WAIT = Duration.ofMillis(400);

    private final ParadigmReportingSourceTask task;

    /** A task on a worker whose clock runs from where {@link VirtualClock#standing()} stands. */
    DrivenTask(Map<String, String> connector, Offsets offsets) {
        this(connector, offsets, running(), POLL_WAIT);
    }

    /** A clock that runs, as passes begin by it, from where {@link VirtualClock#standing()} stands. */
    static Clock running() {
        return VirtualClock.running(VirtualClock.standing().instant(), 1);
    }

    /** A task whose poll waits as long as is said here when nothing is ready, by a clock of its own. */
    DrivenTask(Map<String, String> connector, Offsets offsets, Clock clock, Duration pollWait) {
        this(connector, offsets, new ParadigmReportingSourceTask(clock, pollWait), null);
    }

    /** A task on a worker that has metrics for plugins. */
    DrivenTask(Map<String, String> connector, Offsets offsets, PluginMetrics metrics) {
        this(connector, offsets, new ParadigmReportingSourceTask(running(), POLL_WAIT), metrics);
    }

    private DrivenTask(
            Map<String, String> connector,
            Offsets offsets,
            ParadigmReportingSourceTask task,
            @Nullable PluginMetrics metrics) {
        this.task = task;
        Map<String, String> config = new HashMap<>(connector);
        config.put(
                TaskUnits.KEY,
                TaskUnits.write(WorkUnit.all(
                        ConnectorConfig.of(connector).reports(),
                        ConnectorConfig.of(connector).companies())));
        task.initialize(new Context(config, offsets, metrics));
        task.start(config);
    }

    /** One poll. */
    List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> records = task.poll();
        return records == null ? List.of() : records;
    }

    /** Connect says what became of a record: written, or dropped. */
    void committed(SourceRecord record, boolean written) {
        task.commitRecord(
                record, written ? new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0) : null);
    }

    /** Polls until so many records came, or fails after a while. */
    List<SourceRecord> pollUntil(int records) throws InterruptedException {
        List<SourceRecord> all = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (all.size() < records) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + all.size() + " records instead of " + records);
            }
            all.addAll(poll());
        }
        return all;
    }

    @Override
    public void close() {
        task.stop();
    }

    /** What Connect has stored. They go through JSON as they do in its offsets topic. */
    static final class Offsets implements OffsetStorageReader {
        /** By the JSON of the partition, as in Connect: the order of its entries counts. */
        private final Map<String, Map<String, Object>> stored = new HashMap<>();

        void commit(List<SourceRecord> records) {
            for (SourceRecord record : records) {
                String partition = json(record.sourcePartition());
                if (record.sourceOffset() == null) {
                    stored.remove(partition);
                } else {
                    stored.put(partition, throughJson(record.sourceOffset()));
                }
            }
        }

        void put(Map<String, ?> partition, Map<String, Object> offset) {
            stored.put(json(partition), offset);
        }

        Map<String, Map<String, Object>> stored() {
            return stored;
        }

        @Override
        public <T> @Nullable Map<String, Object> offset(Map<String, T> partition) {
            return stored.get(json(partition));
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
            partitions.forEach(partition -> {
                Map<String, Object> offset = stored.get(json(partition));
                if (offset != null) {
                    found.put(partition, offset);
                }
            });
            return found;
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> throughJson(Map<String, ?> offset) {
            try (JsonConverter json = new JsonConverter()) {
                json.configure(Map.of("schemas.enable", "false"), false);
                byte[] bytes = json.fromConnectData("", null, offset);
                return (Map<String, Object>) json.toConnectData("", bytes).value();
            }
        }

        private static String json(Map<String, ?> partition) {
            try (JsonConverter json = new JsonConverter()) {
                json.configure(Map.of("schemas.enable", "false"), true);
                return new String(json.fromConnectData("", null, partition), StandardCharsets.UTF_8);
            }
        }
    }

    record Context(
            Map<String, String> configs,
            OffsetStorageReader offsetStorageReader,
            @Nullable PluginMetrics pluginMetrics) implements SourceTaskContext {}
}
