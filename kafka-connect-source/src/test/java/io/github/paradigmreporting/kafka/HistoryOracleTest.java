package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Company;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The oracle: whatever happened between an instance, tasks that die and settings that differ, in the end the topics,
 * materialised by key, equal the instance. Each history is told by its seed.
 */
class HistoryOracleTest {
    private static final List<Report<?>> REPORTS =
            List.of(Reports.SESSIONS, Reports.DOCUMENTS, Reports.TOOLS, Reports.FEEDBACK, Reports.MEMBERS);

    @Test
    @Timeout(900)
    void topicsEqualTheInstanceAfterAnyHistory() {
        run(Long.getLong("oracle.seed", 0), Integer.getInteger("oracle.histories", 200));
    }

    /** Leaves target/oracle/evidence.json. */
    @Test
    @Tag("long")
    @Timeout(7200)
    void topicsEqualTheInstanceAfterTenThousandHistories() throws Exception {
        Instant began = Instant.now();
        int histories = Integer.getInteger("oracle.long.histories", 10_000);
        long records = run(1_000_000, histories);
        Path folder = Files.createDirectories(PluginArchive.TARGET.resolve("oracle"));
        Files.writeString(folder.resolve("evidence.json"), """
                {"first_seed": 1000000, "histories": %d, "records": %d, "wrong": 0, "twice_under_exactly_once": 0, "seconds": %d}
                """.formatted(
                histories, records, Duration.between(began, Instant.now()).toSeconds()));
    }

    /** As many at once as there are processors: a history waits for its instance half of the time. */
    private static long run(long firstSeed, int histories) {
        return LongStream.range(firstSeed, firstSeed + histories)
                .parallel()
                .map(seed -> new History(seed).run())
                .sum();
    }

    /** Of one that is up to date: open days, and the settled ones to be looked at again. */
    private static final int REQUESTS_OF_A_PASS = 2;

    private static final int RESTATE = 1;
    private static final int VANISH = 2;
    private static final int UNDO = 4;

    /** One history. */
    private static final class History {
        private final long seed;
        private final Random random;
        private final Clock clock;
        private final ParadigmSimulator simulator;
        private final LocalDate today;
        private final LocalDate start;
        private final boolean exactlyOnce;
        private final List<Report<?>> reports;
        private final Map<String, String> config = new HashMap<>();
        private final DrivenTask.Offsets offsets = new DrivenTask.Offsets();
        private final MaterialisedRecords topics = new MaterialisedRecords();
        private int changes;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            // Never in the first hour of a day, when the day before would still count as today, nor over a midnight.
            Instant noon = Instant.parse("2026-03-1" + random.nextInt(10) + "T12:00:00Z");
            this.clock = VirtualClock.running(noon, 1);
            this.simulator = ParadigmSimulator.builder()
                    .clock(Clock.fixed(noon, ZoneOffset.UTC))
                    .seed(seed)
                    .companies(1 + random.nextInt(3))
                    .documentsPerDay(1 + random.nextInt(3))
                    .start();
            this.today = simulator.dataset().today();
            this.start = today.minusDays(random.nextInt(random.nextBoolean() ? 8 : 40));
            this.exactlyOnce = random.nextBoolean();
            List<Report<?>> some = new ArrayList<>(REPORTS);
            Collections.shuffle(some, random);
            this.reports = some.subList(0, 1 + random.nextInt(2));
            config.put("paradigm.base.url", simulator.baseUrl().toString());
            config.put("paradigm.api.key", simulator.key());
            config.put("paradigm.reports", reports.stream().map(Report::name).collect(Collectors.joining(",")));
            config.put("paradigm.start.date", start.toString());
            config.put("paradigm.poll.interval", "1ms");
            config.put("paradigm.requests.per.minute", "100000");
            config.put("paradigm.window.days", Integer.toString(1 + random.nextInt(31)));
            config.put("paradigm.batch.records", Integer.toString(1 + random.nextInt(30)));
            config.put("paradigm.queue.records", Integer.toString(1 + random.nextInt(100)));
            if (random.nextBoolean()) {
                config.put("paradigm.recheck.days", Integer.toString(4 + random.nextInt(20)));
                config.put("paradigm.recheck.interval", "1ms");
            }
            if (random.nextInt(3) == 0) {
                config.put(
                        "paradigm.companies",
                        simulator.dataset().companies().stream()
                                .map(company -> Long.toString(company.id()))
                                .collect(Collectors.joining(",")));
            }
        }

