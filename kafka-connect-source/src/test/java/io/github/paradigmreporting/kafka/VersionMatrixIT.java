package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The same plugin archive on workers of many Kafka versions, each a process with its own class path, against one broker. Run
 * by {@code kafka-connect-source/it/version-matrix}, which fetches the workers; leaves {@code target/version-matrix/table.md}.
 */
@Tag("long")
class VersionMatrixIT {
    private static final List<Report<?>> REPORTS = List.of(Reports.SESSIONS, Reports.DOCUMENTS);

    private final Path workers = Path.of(System.getProperty("matrix.workers", "none"));
    private final Path folder = PluginArchive.TARGET.toAbsolutePath().resolve("version-matrix");
    private final List<String> table = new ArrayList<>(List.of(
            "| Worker | Records | Tombstones | Lost or wrong | Twice | Seconds |", "|---|---|---|---|---|---|"));

    @Test
    @Timeout(3600)
    void equalsTheInstanceOnEveryVersion() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isDirectory(workers), "the script it/version-matrix fetches the workers");
        Path run = Files.createDirectories(folder.resolve(Long.toString(System.currentTimeMillis())));
        Path plugins = Files.createDirectories(run.resolve("plugins"));
        PluginArchive.unpack("plugin", plugins);
        try (KafkaProcesses kafka = new KafkaProcesses(run, plugins)) {
            kafka.startBroker();
            for (String version : System.getProperty("matrix.versions", "").split(",", -1)) {
                examine(kafka, version);
            }
        }
    }

    private void examine(KafkaProcesses kafka, String version) throws Exception {
        Instant began = Instant.now();
        String name = "v" + version;
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                .clock(Clock.fixed(Instant.now(), ZoneOffset.UTC))
                .companies(3)
                .documentsPerDay(10)
                .start()) {
            LocalDate today = simulator.dataset().today();
            LocalDate start = today.minusDays(100);
            kafka.startWorker(name, classPath(workers.resolve(version)));
            kafka.configure(name, connector(simulator, name, start));
            awaitEqual(kafka, simulator, name, start, today);
            // Of a day that is still open and has rows, whatever day of the week it is.
            DocumentUse gone = simulator
                    .dataset()
                    .rows(Reports.DOCUMENTS, today.minusDays(3), today)
                    .get(0);
            simulator.edits().set(Reports.SESSIONS, gone.companyId(), gone.date(), "sessions_count", 4711L);
            simulator
                    .edits()
                    .vanish(
                            Reports.DOCUMENTS,
                            gone.companyId(),
                            gone.date(),
                            row -> row.documentId() == gone.documentId());
            kafka.killWorker();
            kafka.startWorker(name, classPath(workers.resolve(version)));
            awaitEqual(kafka, simulator, name, start, today);
            kafka.killWorker();
            note(kafka, simulator, name, version, start, today, began);
        }
    }

    private void awaitEqual(
            KafkaProcesses kafka, ParadigmSimulator simulator, String name, LocalDate start, LocalDate today) {
        for (Report<?> report : REPORTS) {
            Awaitility.await(name + " " + report)
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() -> wrong(kafka, simulator, name, report, start, today) == 0);
        }
    }

    private <R extends Row> long wrong(
            KafkaProcesses kafka,
            ParadigmSimulator simulator,
            String name,
            Report<R> report,
            LocalDate start,
            LocalDate today) {
        var held = ReadTopic.of(kafka.consumer("read_committed"), name + "." + report.name())
                .materialised();
        var wanted = ReadTopic.expected(report, simulator.dataset().stream(report, start, today, Set.of()));
        return wanted.entrySet().stream()
                        .filter(row -> !row.getValue().equals(held.get(row.getKey())))
                        .count()
                + held.keySet().stream().filter(key -> !wanted.containsKey(key)).count();
    }

    private void note(
            KafkaProcesses kafka,
            ParadigmSimulator simulator,
            String name,
            String version,
            LocalDate start,
            LocalDate today,
            Instant began)
            throws IOException {
        long wrong = 0;
        long records = 0;
        long tombstones = 0;
        long twice = 0;
        for (Report<?> report : REPORTS) {
            wrong += wrong(kafka, simulator, name, report, start, today);
            ReadTopic read = ReadTopic.of(kafka.consumer("read_committed"), name + "." + report.name());
            records += read.entries().size();
            tombstones += read.entries().stream()
                    .filter(entry -> entry.value() == null)
                    .count();
            twice += read.repetitions();
        }
        table.add("| " + version + " | " + records + " | " + tombstones + " | " + wrong + " | " + twice + " | "
                + Duration.between(began, Instant.now()).toSeconds() + " |");
        String text = String.join("\n", table) + "\n\nBroker " + AppInfoParser.getVersion() + ", Java "
                + Runtime.version() + ", connector " + Version.get() + "\n";
        Files.writeString(folder.resolve("table.md"), text);
        assertThat(wrong).as(text).isZero();
        assertThat(twice).as(text).isZero();
        assertThat(tombstones).as("rows did vanish").isPositive();
    }

    private static String classPath(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static String connector(ParadigmSimulator simulator, String name, LocalDate start) {
        return """
                {
                  "connector.class": "io.github.paradigmreporting.kafka.ParadigmReportingSourceConnector",
                  "tasks.max": "2",
                  "exactly.once.support": "required",
                  "paradigm.base.url": "%s",
                  "paradigm.api.key": "%s",
                  "paradigm.reports": "sessions,documents",
                  "paradigm.topic.pattern": "%s.${report}",
                  "paradigm.progress.topic": "%s.progress",
                  "paradigm.start.date": "%s",
                  "paradigm.poll.interval": "100ms",
                  "paradigm.batch.records": "200",
                  "paradigm.requests.per.minute": "100000"
                }
                """.formatted(simulator.baseUrl(), simulator.key(), name, name, start);
    }
}
