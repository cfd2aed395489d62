package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/** Makes operators of a tree of relations; all of it, or none. */
public final class Lean {
    private final Leaves leaves;
    private final ExpressionCompiler expressions;
    private final RexBuilder rex;

    private Lean(Leaves leaves, RexBuilder rex) {
        this.leaves = leaves;
        this.rex = rex;
        this.expressions = new ExpressionCompiler(rex);
    }

    /**
     * The operators of a tree.
     *
     * @param root the tree
     * @param leaves know what it begins with
     * @return its rows
     * @throws Declined when something in it is not known
     */
    public static Operator of(RelNode root, Leaves leaves) {
        return new Lean(leaves, root.getCluster().getRexBuilder()).operator(root);
    }

    /**
     * Some columns of rows.
     *
     * @param rows the rows
     * @param columns numbers of the columns
     * @return rows of those columns
     */
    public static Operator columns(Operator rows, List<Integer> columns) {
        List<Expression> values = new ArrayList<>();
        for (int column : columns) {
            values.add((row, run) -> row[column]);
        }
        return new Projected(rows, values);
    }

    /** The operator of a relation; of one that can have no rows, {@link Constant#NONE}, so that nothing is read for it. */
    private Operator operator(RelNode rel) {
        if (rel instanceof Filter filter && filter.getVariablesSet().isEmpty()) {
            Operator input = operator(filter.getInput());
            boolean none = input == Constant.NONE || filter.getCondition().isAlwaysFalse();
            return none ? Constant.NONE : new Filtered(input, expressions.compile(filter.getCondition()));
        }
        if (rel instanceof Project project && project.getVariablesSet().isEmpty()) {
            Operator input = operator(project.getInput());
            return input == Constant.NONE ? input : new Projected(input, expressions.compileAll(project.getProjects()));
        }
        if (rel instanceof Join join && join.getVariablesSet().isEmpty()) {
            return joined(join);
        }
        if (rel instanceof Aggregate aggregate) {
            return aggregated(aggregate);
        }
        if (rel instanceof Sort sort) {
            return sorted(sort);
        }
        if (rel instanceof Union union) {
            return union(union);
        }
        if (rel instanceof Intersect || rel instanceof Minus) {
            return matched((SetOp) rel);
        }
        if (rel instanceof Values values) {
            return constant(values);
        }
        if (rel.getInputs().isEmpty()) {
            return leaves.of(rel);
        }
        throw new Declined(rel.getRelTypeName());
    }

    private Operator joined(Join join) {
        JoinRelType type = join.getJoinType();
        switch (type) {
            case INNER, LEFT, RIGHT, FULL, SEMI, ANTI -> {}
            default -> throw new Declined("join " + type);
        }
        Operator lefts = operator(join.getLeft());
        Operator rights = operator(join.getRight());
        if ((lefts == Constant.NONE && !type.generatesNullsOnLeft())
                || (rights == Constant.NONE && !type.generatesNullsOnRight() && type != JoinRelType.ANTI)) {
            return Constant.NONE;
        }
        JoinInfo info = join.analyzeCondition();
        int[] leftKeys = info.leftKeys.toIntArray();
        int[] rightKeys = info.rightKeys.toIntArray();
        boolean[] nullsMatch = new boolean[leftKeys.length];
        for (int i = 0; i < leftKeys.length; i++) {
            Kind left = Kind.of(type(join.getLeft(), leftKeys[i]));
            Kind right = Kind.of(type(join.getRight(), rightKeys[i]));
            // What is equal need not be equal to Java: 1.0 and 1.00, 0.0 and -0.0.
            if (left != right || left == Kind.DECIMAL || left == Kind.DOUBLE) {
                throw new Declined("a join by " + left + " and " + right);
            }
            nullsMatch[i] = !info.nullExclusionFlags.get(i);
        }
        RexNode rest = RexUtil.composeConjunction(rex, info.nonEquiConditions);
        return new Joined(
                type,
                new Joined.Side(lefts, join.getLeft().getRowType().getFieldCount(), leftKeys),
                new Joined.Side(rights, join.getRight().getRowType().getFieldCount(), rightKeys),
                nullsMatch,
                rest.isAlwaysTrue() ? null : expressions.compile(rest));
    }

    private Operator aggregated(Aggregate aggregate) {
        RelDataType input = aggregate.getInput().getRowType();
        int[] keys = aggregate.getGroupSet().toArray();
        List<boolean[]> groupings = new ArrayList<>();
        aggregate.getGroupSets().forEach(set -> {
            boolean[] counts = new boolean[keys.length];
            for (int i = 0; i < keys.length; i++) {
                counts[i] = set.get(keys[i]);
            }
            groupings.add(counts);
        });
        List<Supplier<Accumulator>> calls = new ArrayList<>();
        for (AggregateCall call : aggregate.getAggCallList()) {
            calls.add(Accumulators.of(call, input));
        }
        Operator rows = operator(aggregate.getInput());
        return rows == Constant.NONE && keys.length > 0 ? rows : new Aggregated(rows, keys, groupings, calls);
    }

    private Operator sorted(Sort sort) {
        Operator input = operator(sort.getInput());
        boolean nothing = sort.fetch instanceof RexLiteral most && RexLiteral.intValue(most) == 0;
        if (input == Constant.NONE || nothing) {
            return Constant.NONE;
        }
        Expression offset = sort.offset == null ? null : expressions.compile(sort.offset);
        Expression fetch = sort.fetch == null ? null : expressions.compile(sort.fetch);
        if (sort.getCollation().getFieldCollations().isEmpty()) {
            return new Limited(input, offset, fetch);
        }
        return new Sorted(input, new RowOrder(sort.getCollation()), offset, fetch);
    }

    private Operator union(Union union) {
        List<Operator> inputs = new ArrayList<>();
        for (RelNode input : union.getInputs()) {
            Operator rows = alike(union, input);
            if (rows != Constant.NONE) {
                inputs.add(rows);
            }
        }
        if (inputs.isEmpty()) {
            return Constant.NONE;
        }
        Operator all = new Concatenated(inputs);
        return union.all ? all : new Distinct(all, union.getRowType().getFieldCount());
    }

    /** INTERSECT and EXCEPT, from left to right. */
    private Operator matched(SetOp set) {
        if (set.all) {
            throw new Declined(set.getRelTypeName() + " ALL");
        }
        boolean wanted = set instanceof Intersect;
        Operator rows = alike(set, set.getInput(0));
        for (RelNode input : set.getInputs().subList(1, set.getInputs().size())) {
            Operator others = alike(set, input);
            if (rows == Constant.NONE || (wanted && others == Constant.NONE)) {
                rows = Constant.NONE;
            } else {
                rows = new Matched(rows, others, wanted, set.getRowType().getFieldCount());
            }
        }
        return rows;
    }

    /** An input of a set operation, whose values are of the operation's own classes. */
    private Operator alike(SetOp set, RelNode input) {
        for (RelDataTypeField field : set.getRowType().getFieldList()) {
            if (Kind.of(type(input, field.getIndex())) != Kind.of(field.getType())) {
                throw new Declined(set.getRelTypeName() + " of " + input.getRowType() + " and others");
            }
        }
        return operator(input);
    }

    private Operator constant(Values values) {
        if (Values.isEmpty(values)) {
            return Constant.NONE;
        }
        List<List<Expression>> rows = new ArrayList<>();
        values.getTuples().forEach(tuple -> rows.add(expressions.compileAll(tuple)));
        return new Constant(rows);
    }

    private static RelDataType type(RelNode rel, int column) {
        return rel.getRowType().getFieldList().get(column).getType();
    }
}
