package io.github.paradigmreporting.jdbc.engine;

import java.util.Map;
import org.apache.calcite.schema.Function;
import org.apache.calcite.schema.impl.AggregateFunctionImpl;

/** Aggregates that Calcite lacks or cannot run, by the names that only the engine uses. */
final class Aggregates {
    static final String PERCENTILE_CONT = "PERCENTILE_CONT_OF";
    static final String PERCENTILE_DISC = "PERCENTILE_DISC_OF";
    static final String CORR = "CORR_OF";

    private Aggregates() {}

    static Map<String, Function> all() {
        return Map.of(
                PERCENTILE_CONT, AggregateFunctionImpl.create(Percentile.Continuous.class),
                PERCENTILE_DISC, AggregateFunctionImpl.create(Percentile.Discrete.class),
                CORR, AggregateFunctionImpl.create(Correlation.class));
    }
}
