package io.github.paradigmreporting.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * The worker's own metrics, which go wherever its reporters send them; over JMX they are
 * {@code kafka.connect:type=plugins,connector=…,task=…,report=…,company=…,about=…}. Workers have them from 4.1 on (KIP-877).
 */
final class WorkerMetrics implements MetricsBoard {
    private final PluginMetrics metrics;

    private WorkerMetrics(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    /** The worker's metrics, or null when it is too old to have them. */
    static @Nullable MetricsBoard of(SourceTaskContext context) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            return metrics == null ? null : new WorkerMetrics(metrics);
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            return null;
        }
    }

    @Override
    public <M> void show(List<Metric<M>> shown, M meter, Map<String, String> tags) {
        for (Metric<M> metric : shown) {
            metrics.addMetric(
                    metrics.metricName(metric.title(), metric.description(), new LinkedHashMap<>(tags)),
                    (Gauge<Object>) (config, now) -> metric.of(meter));
        }
    }

    /** Nothing: the worker takes them down with the task. */
    @Override
    public void close() {}
}
