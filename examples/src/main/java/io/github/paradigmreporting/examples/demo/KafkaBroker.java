package io.github.paradigmreporting.examples.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker (KRaft: broker and controller in one) in this JVM, on free ports of this machine. */
final class KafkaBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final String address;
    private final KafkaRaftServer server;
    private final Locale before;

    private KafkaBroker(String address, KafkaRaftServer server, Locale before) {
        this.address = address;
        this.server = server;
        this.before = before;
    }

    /**
     * Starts a broker; it answers when this returns.
     *
     * @param folder an empty folder for its data
     */
    static KafkaBroker start(Path folder) throws IOException {
        // Kafka ends the JVM when something is badly wrong; here it must end with a message.
        Exit.setExitProcedure(KafkaBroker::refuseToExit);
        Exit.setHaltProcedure(KafkaBroker::refuseToExit);
        String address = HOST + ":" + freePort();
        Properties properties = properties(address, HOST + ":" + freePort(), folder.resolve("log"));
        Locale before = Locale.getDefault();
        // It finds its enums by the default locale, which fails where a capital i has a dot (Turkish), and names its
        // files
        // with the digits of the locale (Arabic).
        Locale.setDefault(Locale.ROOT);
        try {
            format(properties, folder.resolve("server.properties"));
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(address, server, before);
        } catch (IOException | RuntimeException e) {
            Locale.setDefault(before);
            throw e;
        }
    }

    /** Its address, as {@code bootstrap.servers} wants it. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        Locale.setDefault(before);
    }

    private static Properties properties(String address, String controller, Path log) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@" + controller,
                "listeners",
                "PLAINTEXT://" + address + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "PLAINTEXT://" + address,
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                log.toString()));
        // One broker, so one copy of everything; few partitions, so that it starts and stops soon.
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "controlled.shutdown.enable", "false"));
        return properties;
    }

    /** What {@code kafka-storage format} does. */
    private static void format(Properties properties, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int status = StorageTool.execute(arguments, nowhere);
        if (status != 0) {
            throw new IOException("cannot prepare the broker's folder " + file.getParent() + ": status " + status);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void refuseToExit(int status, String message) {
        throw new IllegalStateException(message == null ? "Kafka wanted to stop with status " + status : message);
    }
}
