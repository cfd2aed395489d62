package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** What a consumer holds who applies records by key, and how often it was told what it knew already. */
final class MaterialisedRecords {
    private final Map<String, Map<Struct, Struct>> byTopic = new HashMap<>();
    private final List<SourceRecord> twice = new ArrayList<>();
    private long applied;

    void apply(List<SourceRecord> records) {
        for (SourceRecord record : records) {
            Map<Struct, Struct> rows = byTopic.computeIfAbsent(record.topic(), any -> new HashMap<>());
            Struct key = (Struct) record.key();
            Struct value = (Struct) record.value();
            Struct before = value == null ? rows.remove(key) : rows.put(key, value);
            boolean known = value == null ? before == null : value.equals(before);
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

    private Map<Map<String, Object>, Map<String, Object>> held(Report<?> report) {
        Map<Map<String, Object>, Map<String, Object>> held = new HashMap<>();
        byTopic.getOrDefault("paradigm." + report.name(), Map.of())
                .forEach((key, value) -> held.put(plain(report.key(), key), plain(report.columns(), value)));
        return held;
    }

    private static Map<String, Object> plain(List<? extends Column<?>> columns, Struct struct) {
        Map<String, Object> values = new HashMap<>();
        columns.forEach(column -> values.put(
                column.name(),
                ReadTopic.plain(struct.schema().field(column.name()).schema().name(), struct.get(column.name()))));
        return values;
    }
}
