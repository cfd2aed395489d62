package io.github.paradigmreporting.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;

/** A broker and a Connect worker in this JVM, and the time until a connector's records can be read. */
final class ConnectUnderTest implements AutoCloseable {
    private final EmbeddedConnectCluster cluster;
    private final boolean exactlyOnce;

    ConnectUnderTest(boolean exactlyOnce) {
        this.exactlyOnce = exactlyOnce;
        Properties broker = new Properties();
        broker.put("transaction.state.log.replication.factor", "1");
        broker.put("transaction.state.log.min.isr", "1");
        broker.put("transaction.state.log.num.partitions", "1");
        broker.put("offsets.topic.num.partitions", "1");
        Map<String, String> worker = new HashMap<>();
        worker.put("exactly.once.source.support", exactlyOnce ? "enabled" : "disabled");
        worker.put("plugin.discovery", "service_load");
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
        cluster.kafka().createTopic(topic);
        long began = System.nanoTime();
        cluster.configureConnector(name, config);
        long first = 0;
        long seen = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = cluster.kafka()
                .createConsumer(Map.of(
                        "isolation.level", exactlyOnce ? "read_committed" : "read_uncommitted",
                        "max.poll.records", "50000",
                        "fetch.max.wait.ms", "20"))) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            while (seen < records) {
                seen += consumer.poll(Duration.ofMillis(20)).count();
                if (seen > 0 && first == 0) {
                    first = System.nanoTime();
                }
                if (System.nanoTime() - began > Duration.ofMinutes(20).toNanos()) {
                    throw new IllegalStateException(name + ": only " + seen + " of " + records + " records in 20 min; "
                            + cluster.connectorStatus(name));
                }
            }
        }
        long end = System.nanoTime();
        cluster.deleteConnector(name);
        cluster.kafka().deleteTopic(topic);
        return new Times(Duration.ofNanos(first - began), Duration.ofNanos(end - began));
    }

    @Override
    public void close() {
        cluster.stop();
    }
}
