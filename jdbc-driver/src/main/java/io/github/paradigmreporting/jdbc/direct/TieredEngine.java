package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.engine.ParameterType;
import io.github.paradigmreporting.jdbc.engine.PlanCache;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.SqlEngine;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine of the driver: plans used before, then the tier without a SQL engine, then Calcite, which is not loaded until
 * a statement needs it. Safe for threads.
 */
public final class TieredEngine implements SqlEngine {
    private static final int MOST_ENGINES = 16;
    private static final int MOST_PLANS = 200;

    private static final Map<Catalog, TieredEngine> ENGINES = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Catalog, TieredEngine> eldest) {
            return size() > MOST_ENGINES;
        }
    };

    private final Catalog catalog;
    private final DirectEngine direct;
    private final PlanCache plans = new PlanCache(MOST_PLANS);

    private TieredEngine(Catalog catalog) {
        this.catalog = catalog;
        this.direct = new DirectEngine(catalog);
    }

    /**
     * The engine of a catalog; connections with the same views share one, with its plans.
     *
     * @param catalog the tables there are
     * @return the engine
     */
    public static TieredEngine of(Catalog catalog) {
        synchronized (ENGINES) {
            TieredEngine known = ENGINES.get(catalog);
            if (known == null) {
                known = new TieredEngine(catalog);
                ENGINES.put(catalog, known);
            }
            return known;
        }
    }

    @Override
    public PlannedQuery plan(@Nullable String sql, Cancellation cancellation) throws SQLException {
        if (sql == null) {
            return SqlEngine.calcite(catalog).plan(null, cancellation);
        }
        PlannedQuery known = plans.get(sql);
        if (known != null) {
            return known;
        }
        PlannedQuery simple = direct.plan(sql);
        PlannedQuery plan = simple == null ? SqlEngine.calcite(catalog).plan(sql, cancellation) : simple;
        plans.put(sql, plan);
        return plan;
    }

    @Override
    public PlannedQuery plan(String sql, List<@Nullable ParameterType> types, Cancellation cancellation)
            throws SQLException {
        return SqlEngine.calcite(catalog).plan(sql, types, cancellation);
    }

    @Override
    public SqlTable view(String name, String sql, String remarks) throws SQLException {
        return SqlEngine.calcite(catalog).view(name, sql, remarks);
    }
}
