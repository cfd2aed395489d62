package io.github.paradigmreporting.benchmarks;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records per second and time to the first record of the Kafka Connect source, end to end, beside Kafka's own connect-file,
 * which reads lines of a local file and so is what the framework can do at best. Both with and without exactly-once, in one
 * JVM, in turns. Arguments: rounds (5), documents per company and day (400); {@code --peer}, a plugin folder and a properties
 * file, to measure one more connector, see {@link Peer}.
 */
final class ConnectThroughput {
    private static final int DAYS = 60;
    private static final int COMPANIES = 5;
    private static final Duration PEERS_PATIENCE = Duration.ofMinutes(3);

    private ConnectThroughput() {}

    public static void main(String... arguments) throws IOException {
        List<String> given = Arrays.asList(arguments);
        int peerAt = given.indexOf("--peer");
        List<String> numbers = peerAt < 0 ? given : given.subList(0, peerAt);
        List<Path> peer = peerAt < 0
                ? List.of()
                : given.subList(peerAt + 1, given.size()).stream().map(Path::of).toList();
        if (peerAt >= 0 && peer.size() != 2) {
            throw new IllegalArgumentException("--peer takes a plugin folder and a properties file, and comes last");
        }
        run(number(numbers, 0, 5), number(numbers, 1, 400), peer);
    }

    private static int number(List<String> numbers, int at, int otherwise) {
        return numbers.size() > at ? Integer.parseInt(numbers.get(at)) : otherwise;
    }

    private static void run(int rounds, int documents, List<Path> named) throws IOException {
        Map<String, List<ConnectUnderTest.Times>> times = new LinkedHashMap<>();
        Path plugins = named.isEmpty() ? null : named.get(0);
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC))
                        .companies(COMPANIES)
                        .documentsPerDay(documents)
                        .start();
                ConnectUnderTest once = new ConnectUnderTest(true, plugins);
                ConnectUnderTest atLeastOnce = new ConnectUnderTest(false, plugins)) {
            LocalDate today = simulator.dataset().today();
            LocalDate start = today.minusDays(DAYS);
            List<DocumentUse> rows = simulator.dataset().rows(Reports.DOCUMENTS, start, today);
            Path file = Files.createTempFile("lines", ".txt");
            Files.writeString(file, rows.stream().map(row -> row + "\n").collect(Collectors.joining()));
            try (Peer peer = named.isEmpty() ? null : new Peer(named.get(0), named.get(1), rows)) {
                for (int round = 0; round <= rounds; round++) {
                    for (boolean exactly : new boolean[] {round % 2 == 0, round % 2 != 0}) {
                        ConnectUnderTest cluster = exactly ? once : atLeastOnce;
                        String kind = exactly ? ", exactly-once" : ", at-least-once";
                        String name = "n" + round;
                        Map<String, ConnectUnderTest.Times> measured = new LinkedHashMap<>();
                        measured.put(
                                "paradigm-reporting" + kind,
                                cluster.run(
                                        "ours" + name, ours(simulator, name, start), name + ".documents", rows.size()));
                        measured.put(
                                "connect-file" + kind,
                                cluster.run("file" + name, file(file, "lines" + name), "lines" + name, rows.size()));
                        if (peer != null) {
                            String topic = "peer" + name;
                            Map<String, String> config =
                                    peer.config(topic, file, simulator.baseUrl().toString(), simulator.key());
                            measured.put(
                                    "peer " + peer.name() + kind,
                                    cluster.run(topic, config, Map.of(topic, (long) rows.size()), PEERS_PATIENCE));
                        }
                        // The first round warms up.
                        if (round > 0) {
                            measured.forEach((one, time) -> times.computeIfAbsent(one, any -> new ArrayList<>())
                                    .add(time));
                        }
                    }
                }
            }
            Files.delete(file);
            print(times, rows.size());
        }
    }

    private static void print(Map<String, List<ConnectUnderTest.Times>> times, int records) {
        System.out.printf(
                Locale.ROOT,
                "%d records, %d processors%n",
                records,
                Runtime.getRuntime().availableProcessors());
        times.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-46s all after %s ms; %.0f records/s; first after %s ms%n",
                name,
                spread(all, ConnectUnderTest.Times::last),
                records * 1000.0 / median(all, ConnectUnderTest.Times::last),
                spread(all, ConnectUnderTest.Times::first)));
    }

    private static String spread(List<ConnectUnderTest.Times> all, Function<ConnectUnderTest.Times, Duration> time) {
        return median(all, time) + " ("
                + all.stream()
                        .map(time)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .toMillis() + ".."
                + all.stream()
                        .map(time)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .toMillis() + ")";
    }

    private static long median(List<ConnectUnderTest.Times> all, Function<ConnectUnderTest.Times, Duration> time) {
        List<Duration> sorted = all.stream().map(time).sorted().toList();
        return sorted.get(sorted.size() / 2).toMillis();
    }

    private static Map<String, String> ours(ParadigmSimulator simulator, String name, LocalDate start) {
        return Map.ofEntries(
                Map.entry("connector.class", "io.github.paradigmreporting.kafka.ParadigmReportingSourceConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("paradigm.base.url", simulator.baseUrl().toString()),
                Map.entry("paradigm.api.key", simulator.key()),
                Map.entry("paradigm.reports", "documents"),
                Map.entry("paradigm.topic.pattern", name + ".${report}"),
                Map.entry("paradigm.progress.topic", name + ".progress"),
                Map.entry("paradigm.value.format", "map"),
                Map.entry("paradigm.start.date", start.toString()),
                Map.entry("topic.creation.default.partitions", "1"),
                Map.entry("topic.creation.default.replication.factor", "1"));
    }

    private static Map<String, String> file(Path file, String topic) {
        return Map.of(
                "connector.class", "org.apache.kafka.connect.file.FileStreamSourceConnector",
                "tasks.max", "1",
                "batch.size", "2000",
                "file", file.toString(),
                "topic", topic);
    }
}
