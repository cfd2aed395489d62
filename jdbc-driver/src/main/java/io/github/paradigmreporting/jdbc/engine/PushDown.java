package io.github.paradigmreporting.jdbc.engine;

import java.util.List;
import org.apache.calcite.plan.AbstractRelOptPlanner;
import org.apache.calcite.plan.RelOptUtil;
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

    /** How often conditions go over all joins; each time, they get one join further up or down. */
    private static final int ROUNDS = 3;

    private PushDown() {}

    /**
     * Conditions of one side of a join that hold for the other. Counted, because the rule finds what it added itself
     * again when a condition has another form after it is simplified, without end.
     */
    private static HepProgram transitive(int joins) {
        return new HepProgramBuilder()
                .addMatchLimit(joins)
                .addRuleInstance(CoreRules.JOIN_PUSH_TRANSITIVE_PREDICATES)
                .build();
    }

    static RelNode run(RelNode logical) {
        RelNode joined = apply(SUB_QUERIES, logical);
        RelBuilder builder = RelFactories.LOGICAL_BUILDER.create(logical.getCluster(), null);
        RelNode flat = RelDecorrelator.decorrelateQuery(joined, builder);
        RelNode filtered = apply(FILTERS, flat);
        int joins = RelOptUtil.countJoins(filtered);
        for (int i = 0; joins > 0 && i < ROUNDS; i++) {
            filtered = apply(FILTERS, apply(transitive(joins), filtered));
        }
        RelNode trimmed = new RelFieldTrimmer(null, builder).trim(filtered);
        return apply(SCANS, trimmed);
    }

    private static RelNode apply(HepProgram program, RelNode rel) {
        ((AbstractRelOptPlanner) rel.getCluster().getPlanner()).checkCancel();
        HepPlanner planner = new HepPlanner(program);
        planner.setExecutor(rel.getCluster().getPlanner().getExecutor());
        planner.setRoot(rel);
        return planner.findBestExp();
    }
}
