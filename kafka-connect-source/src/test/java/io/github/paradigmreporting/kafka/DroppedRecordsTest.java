package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that Connect drops before they reach Kafka, because of a transform or converter. */
class DroppedRecordsTest {
    private final ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(VirtualClock.standing())
            .companies(2)
            .documentsPerDay(4)
            .start();
    private final LocalDate today = simulator.dataset().today();
    private final LocalDate start = today.minusDays(9);
    private final DrivenTask.Offsets offsets = new DrivenTask.Offsets();
    private final MaterialisedRecords topics = new MaterialisedRecords();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void thePositionStaysBeforeARowThatWasDropped() throws Exception {
        int[] rows = {0};
        try (DrivenTask task = task(Map.of())) {
            assertThatThrownBy(() -> drive(task, record -> isRow(record) && ++rows[0] % 5 == 3))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("of the topic paradigm.documents")
                    .hasMessageContaining("errors.tolerance")
                    .hasMessageContaining("paradigm.allow.dropped.records=true");
        }
        try (DrivenTask task = task(Map.of())) {
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start, today)) {
                drive(task, record -> false, 1);
            }
        }
    }

    @Test
    void theProgressRecordThatTakesThePositionBackSaysWhatIsFinal() throws Exception {
        List<SourceRecord> seen = new ArrayList<>();
        try (DrivenTask task = task(Map.of())) {
            assertThatThrownBy(() -> {
                        boolean dropped = false;
                        while (true) {
                            for (SourceRecord record : task.poll()) {
                                seen.add(record);
                                boolean drop = !dropped && isRow(record) && seen.size() > 20;
                                dropped |= drop;
                                task.committed(record, !drop);
                            }
                        }
                    })
                    .isInstanceOf(ConnectException.class);
        }
        SourceRecord last = seen.get(seen.size() - 1);
        Struct value = (Struct) last.value();
        assertThat(value.getString("event")).isEqualTo("rows_dropped");
        assertThat(value.getInt64("new_rows")).isZero();
        SourceRecord lost = seen.stream()
                .filter(record -> isRow(record) && record.sourceOffset() == last.sourceOffset())
                .findFirst()
                .orElseThrow();
        assertThat(last.sourcePartition()).isEqualTo(lost.sourcePartition());
    }

    @Test
    void aDroppedProgressRecordFailsTheTaskAndNamesThePredicate() {
        try (DrivenTask task = task(Map.of())) {
            assertThatThrownBy(() -> drive(task, record -> !isRow(record)))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("of the topic paradigm.progress")
                    .hasMessageContaining("predicate");
        }
        assertThat(offsets.stored()).isEmpty();
    }

    @Test
    void whereDropsAreAllowedTheTaskGoesOnAndCountsThem() throws Exception {
        int[] dropped = {0};
        try (DrivenTask task = task(Map.of("paradigm.allow.dropped.records", "true"))) {
            int rows = simulator.dataset().rows(Reports.DOCUMENTS, start, today).size();
            while (dropped[0] < rows) {
                drive(task, record -> isRow(record) && ++dropped[0] > 0, 1);
            }
            assertThat(task.poll()).noneMatch(this::isRow);
        }
        assertThat(topics.applied()).as("progress records alone").isPositive();
    }

    private boolean isRow(SourceRecord record) {
        return record.topic().equals("paradigm.documents");
    }

    /** As a worker does it: what is not dropped is written, and its position with it. */
    private void drive(DrivenTask task, Predicate<SourceRecord> drops) throws InterruptedException {
        drive(task, drops, Integer.MAX_VALUE);
    }

    private void drive(DrivenTask task, Predicate<SourceRecord> drops, int polls) throws InterruptedException {
        for (int i = 0; i < polls; i++) {
            for (SourceRecord record : Objects.requireNonNull(task.poll())) {
                boolean drop = drops.test(record);
                if (!drop) {
                    offsets.commit(List.of(record));
                    topics.apply(List.of(record));
                }
                task.committed(record, !drop);
            }
        }
    }

    private DrivenTask task(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "name", "drops",
                "paradigm.base.url", simulator.baseUrl().toString(),
                "paradigm.api.key", simulator.key(),
                "paradigm.reports", "documents",
                "paradigm.start.date", start.toString(),
                "paradigm.batch.records", "10",
                "paradigm.requests.per.minute", "100000"));
        config.putAll(more);
        return new DrivenTask(config, offsets);
    }
}
