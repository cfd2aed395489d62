package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.utils.AppInfoParser;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * SIGKILL of a real worker process, again and again, while the instance restates and forgets rows. Run by {@code
 * kafka-connect-source/it/kill-test}; {@code kill.count} and {@code kill.seed} say how often and how, {@code
 * kill.exactlyOnce=false} without transactions. Leaves {@code target/kill-test/evidence.json}.
 */
@Tag("long")
class KillIT {
    /** How often a worker without exactly-once stores offsets. */
    private static final Duration FLUSH = Duration.ofSeconds(2);

    private static final List<Report<?>> REPORTS = List.of(Reports.SESSIONS, Reports.DOCUMENTS, Reports.TOOLS);

    private final int kills = Integer.getInteger("kill.count", 50);
    private final long seed = Long.getLong("kill.seed", 20260101L);
    private final boolean exactlyOnce = Boolean.parseBoolean(System.getProperty("kill.exactlyOnce", "true"));
    private final Random random = new Random(seed);
    private final Path folder = PluginArchive.TARGET.toAbsolutePath().resolve("kill-test");
    private final ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(Clock.fixed(Instant.now(), ZoneOffset.UTC))
            .companies(4)
            .documentsPerDay(20)
            .start();
    private final LocalDate today = simulator.dataset().today();
    private final LocalDate start = today.minusDays(400);
    private long changes;

    @Test
    @Timeout(7200)
    void losesNothingAndRepeatsNothingExactlyOnce() throws Exception {
        Path run = Files.createDirectories(folder.resolve(Long.toString(System.currentTimeMillis())));
        Path plugins = Files.createDirectories(run.resolve("plugins"));
        PluginArchive.unpack("plugin", plugins);
        Instant began = Instant.now();
        try (simulator;
                KafkaProcesses kafka = new KafkaProcesses(run, plugins)) {
            kafka.startBroker();
            kafka.startWorker(worker());
            kafka.configure("usage", connector());
            for (int kill = 0; kill < kills; kill++) {
                awaitRequests();
                // At least once, a row that Kafka got without its offset, and that vanishes or is as
                // before
                // again by the next pass, stays.
                boolean settled = !exactlyOnce && kill % 5 == 4;
                if (settled) {
                    awaitEqual(kafka);
                    simulator.journal().await(asked -> false, FLUSH.multipliedBy(3));
                }
                changeSomething(exactlyOnce || settled);
                int wait = random.nextInt(2500);
                simulator.journal().await(asked -> false, Duration.ofMillis(wait));
                kafka.killWorker();
                simulator.journal().clear();
                kafka.startWorker(worker());
            }
            try {
                awaitEqual(kafka);
            } finally {
                writeEvidence(kafka, began);
            }
        }
    }

    private void awaitEqual(KafkaProcesses kafka) {
        for (Report<?> report : REPORTS) {
            Awaitility.await(report.name())
                    .atMost(Duration.ofMinutes(15))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> missing(kafka, report) == 0);
        }
    }

    private void awaitRequests() throws InterruptedException {
        assertThat(simulator.journal().await(asked -> !asked.isEmpty(), Duration.ofMinutes(10)))
                .as("the worker's tasks ask the instance")
                .isTrue();
    }

    /** Restates or forgets rows of days that are still open, of every company. No figure is ever what it was before. */
    private void changeSomething(boolean mayVanish) {
        simulator.dataset().companies().forEach(company -> {
            LocalDate day = today.minusDays(random.nextInt(4));
            long value = 1000 + changes++;
            simulator.edits().set(Reports.SESSIONS, company.id(), day, "sessions_count", value);
            switch (mayVanish ? random.nextInt(3) : 2) {
                case 0 ->
                    simulator
                            .edits()
                            .vanish(Reports.DOCUMENTS, company.id(), day, row -> (row.documentId() + value) % 5 == 0);
                case 1 -> simulator.edits().undo(Reports.DOCUMENTS, company.id(), day);
                default -> simulator.edits().set(Reports.TOOLS, company.id(), day, "usage_count", value);
            }
        });
    }

    /** Keys whose last committed value is not the instance's. */
    private <R extends Row> long missing(KafkaProcesses kafka, Report<R> report) {
        var held = ReadTopic.of(kafka.consumer("read_committed"), topic(report)).materialised();
        var wanted = ReadTopic.expected(report, simulator.dataset().stream(report, start, today, Set.of()));
        long wrong = wanted.entrySet().stream()
                .filter(row -> !row.getValue().equals(held.get(row.getKey())))
                .count();
        return wrong
                + held.keySet().stream().filter(key -> !wanted.containsKey(key)).count();
    }

    private void writeEvidence(KafkaProcesses kafka, Instant began) throws IOException {
        long records = 0;
        long tombstones = 0;
        long duplicated = 0;
        long uncommitted = 0;
        long wrong = 0;
        for (Report<?> report : REPORTS) {
            wrong += missing(kafka, report);
            ReadTopic committed = ReadTopic.of(kafka.consumer("read_committed"), topic(report));
            records += committed.entries().size();
            tombstones += committed.entries().stream()
                    .filter(entry -> entry.value() == null)
                    .count();
            duplicated += committed.repetitions();
            uncommitted += ReadTopic.of(kafka.consumer("read_uncommitted"), topic(report))
                    .entries()
                    .size();
        }
        String evidence = """
                {
                  "seed": %d,
                  "kills": %d,
                  "exactly_once": %s,
                  "changes": %d,
                  "records_committed": %d,
                  "tombstones": %d,
                  "records_uncommitted": %d,
                  "lost_or_wrong": %d,
                  "duplicated": %d,
                  "kafka": "%s",
                  "java": "%s",
                  "connector": "%s",
                  "seconds": %d
                }
                """.formatted(
                        seed,
                        kills,
                        exactlyOnce,
                        changes,
                        records,
                        tombstones,
                        uncommitted,
                        wrong,
                        duplicated,
                        AppInfoParser.getVersion(),
                        Runtime.version(),
                        Version.get(),
                        Duration.between(began, Instant.now()).toSeconds());
        Files.writeString(folder.resolve("evidence.json"), evidence);
        assertThat(tombstones).as("rows did vanish").isPositive();
        assertThat(wrong).as(evidence).isZero();
        if (exactlyOnce) {
            assertThat(duplicated).as(evidence).isZero();
        }
    }

    private Map<String, String> worker() {
        return exactlyOnce
                ? Map.of()
                : Map.of(
                        "exactly.once.source.support",
                        "disabled",
                        "offset.flush.interval.ms",
                        Long.toString(FLUSH.toMillis()));
    }

    private String connector() {
        return """
                {
                  "connector.class": "io.github.paradigmreporting.kafka.ParadigmReportingSourceConnector",
                  "tasks.max": "2",
                  "exactly.once.support": "%s",
                  "paradigm.base.url": "%s",
                  "paradigm.api.key": "%s",
                  "paradigm.reports": "sessions,documents,tools",
                  "paradigm.start.date": "%s",
                  "paradigm.poll.interval": "100ms",
                  "paradigm.batch.records": "200",
                  "paradigm.requests.per.minute": "100000"
                }
                """.formatted(exactlyOnce ? "required" : "requested", simulator.baseUrl(), simulator.key(), start);
    }

    private static String topic(Report<?> report) {
        return "paradigm." + report.name();
    }
}
