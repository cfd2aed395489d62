package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.examples.TopicToTable;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From the instance through Kafka into a database, restated and vanished rows included. */
@ExtendWith(SimulatorExtension.class)
final class TopicToTableIT {
    private static final String TOPIC = "paradigm.documents";

    @Test
    void keepsATableEqualToTheInstance(ParadigmSimulator simulator, @TempDir Path scratch) throws Exception {
        LocalDate today = simulator.dataset().today();
        LocalDate start = today.minusDays(10);
        String url = "jdbc:h2:" + scratch.resolve("usage");
        try (KafkaBroker broker = KafkaBroker.start(Files.createDirectory(scratch.resolve("broker")));
                ConnectWorker worker = ConnectWorker.start(broker.address())) {
            new ConnectRest(worker.address(), "landing")
                    .configure(Map.of(
                            "connector.class", "io.github.paradigmreporting.kafka.ParadigmReportingSourceConnector",
                            "tasks.max", "1",
                            "exactly.once.support", "required",
                            "paradigm.base.url", simulator.baseUrl().toString(),
                            "paradigm.api.key", simulator.key(),
                            "paradigm.reports", "documents",
                            "paradigm.start.date", start.toString(),
                            "paradigm.poll.interval", "200ms",
                            "paradigm.requests.per.minute", "100000"));
            awaitTopic(broker);
            landUntilEqual(broker, url, simulator, start, today);
            // Of days that are still open and have rows, whatever day of the week it is.
            List<DocumentUse> open = simulator.dataset().rows(Reports.DOCUMENTS, today.minusDays(3), today);
            DocumentUse gone = open.get(0);
            DocumentUse changed = open.get(open.size() - 1);
            simulator.edits().set(Reports.DOCUMENTS, changed.companyId(), changed.date(), "usage_count", 4711L);
            simulator
                    .edits()
                    .vanish(
                            Reports.DOCUMENTS,
                            gone.companyId(),
                            gone.date(),
                            row -> row.documentId() == gone.documentId());
            landUntilEqual(broker, url, simulator, start, today);
        }
    }

    private static void awaitTopic(KafkaBroker broker) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(broker)) {
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> consumer.listTopics()
                    .containsKey(TOPIC));
        }
    }

    /** With a new consumer each time, as after a restart. */
    private static void landUntilEqual(
            KafkaBroker broker, String url, ParadigmSimulator simulator, LocalDate start, LocalDate today)
            throws SQLException {
        try (TopicToTable landing = new TopicToTable(consumer(broker), DriverManager.getConnection(url), TOPIC);
                Connection reader = DriverManager.getConnection(url)) {
            Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                landing.land(Duration.ofMillis(300));
                assertThat(rows(reader))
                        .isEqualTo(simulator.dataset().rows(Reports.DOCUMENTS, start, today).stream()
                                .map(TopicToTableIT::text)
                                .collect(Collectors.toSet()));
            });
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaBroker broker) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed"), bytes, bytes);
    }

    private static Set<String> rows(Connection reader) throws SQLException {
        Set<String> rows = new HashSet<>();
        try (Statement statement = reader.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT \"company_id\", \"date\", \"document_id\", \"usage_count\" FROM paradigm_documents")) {
            while (found.next()) {
                rows.add(found.getLong(1) + " " + found.getString(2) + " " + found.getLong(3) + " " + found.getLong(4));
            }
        }
        return rows;
    }

    private static String text(DocumentUse row) {
        return row.companyId() + " " + row.date() + " " + row.documentId() + " " + row.usageCount();
    }
}
