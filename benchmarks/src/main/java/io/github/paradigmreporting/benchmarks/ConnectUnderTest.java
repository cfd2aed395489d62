package io.github.paradigmreporting.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.jspecify.annotations.Nullable;

/** A broker and a Connect worker in this JVM, and the time until a connector's records can be read. */
final class ConnectUnderTest implements AutoCloseable {
    private final EmbeddedConnectCluster cluster;
    private final boolean exactlyOnce;

    ConnectUnderTest(boolean exactlyOnce) {
        this(exactlyOnce, null);
    }

    /** With the plugins in a folder, as in a worker's {@code plugin.path}, beside those of this JVM. */
    ConnectUnderTest(boolean exactlyOnce, @Nullable Path plugins) {
        this.exactlyOnce = exactlyOnce;
        Properties broker = new Properties();
        broker.put("transaction.state.log.replication.factor", "1");
        broker.put("transaction.state.log.min.isr", "1");
        broker.put("transaction.state.log.num.partitions", "1");
        broker.put("offsets.topic.num.partitions", "1");
        Map<String, String> worker = new HashMap<>();
        worker.put("exactly.once.source.support", exactlyOnce ? "enabled" : "disabled");
        // Other people's connectors need not have a service file.
        worker.put("plugin.discovery", plugins == null ? "service_load" : "hybrid_warn");
        if (plugins != null) {
            worker.put("plugin.path", plugins.toAbsolutePath().toString());
        }
        worker.put("offset.storage.partitions", "1");
        worker.put("status.storage.partitions", "1");
        worker.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        worker.put("key.converter.schemas.enable", "false");
        worker.put("value.converter.schemas.enable", "false");
        cluster = new EmbeddedConnectCluster.Builder()
                .name(exactlyOnce ? "exactly-once" : "at-least-once")
                .numWorkers(1)
                .numBrokers(1)
                .brokerProps(broker)
                .workerProps(worker)
                .maskExitProcedures(true)
                .build();
        cluster.start();
    }

    /**
     * From the request that makes the connector until records can be read.
     *
     * @param first until the first
     * @param last until the last
     */
    record Times(Duration first, Duration last) {}

    /** Runs a connector until its topic holds so many records that a consumer may see. */
    Times run(String name, Map<String, String> config, String topic, long records) {
        return run(name, config, Map.of(topic, records), Duration.ofMinutes(20));
    }

    /** The same for several topics, and with less or more patience. */
    Times run(String name, Map<String, String> config, Map<String, Long> records, Duration patience) {
        records.keySet().forEach(topic -> cluster.kafka().createTopic(topic));
        long began = System.nanoTime();
        cluster.configureConnector(name, config);
        long first = 0;
        Map<String, Long> missing = new HashMap<>(records);
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.kafka()
                .createConsumer(Map.of(
                        "isolation.level", exactlyOnce ? "read_committed" : "read_uncommitted",
                        "max.poll.records", "50000",
                        "fetch.max.wait.ms", "20"))) {
            consumer.assign(records.keySet().stream()
                    .map(topic -> new TopicPartition(topic, 0))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            while (missing.values().stream().anyMatch(count -> count > 0)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                    missing.merge(record.topic(), -1L, Long::sum);
                    first = first == 0 ? System.nanoTime() : first;
                }
                if (System.nanoTime() - began > patience.toNanos()) {
                    throw new IllegalStateException(name + ": of " + records + " records, " + missing
                            + " are missing after " + patience + "; " + cluster.connectorStatus(name));
                }
            }
        }
        long end = System.nanoTime();
        cluster.deleteConnector(name);
        records.keySet().forEach(topic -> cluster.kafka().deleteTopic(topic));
        return new Times(Duration.ofNanos(first - began), Duration.ofNanos(end - began));
    }

    @Override
    public void close() {
        cluster.stop();
    }
}
