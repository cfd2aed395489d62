package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** Sub-queries as expressions: run for each row that they depend on, as SQL defines them. */
final class SubQueries {
    private SubQueries() {}

    static Expression of(RexSubQuery query, ExpressionCompiler compiler) {
        return switch (query.getKind()) {
            case EXISTS -> exists(compiler.trees().dependent(query.rel, 1));
            case SCALAR_QUERY -> scalar(compiler.trees().dependent(query.rel, 2));
            case IN -> some(query, SqlStdOperatorTable.EQUALS, compiler);
            case SOME -> some(query, comparison((SqlQuantifyOperator) query.getOperator()), compiler);
            case ARRAY_QUERY_CONSTRUCTOR -> array(compiler.trees().dependent(query.rel, Integer.MAX_VALUE));
            default -> throw new UnsupportedOperationException(query.getOperator() + " of a query is not offered");
        };
    }

    private static Expression exists(Dependent tree) {
        return (row, run) -> !run.rows(tree).isEmpty();
    }

    private static Expression scalar(Dependent tree) {
        return (row, run) -> {
            List<@Nullable Object[]> rows = run.rows(tree);
            if (rows.size() > 1) {
                throw new IllegalStateException("more than one value in a sub-query");
            }
            return rows.isEmpty() ? null : rows.get(0)[0];
        };
    }

    private static Expression array(Dependent tree) {
        return (row, run) -> {
            List<@Nullable Object> values = new ArrayList<>();
            run.rows(tree).forEach(found -> values.add(found[0]));
            return values;
        };
    }

    private static SqlOperator comparison(SqlQuantifyOperator operator) {
        return switch (operator.comparisonKind) {
            case EQUALS -> SqlStdOperatorTable.EQUALS;
            case NOT_EQUALS -> SqlStdOperatorTable.NOT_EQUALS;
            case LESS_THAN -> SqlStdOperatorTable.LESS_THAN;
            case LESS_THAN_OR_EQUAL -> SqlStdOperatorTable.LESS_THAN_OR_EQUAL;
            case GREATER_THAN -> SqlStdOperatorTable.GREATER_THAN;
            default -> SqlStdOperatorTable.GREATER_THAN_OR_EQUAL;
        };
    }

    /** Whether a comparison is true for any row of the sub-query; unknown, when it is for none but is unknown for some. */
    private static Expression some(RexSubQuery query, SqlOperator comparison, ExpressionCompiler compiler) {
        Dependent tree = compiler.trees().dependent(query.rel, Integer.MAX_VALUE);
        List<Expression> operands = compiler.compileAll(query.getOperands());
        int width = operands.size();
        List<RexNode> conditions = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            RexNode left = new RexInputRef(i, query.getOperands().get(i).getType());
            RexNode right = new RexInputRef(
                    width + i, query.rel.getRowType().getFieldList().get(i).getType());
            conditions.add(compiler.rex().makeCall(comparison, left, right));
        }
        Expression condition = compiler.compile(RexUtil.composeConjunction(compiler.rex(), conditions));
        return (row, run) -> {
            @Nullable Object[] both = new Object[2 * width];
            for (int i = 0; i < width; i++) {
                both[i] = operands.get(i).of(row, run);
            }
            Boolean any = false;
            for (@Nullable Object[] found : run.rows(tree)) {
                run.check();
                System.arraycopy(found, 0, both, width, width);
                Object holds = condition.of(both, run);
                if (Boolean.TRUE.equals(holds)) {
                    return true;
                }
                any = holds == null ? null : any;
            }
            return any;
        };
    }
}
