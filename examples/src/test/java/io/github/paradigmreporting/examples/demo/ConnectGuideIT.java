package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.paradigmreporting.examples.Command;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide of the Kafka Connect source, typed: its commands and the calls of the worker's REST interface as they stand there, but
 * for ports and for the folder of plugins, with the archive of the build and the compose file's worker.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class ConnectGuideIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("`(GET|PUT|POST|DELETE) (/connectors/[^`]+)`");

    private final String guide;
    private final Path scratch;
    private final Path plugins;
    private final String simulator = "localhost:" + freePort();
    private final String rest = "localhost:" + freePort();

    ConnectGuideIT(@TempDir Path scratch) throws IOException {
        this.guide = Files.readString(ROOT.resolve("docs/guides/kafka-connect.md"));
        this.scratch = scratch;
        this.plugins = Files.createDirectory(scratch.resolve("plugins"));
    }

    @Test
    void worksAsItIsTyped() throws Exception {
        assumeTrue(installed("unzip") && installed("curl"), "the guide uses unzip and curl");
        String unpack = commands("unzip")
                .lines()
                .filter(line -> line.startsWith("unzip"))
                .collect(Collectors.joining());
        assertThat(shell("unzip", ROOT, unpack).run(Duration.ofMinutes(1)).errors())
                .isEmpty();
        try (KafkaBroker broker = KafkaBroker.start(Files.createDirectory(scratch.resolve("broker")))) {
            Process instance =
                    shell("simulator", ROOT, "exec " + commands("java -jar")).start();
            Process worker = worker(broker.address()).start();
            try {
                postsTheConnector();
                try (TopicReader topic = new TopicReader(broker.address(), "paradigm.feedback", Optional::empty)) {
                    assertThat(topic.next().entries()).isNotEmpty();
                }
                Command.Ended doctor =
                        shell("doctor", scratch, commands("Doctor")).run(Duration.ofMinutes(2));
                assertThat(doctor.output()).endsWith("all is well\n");
                assertThat(doctor.status()).isZero();
                callsTheWorker();
            } finally {
                for (Process process : List.of(worker, instance)) {
                    StandaloneWorkerIT.end(process);
                }
            }
        }
    }

    private void postsTheConnector() {
        // The worker answers before it takes connectors, and curl ends well with a refusal, too.
        Awaitility.await("the connector is posted")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(shell("curl", scratch, commands("curl"))
                                .run(Duration.ofMinutes(1))
                                .output())
                        .contains("\"paradigm.topic.pattern\":\"paradigm.${report}\""));
    }

    private void callsTheWorker() {
        HttpClient http = HttpClient.newHttpClient();
        List<MatchResult> calls = CALL.matcher(guide).results().toList();
        assertThat(calls).hasSizeGreaterThan(4);
        for (MatchResult call : calls) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + rest + call.group(2)))
                    .method(call.group(1), HttpRequest.BodyPublishers.noBody())
                    .build();
            // Tasks end a while after the answer to a stop, and a reset waits for them.
            Awaitility.await(call.group())
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> http.send(request, HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            < 300);
        }
    }

    /** The one block of commands with these words. */
    private String commands(String words) {
        List<String> blocks = COMMANDS.matcher(guide)
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(words))
                .toList();
        assertThat(blocks).as(words).hasSize(1);
        return blocks.get(0);
    }

    private Command shell(String name, Path folder, String commands) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        return new Command(Files.createDirectories(scratch.resolve(name)), "sh", "-ec", here(commands))
                .with("PATH", java + File.pathSeparator + System.getenv("PATH"))
                .in(folder);
    }

    /** With this test's folder and ports. */
    private String here(String text) {
        return text.replace("/opt/connect-plugins", plugins.toString())
                .replace("localhost:8080", simulator)
                .replace("--port 8080", "--port " + simulator.substring(simulator.indexOf(':') + 1))
                .replace("localhost:8083", rest);
    }

    private Command worker(String broker) throws Exception {
        String properties = Files.readString(ROOT.resolve("examples/kafka-connect/worker.properties"));
        Path file = Files.writeString(
                scratch.resolve("worker.properties"),
                here(properties).replace("broker:9092", broker) + "listeners=http://" + rest + "\n");
        return new Command(
                Files.createDirectory(scratch.resolve("worker")),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                StandaloneWorkerIT.withoutOurs(System.getProperty("java.class.path")),
                ConnectDistributed.class.getName(),
                file.toString());
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
