package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.examples.Command;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The two files of a standalone worker, as the guides show them, under Kafka's own program. */
@ExtendWith(SimulatorExtension.class)
final class StandaloneWorkerIT {
    private final Path scratch;

    StandaloneWorkerIT(@TempDir Path scratch) {
        this.scratch = scratch;
    }

    @Test
    void fillsATopicPerReport(ParadigmSimulator simulator) throws Exception {
        LocalDate today = simulator.dataset().today();
        try (KafkaBroker broker = KafkaBroker.start(Files.createDirectory(scratch.resolve("broker")))) {
            Path worker = copy("standalone-worker.properties", text -> text.replace("localhost:9092", broker.address())
                    .replace("/opt/kafka-connect-plugins", scratch.toString())
                    .concat("listeners=http://127.0.0.1:0\n"));
            Path connector = copy("standalone-connector.properties", text -> text);
            Process process = new Command(
                            scratch,
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ConnectStandalone.class.getName(),
                            worker.toString(),
                            connector.toString())
                    .with("PARADIGM_BASE_URL", simulator.baseUrl().toString())
                    .with("PARADIGM_API_KEY", simulator.key())
                    .in(scratch)
                    .start();
            try (TopicReader topic = new TopicReader(broker.address(), "paradigm.feedback", Optional::empty)) {
                assertThat(topic.next().entries())
                        .hasSameSizeAs(simulator.dataset().rows(Reports.FEEDBACK, today.minusDays(30), today));
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private Path copy(String name, java.util.function.UnaryOperator<String> change) throws Exception {
        try (InputStream file = KafkaPart.class.getResourceAsStream("/kafka-connect/" + name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(scratch.resolve(name), change.apply(text));
        }
    }
}
