package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells scans which of their days are to equal what only rows tell. A report that counts whole windows is read for windows
 * that are known before any row is; where a join or a filter needs others, their rows would silently be missing.
 */
final class JoinedWindows extends RelVisitor {
    private final Map<ReportScan, Set<Integer>> joined = new HashMap<>();

    private JoinedWindows() {}

    /** The same plan with scans that know. */
    static RelNode mark(RelNode plan) {
        return mark(plan, 0);
    }

    /**
     * The same plan with scans that know.
     *
     * @param compared how many of the plan's first columns an outer query compares with its own rows
     */
    static RelNode mark(RelNode plan, int compared) {
        JoinedWindows found = new JoinedWindows();
        found.go(plan);
        for (int i = 0; i < compared; i++) {
            found.trace(plan, i);
        }
        if (found.joined.isEmpty()) {
            return plan;
        }
        return plan.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(TableScan scan) {
                Set<Integer> columns = scan instanceof ReportScan report ? found.joined.get(report) : null;
                return columns == null ? scan : ((ReportScan) scan).joinedBy(columns);
            }
        });
    }

    @Override
    public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        if (node instanceof Join join) {
            int left = join.getLeft().getRowType().getFieldCount();
            for (RexNode condition : RelOptUtil.conjunctions(join.getCondition())) {
                // Rows of the side that an outer join keeps need no partner.
                if (!join.getJoinType().generatesNullsOnRight()) {
                    compared(condition, join, left, false);
                }
                if (!join.getJoinType().generatesNullsOnLeft()) {
                    compared(condition, join, left, true);
                }
            }
        } else if (node instanceof Filter filter) {
            for (RexNode condition : RelOptUtil.conjunctions(filter.getCondition())) {
                if (condition instanceof RexSubQuery query && comparesRows(query)) {
                    for (RexNode operand : query.getOperands()) {
                        if (operand instanceof RexInputRef ref) {
                            trace(filter.getInput(), ref.getIndex());
                        }
                    }
                } else if (isEquality(condition)) {
                    RexCall call = (RexCall) condition;
                    ofRow(filter, call.getOperands().get(0), call.getOperands().get(1));
                    ofRow(filter, call.getOperands().get(1), call.getOperands().get(0));
                }
            }
        }
        super.visit(node, ordinal, parent);
    }

    private void compared(RexNode condition, Join join, int left, boolean ofRight) {
        if (!isEquality(condition)) {
            return;
        }
        List<RexNode> operands = ((RexCall) condition).getOperands();
        for (int i = 0; i < 2; i++) {
            if (operands.get(i) instanceof RexInputRef ref
                    && ref.getIndex() >= left == ofRight
                    && RelOptUtil.InputFinder.bits(operands.get(1 - i)).asList().stream()
                            .anyMatch(other -> other >= left != ofRight)) {
                trace(ofRight ? join.getRight() : join.getLeft(), ofRight ? ref.getIndex() - left : ref.getIndex());
            }
        }
    }

    /** Whether a sub-query is one that a row's own columns are looked for in. */
    static boolean comparesRows(RexSubQuery query) {
        return query.getKind() == SqlKind.IN
                || (query.getOperator() instanceof SqlQuantifyOperator quantified
                        && quantified.comparisonKind == SqlKind.EQUALS);
    }

    /** Notes a column that equals what only a row tells: another column of it, one of an outer query's row, or a sub-query. */
    private void ofRow(Filter filter, RexNode column, RexNode value) {
        boolean[] row = {!RelOptUtil.InputFinder.bits(value).isEmpty()};
        value.accept(new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitCorrelVariable(RexCorrelVariable variable) {
                row[0] = true;
                return super.visitCorrelVariable(variable);
            }

            @Override
            public Void visitSubQuery(RexSubQuery query) {
                row[0] = true;
                return super.visitSubQuery(query);
            }
        });
        if (row[0] && column instanceof RexInputRef ref) {
            trace(filter.getInput(), ref.getIndex());
        }
    }

    private static boolean isEquality(RexNode condition) {
        return condition.getKind() == SqlKind.EQUALS || condition.getKind() == SqlKind.IS_NOT_DISTINCT_FROM;
    }

    /** Finds the scans that a column comes from as it is. */
    private void trace(RelNode node, int column) {
        if (node instanceof ReportScan scan) {
            if (scan.countsWindows() && scan.dayColumns().contains(scan.column(column))) {
                joined.computeIfAbsent(scan, any -> new TreeSet<>()).add(scan.column(column));
            }
        } else if (node instanceof Project project) {
            if (project.getProjects().get(column) instanceof RexInputRef ref) {
                trace(project.getInput(), ref.getIndex());
            }
        } else if (node instanceof Filter || node instanceof Sort) {
            trace(node.getInput(0), column);
        } else if (node instanceof Aggregate aggregate) {
            if (column < aggregate.getGroupCount()) {
                trace(aggregate.getInput(), aggregate.getGroupSet().nth(column));
            }
        } else if (node instanceof SetOp) {
            new ArrayList<>(node.getInputs()).forEach(input -> trace(input, column));
        } else if (node instanceof Join join) {
            int left = join.getLeft().getRowType().getFieldCount();
            if (column < left) {
                trace(join.getLeft(), column);
            } else if (join.getJoinType().projectsRight()) {
                trace(join.getRight(), column - left);
            }
        }
    }
}
