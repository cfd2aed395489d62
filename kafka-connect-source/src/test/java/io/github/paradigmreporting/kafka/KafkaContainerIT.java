package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The archive in a worker against a broker as it is published, in a container. Skipped where no container engine answers; {@code
 * kafka.image} names another image.
 */
@Testcontainers(disabledWithoutDocker = true)
class KafkaContainerIT {
    @Container
    private final KafkaContainer broker =
            new KafkaContainer(DockerImageName.parse(System.getProperty("kafka.image", "apache/kafka:4.3.1"))
                    .asCompatibleSubstituteFor("apache/kafka"));

    @Test
    void makesATopicEqualToItsReport(@TempDir Path folder) throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        PluginArchive.unpack("plugin", plugins);
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(Clock.fixed(Instant.now(), ZoneOffset.UTC))
                        .start();
                KafkaProcesses kafka = new KafkaProcesses(folder, plugins, broker.getBootstrapServers())) {
            LocalDate today = simulator.dataset().today();
            LocalDate start = today.minusDays(30);
            kafka.startWorker();
            kafka.configure("usage", """
                    {
                      "connector.class": "io.github.paradigmreporting.kafka.ParadigmReportingSourceConnector",
                      "tasks.max": "1",
                      "exactly.once.support": "required",
                      "paradigm.base.url": "%s",
                      "paradigm.api.key": "%s",
                      "paradigm.reports": "sessions",
                      "paradigm.start.date": "%s",
                      "topic.creation.default.partitions": "1",
                      "topic.creation.default.replication.factor": "1"
                    }
                    """.formatted(simulator.baseUrl(), simulator.key(), start));
            Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> assertThat(
                            ReadTopic.of(kafka.consumer("read_committed"), "paradigm.sessions")
                                    .materialised())
                    .isEqualTo(ReadTopic.expected(
                            Reports.SESSIONS, simulator.dataset().stream(Reports.SESSIONS, start, today, Set.of()))));
        }
    }
}
