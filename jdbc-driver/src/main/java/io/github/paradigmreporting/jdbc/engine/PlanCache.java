package io.github.paradigmreporting.jdbc.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plans used last, by the text of their statement. A plan holds nothing of a connection, of a parameter or of the
 * time: what is read is decided at each run, so that a plan is right for as long as the tables are the same. Safe for
 * threads.
 */
public final class PlanCache {
    private final Map<String, PlannedQuery> plans;

    /**
     * A cache.
     *
     * @param most how many plans; of more, the one not used for longest goes
     */
    public PlanCache(int most) {
        this.plans = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PlannedQuery> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The plan of a statement.
     *
     * @param sql the statement
     * @return the plan, or null
     */
    public synchronized @Nullable PlannedQuery get(String sql) {
        return plans.get(sql);
    }

    /**
     * Keeps a plan.
     *
     * @param sql the statement
     * @param plan its plan
     */
    public synchronized void put(String sql, PlannedQuery plan) {
        plans.put(sql, plan);
    }

    synchronized int size() {
        return plans.size();
    }
}
