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
 * JVM, in turns. Arguments: rounds (5), documents per company and day (400).
 */
final class ConnectThroughput {
    private static final int DAYS = 60;
    private static final int COMPANIES = 5;

    private ConnectThroughput() {}

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int documents = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        Map<String, List<ConnectUnderTest.Times>> times = new LinkedHashMap<>();
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC))
                        .companies(COMPANIES)
                        .documentsPerDay(documents)
                        .start();
                ConnectUnderTest once = new ConnectUnderTest(true);
                ConnectUnderTest atLeastOnce = new ConnectUnderTest(false)) {
            LocalDate today = simulator.dataset().today();
            LocalDate start = today.minusDays(DAYS);
            List<DocumentUse> rows = simulator.dataset().rows(Reports.DOCUMENTS, start, today);
            Path file = Files.createTempFile("lines", ".txt");
            Files.writeString(file, rows.stream().map(row -> row + "\n").collect(Collectors.joining()));
            for (int round = 0; round <= rounds; round++) {
                for (boolean exactly : new boolean[] {round % 2 == 0, round % 2 != 0}) {
                    ConnectUnderTest cluster = exactly ? once : atLeastOnce;
                    String kind = exactly ? ", exactly-once" : ", at-least-once";
                    String name = "n" + round;
                    ConnectUnderTest.Times ours =
                            cluster.run("ours" + name, ours(simulator, name, start), name + ".documents", rows.size());
                    ConnectUnderTest.Times lines =
                            cluster.run("file" + name, file(file, "lines" + name), "lines" + name, rows.size());
                    // The first round warms up.
                    if (round > 0) {
                        times.computeIfAbsent("paradigm-reporting" + kind, any -> new ArrayList<>())
                                .add(ours);
                        times.computeIfAbsent("connect-file" + kind, any -> new ArrayList<>())
                                .add(lines);
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
                "%-36s all after %s ms; %.0f records/s; first after %s ms%n",
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
