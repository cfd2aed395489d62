package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** What a consumer holds who applies records by key, and how often it was told what it knew already. */
final class MaterialisedRecords {
    private final Map<String, Map<Map<String, Object>, Map<String, Object>>> byTopic = new HashMap<>();
    private final List<SourceRecord> twice = new ArrayList<>();
    private long applied;

    void apply(List<SourceRecord> records) {
        for (SourceRecord record : records) {
            var rows = byTopic.computeIfAbsent(record.topic(), any -> new HashMap<>());
            Map<String, Object> key = ReadTopic.plain((Struct) record.key());
            Map<String, Object> value = record.value() == null ? null : ReadTopic.plain((Struct) record.value());
            Map<String, Object> before = value == null ? rows.remove(key) : rows.put(key, value);
            boolean known = Objects.equals(value, before);
            if (known && !record.topic().endsWith("progress")) {
                twice.add(record);
            }
            applied++;
        }
    }

    long applied() {
        return applied;
    }

    /** No record said what the consumer knew already. */
    void assertNothingTwice() {
        assertThat(twice).isEmpty();
    }

    /** Whether the report's topic is equal to the simulator's rows now. */
    <R extends Row> boolean equalTo(ParadigmSimulator simulator, Report<R> report, LocalDate from, LocalDate to) {
        return held(report).equals(ReadTopic.expected(report, simulator.dataset().stream(report, from, to, Set.of())));
    }

    /** The first rows of the report's topic that are not as in the simulator, for messages. */
    <R extends Row> String difference(ParadigmSimulator simulator, Report<R> report, LocalDate from, LocalDate to) {
        var held = held(report);
        var wanted = ReadTopic.expected(report, simulator.dataset().stream(report, from, to, Set.of()));
        List<String> wrong = new ArrayList<>();
        wanted.forEach((key, row) -> {
            if (!row.equals(held.get(key))) {
                wrong.add("wanted " + row + " but held " + held.get(key));
            }
        });
        held.forEach((key, row) -> {
            if (!wanted.containsKey(key)) {
                wrong.add("held " + row + " which is gone");
            }
        });
        return report + ": " + wrong.size() + " wrong " + wrong.subList(0, Math.min(3, wrong.size()));
    }

    /** The rows of the report's topic by their keys. */
    Map<Map<String, Object>, Map<String, Object>> held(Report<?> report) {
        return byTopic.getOrDefault("paradigm." + report.name(), Map.of());
    }
}
