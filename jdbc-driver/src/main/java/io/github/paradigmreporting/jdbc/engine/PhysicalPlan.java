package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableInterpretable;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRules;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.rules.CoreRules;
import org.apache.calcite.rel.rules.DateRangeRules;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.tools.Programs;
import org.apache.calcite.util.Pair;

/**
 * A query that Calcite has planned and compiled.
 *
 * @param explanation the plan as text
 * @param bindable the compiled code
 * @param constants what the code refers to by name
 */
record PhysicalPlan(String explanation, Bindable<?> bindable, Map<String, Object> constants) {

    /**
     * The code of a tree.
     *
     * @param pushed the tree, with its conditions pushed down
     * @param logical what of its columns is the answer, and in which order
     */
    static PhysicalPlan of(RelNode pushed, RelRoot logical, CalciteCatalogReader reader) {
        RelOptPlanner planner = pushed.getCluster().getPlanner();
        RelTraitSet wanted = pushed.getTraitSet()
                .replace(EnumerableConvention.INSTANCE)
                .replace(logical.collation)
                .simplify();
        learnRules(planner);
        // A scan alone is ready to run; Calcite does not expect to be given such a thing.
        RelNode physical = pushed instanceof EnumerableRel
                ? pushed
                : Programs.standard().run(planner, pushed, wanted, List.of(), List.of());
        EnumerableRel enumerable = projected((EnumerableRel) physical, logical);
        Map<String, Object> constants = new HashMap<>();
        constants.put("_conformance", ReportConformance.INSTANCE);
        try {
            Prepare.CatalogReader.THREAD_LOCAL.set(reader);
            Bindable<?> bindable =
                    EnumerableInterpretable.toBindable(constants, null, enumerable, EnumerableRel.Prefer.ARRAY);
            return new PhysicalPlan(RelOptUtil.toString(enumerable), bindable, Map.copyOf(constants));
        } finally {
            Prepare.CatalogReader.THREAD_LOCAL.remove();
        }
    }

    /** Gives a planner its rules. It takes longer than all the rest of a first statement, so that it is done last. */
    private static void learnRules(RelOptPlanner planner) {
        RelOptUtil.registerDefaultRules(planner, false, false);
        // Fails on quarters, or makes them empty; a day test needs no ranges.
        planner.removeRule(DateRangeRules.FILTER_INSTANCE);
        // Makes COALESCE(SUM(x), 0) a sum of another type, which assertions refuse.
        planner.removeRule(CoreRules.PROJECT_AGGREGATE_MERGE);
        // Join what a figure without GROUP BY is made of, though there is such a figure also where that is nothing.
        planner.removeRule(CoreRules.PROJECT_TO_SEMI_JOIN);
        planner.removeRule(CoreRules.JOIN_TO_SEMI_JOIN);
        // Hands LIMIT on to the inputs of a UNION before equal rows are counted once, so that rows are missing.
        planner.removeRule(EnumerableRules.ENUMERABLE_MERGE_UNION_RULE);
    }

    /** Leaves out what is there only to sort by. */
    private static EnumerableRel projected(EnumerableRel physical, RelRoot root) {
        if (root.isRefTrivial()) {
            return physical;
        }
        RexBuilder rex = physical.getCluster().getRexBuilder();
        List<RexNode> projects = new ArrayList<>();
        for (int field : Pair.left(root.fields)) {
            projects.add(rex.makeInputRef(physical, field));
        }
        return EnumerableCalc.create(
                physical, RexProgram.create(physical.getRowType(), projects, null, root.validatedRowType, rex));
    }
}