        long run() {
            try (simulator) {
                for (int life = random.nextInt(5); life > 0; life--) {
                    try (DrivenTask task = task()) {
                        boolean more = true;
                        for (int polls = random.nextInt(4); polls >= 0 && more; polls--) {
                            List<SourceRecord> records = next(task);
                            deliver(records, polls == 0);
                            more = !records.isEmpty();
                        }
                    }
                    change();
                    change();
                }
                try (DrivenTask task = task()) {
                    // Longer than a request waits for an answer: one that is lost is sent again.
                    long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
                    while (!equal()) {
                        if (System.nanoTime() > end) {
                            throw new AssertionError("seed " + seed + ": not equal after a while; today " + today
                                    + ", exactly once " + exactlyOnce + ", "
                                    + reports.stream()
                                            .map(report -> topics.difference(simulator, report, start, today))
                                            .toList()
                                    + " with " + new TreeMap<>(config).tailMap("paradigm.b"));
                        }
                        topics.apply(task.poll());
                    }
                }
                if (exactlyOnce) {
                    topics.assertNothingTwice();
                }
                return topics.applied();
            } catch (InterruptedException | RuntimeException e) {
                throw new AssertionError("seed " + seed + " with " + config.keySet(), e);
            }
        }

        private DrivenTask task() {
            return new DrivenTask(config, offsets, clock, Duration.ofMillis(10));
        }

        /** The next records, or none when the instance was asked for everything twice and there was nothing to tell. */
        private List<SourceRecord> next(DrivenTask task) throws InterruptedException {
            long enough = simulator.journal().count() + 2L * REQUESTS_OF_A_PASS * reports.size();
            List<SourceRecord> records = task.poll();
            while (records.isEmpty() && simulator.journal().count() < enough) {
                records = task.poll();
            }
            return records;
        }

        /** What Kafka has of a poll when the task dies after it: all or nothing of the last one, or any part of it. */
        private void deliver(List<SourceRecord> records, boolean last) {
            List<SourceRecord> delivered = records;
            if (last) {
                delivered = exactlyOnce
                        ? random.nextBoolean() ? records : List.of()
                        : records.subList(0, random.nextInt(records.size() + 1));
            }
            topics.apply(delivered);
            offsets.commit(delivered);
        }

        private boolean equal() {
            return reports.stream().allMatch(report -> topics.equalTo(simulator, report, start, today));
        }

        private void change() {
            List<Company> companies = simulator.dataset().companies();
            long company = companies.get(random.nextInt(companies.size())).id();
            LocalDate day = today.minusDays(random.nextInt(config.containsKey("paradigm.recheck.days") ? 4 : 3));
            // No value comes twice, but by undoing.
            long value = 1_000_000 + 1_000L * ++changes + random.nextInt(1000);
            int change = random.nextInt(6);
            // A row that Kafka got without its offset, and that vanishes or is as before again by the
            // next pass, stays: at least once cannot know of it. So nothing vanishes or is undone there.
            switch (!exactlyOnce && (change == VANISH || change == UNDO) ? RESTATE : change) {
                case 0 -> simulator.edits().set(Reports.SESSIONS, company, day, "sessions_count", value);
                case RESTATE -> simulator.edits().set(Reports.DOCUMENTS, company, day, "usage_count", value);
                case VANISH ->
                    simulator.edits().vanish(Reports.DOCUMENTS, company, day, row -> row.documentId() % 2 == value % 2);
                case 3 -> simulator.edits().set(Reports.TOOLS, company, day, "usage_count", value);
                case UNDO -> simulator.edits().undo(Reports.DOCUMENTS, company, day);
                default -> {
                    if (!config.containsKey("paradigm.companies") && companies.size() < 5) {
                        Company known = companies.get(0);
                        simulator
                                .edits()
                                .appear(new Company(
                                        4000 + companies.size(),
                                        "Newcomer",
                                        known.people(),
                                        known.firstDay(),
                                        known.lastDay()));
                    }
                }
            }
        }
    }
}
