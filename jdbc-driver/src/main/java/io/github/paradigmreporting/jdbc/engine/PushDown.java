package io.github.paradigmreporting.jdbc.engine;

import java.util.List;
import org.apache.calcite.plan.AbstractRelOptPlanner;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.hep.HepPlanner;
import org.apache.calcite.plan.hep.HepProgram;
import org.apache.calcite.plan.hep.HepProgramBuilder;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.rules.FilterAggregateTransposeRule;
import org.apache.calcite.rel.rules.FilterCorrelateRule;
import org.apache.calcite.rel.rules.FilterJoinRule.FilterIntoJoinRule.FilterIntoJoinRuleConfig;
import org.apache.calcite.rel.rules.FilterJoinRule.JoinConditionPushRule.JoinConditionPushRuleConfig;
import org.apache.calcite.rel.rules.FilterMergeRule;
import org.apache.calcite.rel.rules.FilterProjectTransposeRule;
import org.apache.calcite.rel.rules.FilterSetOpTransposeRule;
import org.apache.calcite.rel.rules.FilterWindowTransposeRule;
import org.apache.calcite.rel.rules.JoinPushTransitivePredicatesRule;
import org.apache.calcite.rel.rules.ProjectToWindowRule.ProjectToLogicalProjectAndWindowRule.ProjectToLogicalProjectAndWindowRuleConfig;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.FilterReduceExpressionsRule.FilterReduceExpressionsRuleConfig;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.JoinReduceExpressionsRule.JoinReduceExpressionsRuleConfig;
import org.apache.calcite.rel.rules.ReduceExpressionsRule.ProjectReduceExpressionsRule.ProjectReduceExpressionsRuleConfig;
import org.apache.calcite.rel.rules.SubQueryRemoveRule;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql2rel.RelDecorrelator;
import org.apache.calcite.sql2rel.RelFieldTrimmer;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Brings filters down to the scans, whatever stands between, and tells the scans what they may leave out. Deterministic:
 * no costs. Each rule is made from its own configuration: to name {@code CoreRules} loads and starts every rule there is,
 * which takes longer than planning.
 */
final class PushDown {
    private static final HepProgram SUB_QUERIES = new HepProgramBuilder()
            .addRuleInstance(SubQueryRemoveRule.Config.FILTER.toRule())
            .addRuleInstance(SubQueryRemoveRule.Config.PROJECT.toRule())
            .addRuleInstance(SubQueryRemoveRule.Config.JOIN.toRule())
            .build();

    private static final HepProgram FILTERS = new HepProgramBuilder()
            .addRuleInstance(ProjectToLogicalProjectAndWindowRuleConfig.DEFAULT.toRule())
            .addRuleCollection(List.of(
                    FilterIntoJoinRuleConfig.DEFAULT.toRule(),
                    JoinConditionPushRuleConfig.DEFAULT.toRule(),
                    FilterProjectTransposeRule.Config.DEFAULT.toRule(),
                    FilterAggregateTransposeRule.Config.DEFAULT.toRule(),
                    FilterSetOpTransposeRule.Config.DEFAULT.toRule(),
                    FilterWindowTransposeRule.Config.DEFAULT.toRule(),
                    FilterCorrelateRule.Config.DEFAULT.toRule(),
                    FilterMergeRule.Config.DEFAULT.toRule(),
                    FilterReduceExpressionsRuleConfig.DEFAULT.toRule()))
            .addRuleInstance(ProjectReduceExpressionsRuleConfig.DEFAULT.toRule())
            .addRuleInstance(JoinReduceExpressionsRuleConfig.DEFAULT.toRule())
            .build();

    private static final HepProgram SCANS =
            new HepProgramBuilder().addRuleInstance(NarrowScanRule.INSTANCE).build();

    /** How often conditions go over all joins; each time, they get one join further up or down. */
    private static final int ROUNDS = 3;

    private static final RelOptRule TRANSITIVE = JoinPushTransitivePredicatesRule.Config.DEFAULT.toRule();

    private PushDown() {}

    /**
     * Conditions of one side of a join that hold for the other. Counted, because the rule finds what it added itself
     * again when a condition has another form after it is simplified, without end.
     */
    private static HepProgram transitive(int joins) {
        return new HepProgramBuilder()
                .addMatchLimit(joins)
                .addRuleInstance(TRANSITIVE)
                .build();
    }

    /**
     * The tree with its conditions at the scans.
     *
     * @param decorrelated whether correlated sub-queries become joins where they can
     */
    static RelNode run(RelNode logical, boolean decorrelated) {
        RelNode joined = apply(SUB_QUERIES, logical);
        RelBuilder builder = RelFactories.LOGICAL_BUILDER.create(logical.getCluster(), null);
        boolean flattened = decorrelated && !staysCorrelated(joined);
        RelNode flat = flattened ? RelDecorrelator.decorrelateQuery(joined, builder) : joined;
        RelNode filtered = apply(FILTERS, flat);
        int joins = RelOptUtil.countJoins(filtered);
        for (int i = 0; joins > 0 && i < ROUNDS; i++) {
            filtered = apply(FILTERS, apply(transitive(joins), filtered));
        }
        filtered = joins > 1 ? apply(FILTERS, KeyConditions.carried(filtered)) : filtered;
        RelNode trimmed = flattened ? new RelFieldTrimmer(null, builder).trim(filtered) : filtered;
        return JoinedWindows.mark(apply(SCANS, trimmed));
    }

    /**
     * Whether decorrelation would change the rows: it joins by equality with the columns that are referred to, so that a row
     * with NULL in them finds nothing, and drops a row whose side is an aggregate without keys over no rows.
     */
    private static boolean staysCorrelated(RelNode tree) {
        if (tree instanceof Correlate correlate) {
            boolean nullable = correlate.getRequiredColumns().toList().stream().anyMatch(column -> correlate
                    .getLeft()
                    .getRowType()
                    .getFieldList()
                    .get(column)
                    .getType()
                    .isNullable());
            if (nullable || (correlate.getJoinType() == JoinRelType.INNER && hasLoneRow(correlate.getRight()))) {
                return true;
            }
        }
        return tree.getInputs().stream().anyMatch(PushDown::staysCorrelated);
    }

    private static boolean hasLoneRow(RelNode tree) {
        return (tree instanceof Aggregate aggregate && aggregate.getGroupSets().contains(ImmutableBitSet.of()))
                || tree.getInputs().stream().anyMatch(PushDown::hasLoneRow);
    }

    /** The tree as it is, with its sub-queries in it; scans know only the filters that stand on them. */
    static RelNode plain(RelNode logical) {
        return plain(logical, 0);
    }

    private static RelNode plain(RelNode logical, int compared) {
        return JoinedWindows.mark(apply(SCANS, logical), compared).accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(RelNode other) {
                return super.visit(other).accept(new RexShuttle() {
                    @Override
                    public RexNode visitSubQuery(RexSubQuery subQuery) {
                        RexSubQuery of = (RexSubQuery) super.visitSubQuery(subQuery);
                        int width = of.getOperands().size();
                        return of.clone(plain(of.rel, JoinedWindows.comparesRows(of) ? width : 0));
                    }
                });
            }
        });
    }

    private static RelNode apply(HepProgram program, RelNode rel) {
        ((AbstractRelOptPlanner) rel.getCluster().getPlanner()).checkCancel();
        HepPlanner planner =
                new HepPlanner(program, rel.getCluster().getPlanner().getContext());
        planner.setExecutor(rel.getCluster().getPlanner().getExecutor());
        planner.setRoot(rel);
        return planner.findBestExp();
    }
}
