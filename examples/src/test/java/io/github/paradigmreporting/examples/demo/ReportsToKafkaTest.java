package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.examples.routes.ReportsToKafka;
import io.github.paradigmreporting.examples.routes.Started;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In this package, where the broker is. */
@ExtendWith(SimulatorExtension.class)
final class ReportsToKafkaTest {
    private final Path folder;

    ReportsToKafkaTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sendsARecordForEachRowUnderItsKey(ParadigmSimulator simulator) throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        List<String> expected = simulator.dataset().rows(Reports.DOCUMENTS, yesterday.minusDays(20), yesterday).stream()
                .map(row -> "documents/" + row.companyId() + "/" + row.date() + "/" + row.documentId())
                .toList();
        Map<String, String> topic = new TreeMap<>();
        try (KafkaBroker broker = KafkaBroker.start(Files.createDirectory(folder.resolve("broker")));
                Started routes = new Started(
                        simulator,
                        folder.resolve("state"),
                        Map.of("kafka.brokers", broker.address()),
                        new ReportsToKafka());
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("documents", 0)));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> topic.put(record.key(), record.value()));
                return topic.keySet().containsAll(expected);
            });
        }
        assertThat(topic).allSatisfy((key, row) -> assertThat(row)
                .contains("\"document_id\":" + key.substring(key.lastIndexOf('/') + 1) + ","));
    }
}
