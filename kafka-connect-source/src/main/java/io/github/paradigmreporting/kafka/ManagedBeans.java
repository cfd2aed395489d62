package io.github.paradigmreporting.kafka;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics by JMX alone, for workers before 4.1:
 * {@code io.github.paradigmreporting:type=source-task,connector="…",task=…,about=…,report=…,company=…}, each metric an attribute.
 */
final class ManagedBeans extends MetricsBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedBeans.class);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final String connector;
    private final String task;

    ManagedBeans(String connector, String task) {
        this.connector = connector;
        this.task = task;
    }

    @Override
    <M> void show(List<Metric<M>> metrics, M meter, Map<String, String> tags) {
        try {
            ObjectName name = name(tags);
            add(
                    name,
                    () -> server.registerMBean(new ManagedBean<>(metrics, meter), name),
                    () -> server.unregisterMBean(name));
        } catch (MalformedObjectNameException e) {
            LOG.warn("Metrics of {} {} cannot be shown", connector, tags, e);
        }
    }

    private ObjectName name(Map<String, String> tags) throws MalformedObjectNameException {
        StringBuilder name = new StringBuilder("io.github.paradigmreporting:type=source-task,connector=")
                .append(ObjectName.quote(connector))
                .append(",task=")
                .append(task);
        tags.forEach((key, value) -> name.append(',').append(key).append('=').append(value));
        return new ObjectName(name.toString());
    }
}
