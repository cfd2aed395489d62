package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Conditions on days for the right side of a join, by its equality with a day of the left one, also where an outer join has filled
 * that with NULL: what held of the day before holds of it unless it is NULL, and then it equals no day. Calcite's own rule carries
 * only what holds for every row.
 */
final class KeyConditions extends RelHomogeneousShuttle {
    private KeyConditions() {}

    /** The same rows, by a tree in which more conditions stand. */
    static RelNode carried(RelNode tree) {
        return tree.accept(new KeyConditions());
    }

    @Override
    public RelNode visit(RelNode other) {
        RelNode visited = super.visit(other);
        // The right rows that find no partner must not matter.
        return visited instanceof Join join && !join.getJoinType().generatesNullsOnLeft() ? carried(join) : visited;
    }

    private static RelNode carried(Join join) {
        RelNode right = join.getRight();
        int width = join.getLeft().getRowType().getFieldCount();
        List<RexNode> carried = new ArrayList<>();
        for (RexNode condition : RelOptUtil.conjunctions(join.getCondition())) {
            if (condition.getKind() == SqlKind.EQUALS
                    && ((RexCall) condition).getOperands().get(0) instanceof RexInputRef first
                    && ((RexCall) condition).getOperands().get(1) instanceof RexInputRef second) {
                int left = Math.min(first.getIndex(), second.getIndex());
                int equal = Math.max(first.getIndex(), second.getIndex()) - width;
                if (left < width && equal >= 0 && isDay(join.getLeft(), left) && isDay(right, equal)) {
                    RelDataType type =
                            right.getRowType().getFieldList().get(equal).getType();
                    if (!type.isNullable()) {
                        collect(join.getLeft(), left, new RexInputRef(equal, type), carried);
                        List<RexNode> there = new ArrayList<>();
                        collect(right, equal, new RexInputRef(equal, type), there);
                        carried.removeAll(there);
                    }
                }
            }
        }
        return carried.isEmpty()
                ? join
                : join.copy(
                        join.getTraitSet(),
                        List.of(
                                join.getLeft(),
                                LogicalFilter.create(
                                        right,
                                        RexUtil.composeConjunction(
                                                join.getCluster().getRexBuilder(), carried))));
    }

    private static boolean isDay(RelNode rows, int column) {
        return rows.getRowType().getFieldList().get(column).getType().getSqlTypeName() == SqlTypeName.DATE;
    }

    /** What holds of a column unless it is NULL, as conditions on another one. */
    private static void collect(RelNode node, int column, RexInputRef other, List<RexNode> found) {
        if (node instanceof Filter filter) {
            for (RexNode condition : RelOptUtil.conjunctions(filter.getCondition())) {
                boolean alone = RelOptUtil.InputFinder.bits(condition).equals(ImmutableBitSet.of(column));
                if (alone
                        && RexUtil.isDeterministic(condition)
                        && !RexUtil.containsFieldAccess(condition)
                        && RexUtil.SubQueryFinder.find(condition) == null) {
                    found.add(condition.accept(new RexShuttle() {
                        @Override
                        public RexNode visitInputRef(RexInputRef ref) {
                            return other;
                        }
                    }));
                }
            }
            collect(filter.getInput(), column, other, found);
        } else if (node instanceof Project project) {
            if (project.getProjects().get(column) instanceof RexInputRef ref) {
                collect(project.getInput(), ref.getIndex(), other, found);
            }
        } else if (node instanceof Sort sort) {
            collect(sort.getInput(), column, other, found);
        } else if (node instanceof Aggregate aggregate) {
            if (column < aggregate.getGroupCount()) {
                collect(aggregate.getInput(), aggregate.getGroupSet().nth(column), other, found);
            }
        } else if (node instanceof Join join) {
            int width = join.getLeft().getRowType().getFieldCount();
            if (column < width) {
                collect(join.getLeft(), column, other, found);
            } else {
                collect(join.getRight(), column - width, other, found);
            }
        }
    }
}
