package io.github.paradigmreporting.kafka;

import java.util.Arrays;
import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/**
 * Metrics as one managed bean: each an attribute that can be read and nothing else.
 *
 * @param metrics what it shows
 * @param meter what keeps the figures
 * @param <M> the meter's type
 */
record ManagedBean<M>(List<Metric<M>> metrics, M meter) implements DynamicMBean {
    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException {
        for (Metric<M> metric : metrics) {
            if (metric.title().equals(name)) {
                return metric.of(meter);
            }
        }
        throw new AttributeNotFoundException("there is no metric " + name);
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList list = new AttributeList();
        for (Metric<M> metric : metrics) {
            if (Arrays.asList(names).contains(metric.title())) {
                list.add(new Attribute(metric.title(), metric.of(meter)));
            }
        }
        return list;
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributes = metrics.stream()
                .map(metric -> new MBeanAttributeInfo(
                        metric.title(),
                        metric.of(meter).getClass().getName(),
                        metric.description(),
                        true,
                        false,
                        false))
                .toArray(MBeanAttributeInfo[]::new);
        return new MBeanInfo(ManagedBean.class.getName(), "Metrics of a source task", attributes, null, null, null);
    }

    @Override
    public void setAttribute(Attribute attribute) {
        throw new UnsupportedOperationException("metrics are only read");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        throw new UnsupportedOperationException("metrics are only read");
    }

    @Override
    public Object invoke(String action, Object[] arguments, String[] signature) {
        throw new UnsupportedOperationException("metrics are only read");
    }
}
