package io.github.paradigmreporting.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker's own metrics, which go wherever its reporters send them; over JMX they are
 * {@code kafka.connect:type=plugins,connector=…,task=…,report=…,company=…,about=…}. Workers have them from 4.1 on (KIP-877).
 */
final class WorkerMetrics extends MetricsBoard {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);

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
        } catch (RuntimeException e) {
            LOG.warn("The worker gives no metrics; they are shown by JMX alone", e);
            return null;
        }
    }

    /** The worker takes down what is left with the task, but not before the task has ended; a successor may be there by then. */
    @Override
    <M> void show(List<Metric<M>> shown, M meter, Map<String, String> tags) {
        for (Metric<M> metric : shown) {
            MetricName name;
            try {
                name = metrics.metricName(metric.title(), metric.description(), new LinkedHashMap<>(tags));
            } catch (RuntimeException e) {
                LOG.debug("The worker takes no more metrics of this task, such as {} {}", metric.title(), tags, e);
                return;
            }
            add(
                    name,
                    () -> metrics.addMetric(name, (Gauge<Object>) (config, now) -> metric.of(meter)),
                    () -> metrics.removeMetric(name));
        }
    }
}
