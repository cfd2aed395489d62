package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that are killed while the instance restates, forgets and learns; the next one starts from what was committed. */
class KilledTaskTest {
    private static final List<Report<?>> REPORTS = List.of(Reports.SESSIONS, Reports.DOCUMENTS);
    private static final int KILLS = 120;

    private final ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(VirtualClock.standing())
            .companies(2)
            .documentsPerDay(3)
            .start();
    private final LocalDate today = simulator.dataset().today();
    private final LocalDate start = today.minusDays(7);
    private final DrivenTask.Offsets offsets = new DrivenTask.Offsets();
    private final MaterialisedRecords topics = new MaterialisedRecords();
    private final Random random = new Random(20260101);

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Records and offsets are not atomic: any number of records may be out, and each committed what it carried. */
    @Test
    void losesNothingWhereverItIsKilledAtLeastOnce() throws Exception {
        // A row that Kafka got without its offset, and that vanishes or is as before again by the next
        // pass, stays.
        boolean mayVanish = true;
        for (int kill = 0; kill < KILLS; kill++) {
            changeSomething(mayVanish);
            if (kill % 20 == 19) {
                settle();
                mayVanish = true;
            } else {
                try (DrivenTask task = task()) {
                    List<SourceRecord> records = firstBatch(task);
                    List<SourceRecord> delivered = records.subList(0, random.nextInt(records.size() + 1));
                    topics.apply(delivered);
                    offsets.commit(delivered);
                    mayVanish &= delivered.size() == records.size();
                }
            }
        }
        settle();
        assertEqual();
    }

    /** Records and offsets of a poll are one transaction, which is committed or never was. */
    @Test
    void repeatsNothingWhereverItIsKilledExactlyOnce() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            changeSomething(true);
            try (DrivenTask task = task()) {
                List<SourceRecord> records = firstBatch(task);
                if (random.nextInt(3) > 0) {
                    topics.apply(records);
                    offsets.commit(records);
                }
            }
        }
        settle();
        assertEqual();
        topics.assertNothingTwice();
        long applied = topics.applied();
        settle();
        assertThat(topics.applied()).as("a pass without changes sends nothing").isEqualTo(applied);
    }

    private void assertEqual() {
        for (Report<?> report : REPORTS) {
            assertThat(topics.equalTo(simulator, report, start, today))
                    .as(report.name())
                    .isTrue();
        }
    }

    /** Restates or forgets rows of a day that is still open. */
    private void changeSomething(boolean mayVanish) {
        LocalDate day = today.minusDays(random.nextInt(3));
        long company = simulator.dataset().companies().get(random.nextInt(2)).id();
        int value = random.nextInt(1000);
        switch (random.nextInt(mayVanish ? 4 : 2)) {
            case 0 -> simulator.edits().set(Reports.SESSIONS, company, day, "sessions_count", (long) value);
            case 1 -> simulator.edits().set(Reports.DOCUMENTS, company, day, "usage_count", (long) value);
            case 2 ->
                simulator.edits().vanish(Reports.DOCUMENTS, company, day, row -> (row.documentId() + value) % 3 == 0);
            default -> simulator.edits().undo(Reports.DOCUMENTS, company, day);
        }
    }

    /** What a task hands over first; nothing when a whole pass had nothing to tell. */
    private List<SourceRecord> firstBatch(DrivenTask task) throws InterruptedException {
        while (true) {
            List<SourceRecord> records = task.poll();
            if (!records.isEmpty() || passed()) {
                return records;
            }
        }
    }

    /** Lets a task work in peace until it has nothing more to tell. */
    private void settle() throws InterruptedException {
        try (DrivenTask task = task()) {
            boolean quiet = false;
            while (!quiet) {
                List<SourceRecord> records = task.poll();
                topics.apply(records);
                offsets.commit(records);
                quiet = records.isEmpty() && passed();
            }
        }
    }

    /** Whether the task that runs has asked for everything twice: then its first pass is over. */
    private boolean passed() {
        return REPORTS.stream().allMatch(report -> simulator.journal().count(report.name()) >= 4);
    }

    private DrivenTask task() {
        simulator.journal().clear();
        return new DrivenTask(
                Map.of(
                        "paradigm.base.url", simulator.baseUrl().toString(),
                        "paradigm.api.key", simulator.key(),
                        "paradigm.reports", "sessions,documents",
                        "paradigm.start.date", start.toString(),
                        "paradigm.poll.interval", "1ms",
                        "paradigm.batch.records", "1",
                        "paradigm.requests.per.minute", "100000"),
                offsets,
                DrivenTask.running(),
                Duration.ofMillis(20));
    }
}
