package io.github.paradigmreporting.kafka;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics by JMX alone, for workers before 4.1:
 * {@code io.github.paradigmreporting:type=source-task,connector="…",task=…,about=…,report=…,company=…}, each metric an attribute.
 */
final class ManagedBeans implements MetricsBoard {
    private static final Logger LOG = LoggerFactory.getLogger(ManagedBeans.class);
    /** Who shows what: a task may start while its predecessor is still being stopped. */
    private static final Map<ObjectName, Object> SHOWN = new ConcurrentHashMap<>();

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final String connector;
    private final String task;
    private final List<ObjectName> own = new ArrayList<>();

    ManagedBeans(String connector, String task) {
        this.connector = connector;
        this.task = task;
    }

    @Override
    public synchronized <M> void show(List<Metric<M>> metrics, M meter, Map<String, String> tags) {
        try {
            ObjectName name = name(tags);
            ManagedBean<M> bean = new ManagedBean<>(metrics, meter);
            if (SHOWN.put(name, this) != null) {
                server.unregisterMBean(name);
            }
            server.registerMBean(bean, name);
            own.add(name);
        } catch (JMException e) {
            // A connector without metrics is better than none.
            LOG.warn("Metrics of {} {} cannot be shown", connector, tags, e);
        }
    }

    private ObjectName name(Map<String, String> tags) throws JMException {
        StringBuilder name = new StringBuilder("io.github.paradigmreporting:type=source-task,connector=")
                .append(ObjectName.quote(connector))
                .append(",task=")
                .append(task);
        tags.forEach((key, value) -> name.append(',').append(key).append('=').append(value));
        return new ObjectName(name.toString());
    }

    @Override
    public synchronized void close() {
        for (ObjectName name : own) {
            if (SHOWN.remove(name, this)) {
                try {
                    server.unregisterMBean(name);
                } catch (JMException e) {
                    LOG.debug("{} was taken down by somebody else", name, e);
                }
            }
        }
        own.clear();
    }
}
