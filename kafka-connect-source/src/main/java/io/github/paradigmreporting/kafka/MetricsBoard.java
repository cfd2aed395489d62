package io.github.paradigmreporting.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a task's metrics are shown. A task may start while its predecessor of the same name still runs: the newer task's
 * metrics take the place of the older one's. What cannot be shown is logged; no method throws. Safe for threads.
 */
abstract class MetricsBoard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsBoard.class);
    private static final AtomicLong STARTED = new AtomicLong();
    /** Guards all boards, because each may take metrics of another down. */
    private static final Object LOCK = new Object();

    private static final Map<Object, MetricsBoard> OWNERS = new HashMap<>();

    private final long number = STARTED.incrementAndGet();
    private final Map<Object, Step> removals = new HashMap<>();
    private boolean closed;
    private boolean warned;

    /** Adds or removes a metric. */
    interface Step {
        /** Fails when the name is taken, or gone. */
        void run() throws Exception;
    }

    /**
     * Shows metrics until the board is closed.
     *
     * @param metrics what to show
     * @param meter what keeps the figures
     * @param tags what they are about, in this order
     * @param <M> the meter's type
     */
    abstract <M> void show(List<Metric<M>> metrics, M meter, Map<String, String> tags);

    /** Adds a name, if need be in place of a predecessor's. */
    final void add(Object name, Step adding, Step removal) {
        synchronized (LOCK) {
            MetricsBoard owner = OWNERS.get(name);
            boolean replaced = owner != null && owner.number > number;
            if (closed || replaced) {
                return;
            }
            try {
                try {
                    adding.run();
                } catch (Exception taken) {
                    if (owner == null) {
                        throw taken;
                    }
                    owner.remove(name);
                    adding.run();
                }
                removals.put(name, removal);
                OWNERS.put(name, this);
            } catch (Exception e) {
                failed(name, e);
            }
        }
    }

    private void remove(Object name) {
        OWNERS.remove(name, this);
        Step removal = removals.remove(name);
        if (removal != null) {
            try {
                removal.run();
            } catch (Exception e) {
                LOG.debug("{} is no longer shown", name, e);
            }
        }
    }

    /** A connector without metrics is better than none. */
    private void failed(Object name, Exception why) {
        if (warned) {
            LOG.debug("{} cannot be shown", name, why);
        } else {
            warned = true;
            LOG.warn("The task goes on without some of its metrics; the first that cannot be shown is {}", name, why);
        }
    }

    /** Takes down what this board still shows, and shows nothing more. */
    @Override
    public final void close() {
        synchronized (LOCK) {
            closed = true;
            List.copyOf(removals.keySet()).forEach(this::remove);
        }
    }
}
