package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.examples.Command;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The two files of a standalone worker, as the guides show them, and the plugin archive, under Kafka's own program. */
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
                    .replace("/opt/connect-plugins", plugins().toString())
                    .concat("listeners=http://127.0.0.1:0\n"));
            Path connector = copy("standalone-connector.properties", text -> text);
            unpackPlugin();
            Process process = new Command(
                            scratch,
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            withoutOurs(System.getProperty("java.class.path")),
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
                end(process);
            }
        }
    }

    /** Ends a worker. Now and then one that stops waits for its web server without end. */
    static void end(Process worker) throws InterruptedException {
        worker.destroy();
        if (!worker.waitFor(20, TimeUnit.SECONDS)) {
            worker.destroyForcibly().waitFor();
        }
    }

    private Path plugins() {
        return scratch.resolve("plugins");
    }

    private void unpackPlugin() throws Exception {
        Path target = Path.of("..", "kafka-connect-source", "target");
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(target, "*-plugin.zip")) {
            for (Path archive : archives) {
                Path jar = Path.of(System.getProperty("java.home"), "bin", "jar");
                Command.Ended ended = new Command(
                                scratch,
                                jar.toString(),
                                "xf",
                                archive.toRealPath().toString())
                        .in(Files.createDirectories(plugins()))
                        .run(Duration.ofSeconds(60));
                assertThat(ended.status()).as(ended.errors()).isZero();
            }
        }
    }

    /** A class path of other people's jars alone: what the worker knows of the connector comes from the archive. */
    static String withoutOurs(String classPath) throws Exception {
        Path root = Path.of("..").toRealPath();
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).startsWith(root))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path copy(String name, java.util.function.UnaryOperator<String> change) throws Exception {
        try (InputStream file = KafkaPart.class.getResourceAsStream("/kafka-connect/" + name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(scratch.resolve(name), change.apply(text));
        }
    }
}
