package io.github.paradigmreporting.kafka;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A broker and a Connect worker, each in a JVM of its own that can be killed. Our classes are not on their class path: the
 * worker finds the connector in the plugin folder.
 */
final class KafkaProcesses implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Path plugins;
    private final int brokerPort = freePort();
    private final String bootstrap;
    private final int controllerPort = freePort();
    private final int restPort = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process broker;
    private @Nullable Process worker;
    private int workers;

    KafkaProcesses(Path folder, Path plugins) {
        this.folder = folder;
        this.plugins = plugins;
        this.bootstrap = "localhost:" + brokerPort;
    }

    /** With a broker that runs already. */
    KafkaProcesses(Path folder, Path plugins, String bootstrap) {
        this.folder = folder;
        this.plugins = plugins;
        this.bootstrap = bootstrap;
    }

    String bootstrap() {
        return bootstrap;
    }

    void startBroker() throws IOException, InterruptedException {
        Path config = write(
                "broker.properties",
                Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@localhost:" + controllerPort),
                        Map.entry(
                                "listeners",
                                "PLAINTEXT://localhost:" + brokerPort + ",CONTROLLER://localhost:" + controllerPort),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("log.dirs", folder.resolve("log").toString()),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("offsets.topic.num.partitions", "1"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("transaction.state.log.num.partitions", "1"),
                        Map.entry("group.initial.rebalance.delay.ms", "0")));
        Process format = run(
                "format",
                kafkaOnly(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                "AAAAAAAAAAAAAAAAAAAAAQ",
                "-c",
                config.toString());
        if (!format.waitFor(3, TimeUnit.MINUTES) || format.exitValue() != 0) {
            throw new IllegalStateException("the broker's folder could not be formatted, see " + folder);
        }
        broker = run("broker", kafkaOnly(), "kafka.Kafka", config.toString());
        // A worker ends when the broker does not answer for a minute.
        Awaitility.await("the broker answers")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> {
                    try (KafkaConsumer<byte[], byte[]> consumer = consumer("read_committed")) {
                        return consumer.listTopics() != null;
                    }
                });
    }

    void startWorker() throws IOException {
        startWorker(Map.of());
    }

    /** Starts a worker with other settings. */
    void startWorker(Map<String, String> settings) throws IOException {
        startWorker("connect", kafkaOnly(), settings);
    }

    /** Starts a worker of a group of its own, from other jars. */
    void startWorker(String group, String classPath) throws IOException {
        startWorker(group, classPath, Map.of());
    }

    private void startWorker(String group, String classPath, Map<String, String> settings) throws IOException {
        Map<String, String> entries = new HashMap<>(Map.ofEntries(
                Map.entry("bootstrap.servers", bootstrap()),
                Map.entry("group.id", group),
                Map.entry("listeners", "http://localhost:" + restPort),
                Map.entry("config.storage.topic", group + "-configs"),
                Map.entry("offset.storage.topic", group + "-offsets"),
                Map.entry("status.storage.topic", group + "-status"),
                Map.entry("config.storage.replication.factor", "1"),
                Map.entry("offset.storage.replication.factor", "1"),
                Map.entry("status.storage.replication.factor", "1"),
                Map.entry("offset.storage.partitions", "1"),
                Map.entry("status.storage.partitions", "1"),
                Map.entry("key.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("exactly.once.source.support", "enabled"),
                Map.entry("plugin.discovery", "service_load"),
                Map.entry("plugin.path", plugins.toString()),
                Map.entry("session.timeout.ms", "6000"),
                Map.entry("heartbeat.interval.ms", "1500"),
                Map.entry("scheduled.rebalance.max.delay.ms", "0")));
        entries.putAll(settings);
        Path config = write("worker.properties", entries);
        worker = run(
                "worker-" + ++workers, classPath, "org.apache.kafka.connect.cli.ConnectDistributed", config.toString());
    }

    /** SIGKILL. */
    void killWorker() throws InterruptedException {
        Process running = worker;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /** Puts a connector's configuration, as soon as the worker takes it. */
    void configure(String connector, String json) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + restPort + "/connectors/" + connector + "/config"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        Awaitility.await("the worker takes the connector")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() ->
                        http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() / 100 == 2);
    }

    KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private Process run(String name, String classPath, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath,
                mainClass));
        command.addAll(List.of(arguments));
        File log = folder.resolve(name + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static String kafkaOnly() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("paradigm"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path write(String name, Map<String, String> entries) throws IOException {
        Properties properties = new Properties();
        properties.putAll(entries);
        Path file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Process process : Arrays.asList(worker, broker)) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
