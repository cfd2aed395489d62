package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.sql.SqlKind;

/**
 * {@code (a, b) IN (SELECT …)} with columns that may be NULL. Where a NULL stands beside a column that differs, the answer is
 * false; Calcite's removal of sub-queries makes it unknown, so that such a tree runs as it is.
 */
final class RowSubQueries extends RexShuttle {
    private boolean found;

    private RowSubQueries() {}

    /** Whether a tree has such a sub-query in a place where false and unknown are not the same. */
    static boolean isIn(RelNode tree) {
        RowSubQueries search = new RowSubQueries();
        search.search(tree);
        return search.found;
    }

    private void search(RelNode tree) {
        if (tree instanceof Filter filter) {
            for (RexNode condition : RelOptUtil.conjunctions(filter.getCondition())) {
                if (condition instanceof RexSubQuery query) {
                    search(query.rel);
                } else {
                    condition.accept(this);
                }
            }
        } else {
            tree.accept(this);
        }
        tree.getInputs().forEach(this::search);
    }

    @Override
    public RexNode visitSubQuery(RexSubQuery query) {
        boolean nullable = query.getOperands().stream()
                        .anyMatch(operand -> operand.getType().isNullable())
                || query.rel.getRowType().getFieldList().stream()
                        .map(RelDataTypeField::getType)
                        .anyMatch(type -> type.isNullable());
        found |= query.getKind() == SqlKind.IN && query.getOperands().size() > 1 && nullable;
        search(query.rel);
        return super.visitSubQuery(query);
    }
}
