package io.github.paradigmreporting.jdbc.engine;

import java.util.List;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.tools.RelBuilder;

/**
 * Brings filters down to the scans, whatever stands between, and tells the scans what they may leave out. Deterministic:
 * no costs.
 */
final class PushDown {
    private static final HepProgram SUB_QUERIES = new HepProgramBuilder()
            .addRuleInstance(CoreRules.FILTER_SUB_QUERY_TO_CORRELATE)
            .addRuleInstance(CoreRules.PROJECT_SUB_QUERY_TO_CORRELATE)
            .addRuleInstance(CoreRules.JOIN_SUB_QUERY_TO_CORRELATE)
            .build();

    private static final HepProgram FILTERS = new HepProgramBuilder()
            .addRuleInstance(CoreRules.PROJECT_TO_LOGICAL_PROJECT_AND_WINDOW)
            .addRuleCollection(List.of(
                    CoreRules.FILTER_INTO_JOIN,
                    CoreRules.JOIN_CONDITION_PUSH,
                    CoreRules.JOIN_PUSH_TRANSITIVE_PREDICATES,
                    CoreRules.FILTER_PROJECT_TRANSPOSE,
                    CoreRules.FILTER_AGGREGATE_TRANSPOSE,
                    CoreRules.FILTER_SET_OP_TRANSPOSE,
                    CoreRules.FILTER_WINDOW_TRANSPOSE,
                    CoreRules.FILTER_CORRELATE,
                    CoreRules.FILTER_MERGE,
                    CoreRules.FILTER_REDUCE_EXPRESSIONS))
            .addRuleInstance(CoreRules.PROJECT_REDUCE_EXPRESSIONS)
            .addRuleInstance(CoreRules.JOIN_REDUCE_EXPRESSIONS)
            .build();

    private static final HepProgram SCANS =
            new HepProgramBuilder().addRuleInstance(NarrowScanRule.INSTANCE).build();

    private PushDown() {}

    static RelNode run(RelNode logical) {
        RelNode joined = apply(SUB_QUERIES, logical);
        RelBuilder builder = RelFactories.LOGICAL_BUILDER.create(logical.getCluster(), null);
        RelNode flat = RelDecorrelator.decorrelateQuery(joined, builder);
        RelNode filtered = apply(FILTERS, flat);
        RelNode trimmed = new RelFieldTrimmer(null, builder).trim(filtered);
        return apply(SCANS, trimmed);
    }

    private static RelNode apply(HepProgram program, RelNode rel) {
        HepPlanner planner = new HepPlanner(program);
        planner.setExecutor(rel.getCluster().getPlanner().getExecutor());
        planner.setRoot(rel);
        return planner.findBestExp();
    }
}
