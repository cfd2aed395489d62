package io.github.paradigmreporting.kafka;

import java.util.List;
import java.util.Map;

/** Where a task's metrics are shown. Safe for threads. */
interface MetricsBoard extends AutoCloseable {
    /**
     * Shows metrics until the board is closed.
     *
     * @param metrics what to show
     * @param meter what keeps the figures
     * @param tags what they are about, in this order
     * @param <M> the meter's type
     */
    <M> void show(List<Metric<M>> metrics, M meter, Map<String, String> tags);

    /** Takes everything down. */
    @Override
    void close();
}
