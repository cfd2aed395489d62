package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a task shows among a worker's own metrics, also while a task of the same name has not ended yet. */
class WorkerMetricsTest {
    private static final MetricName QUEUE =
            new MetricName("queue-records", "plugins", "", Map.of("connector", "usage", "task", "0", "about", "queue"));

    private final Metrics worker = new Metrics();
    private final ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(VirtualClock.standing())
            .companies(2)
            .start();

    @AfterEach
    void stop() {
        simulator.close();
        worker.close();
    }

    @Test
    void aTaskTakesThePlaceOfAPredecessorThatHasNotEnded() throws Exception {
        PluginMetricsImpl before = plugin();
        PluginMetricsImpl after = plugin();
        DrivenTask predecessor = task(before);
        predecessor.pollUntil(1);
        try (DrivenTask successor = task(after)) {
            successor.pollUntil(1);
            Object ofSuccessor = Objects.requireNonNull(worker.metric(QUEUE));
            predecessor.close();
            before.close();
            assertThat(worker.metric(QUEUE)).isSameAs(ofSuccessor);
        }
        assertThat(names()).isEmpty();
        after.close();
    }

    @Test
    void aTaskThatWasReplacedTakesNothingBack() throws IOException {
        PluginMetricsImpl before = plugin();
        PluginMetricsImpl after = plugin();
        MetricsBoard old = board(before);
        MetricsBoard next = board(after);
        show(next);
        Object shown = Objects.requireNonNull(worker.metric(QUEUE));
        show(old);
        assertThat(worker.metric(QUEUE)).isSameAs(shown);
        old.close();
        before.close();
        show(old);
        assertThat(worker.metric(QUEUE)).isSameAs(shown);
        next.close();
        assertThat(worker.metric(QUEUE)).isNull();
    }

    @Test
    void aNameThatIsTakenByOthersStopsNoTask() throws Exception {
        PluginMetricsImpl others = plugin();
        others.addMetric(
                others.metricName("queue-records", "", new LinkedHashMap<>(Map.of("about", "queue"))),
                (Gauge<Object>) (config, now) -> 4711);
        try (DrivenTask task = task(plugin())) {
            assertThat(task.pollUntil(1)).isNotEmpty();
        }
        assertThat(Objects.requireNonNull(worker.metric(QUEUE)).metricValue()).isEqualTo(4711);
    }

    @Test
    void aWorkerThatTakesNoMoreMetricsStopsNoTask() throws Exception {
        PluginMetricsImpl closed = plugin();
        closed.close();
        try (DrivenTask task = task(closed)) {
            assertThat(task.pollUntil(1)).isNotEmpty();
        }
    }

    private PluginMetricsImpl plugin() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("connector", "usage");
        tags.put("task", "0");
        return new PluginMetricsImpl(worker, tags);
    }

    private MetricsBoard board(PluginMetricsImpl plugin) {
        return Objects.requireNonNull(
                WorkerMetrics.of(new DrivenTask.Context(Map.of(), new DrivenTask.Offsets(), plugin)));
    }

    private static void show(MetricsBoard board) {
        board.show(io.github.paradigmreporting.kafka.Metrics.OF_QUEUE, new SliceQueue(1, 1), Map.of("about", "queue"));
    }

    private List<MetricName> names() {
        return worker.metrics().keySet().stream()
                .filter(name -> name.group().equals("plugins"))
                .collect(Collectors.toList());
    }

    private DrivenTask task(PluginMetricsImpl plugin) {
        return new DrivenTask(
                Map.of(
                        "name", "usage",
                        "paradigm.base.url", simulator.baseUrl().toString(),
                        "paradigm.api.key", simulator.key(),
                        "paradigm.reports", "sessions,documents",
                        "paradigm.start.date", "-P9D",
                        "paradigm.requests.per.minute", "100000"),
                new DrivenTask.Offsets(),
                plugin);
    }
}
