package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.RepeatUnion;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.TableSpool;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.core.Window;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/** Makes operators of a tree of relations. */
public final class Lean {
    /** By how much the offsets of a ROWS frame are too large that counts groups of peers instead. */
    public static final long GROUP_OFFSET = 1_000_000_000;

    private final Leaves leaves;
    private final ExpressionCompiler expressions;
    private final RexBuilder rex;
    /** The slot of each correlation variable, and of each recursive table, that is in scope. */
    private final Map<Object, Integer> slots = new HashMap<>();

    private int slotsUsed;
    /** Whether the operators that are made now are opened many times in a run. */
    private boolean repeated;

    private Lean(Leaves leaves, RexBuilder rex) {
        this.leaves = leaves;
        this.rex = rex;
        this.expressions = new ExpressionCompiler(rex, this);
    }

    /**
     * The operators of a tree.
     *
     * @param root the tree
     * @param leaves know what it begins with
     * @return its rows
     * @throws UnsupportedOperationException when something in it is not offered
     */
    public static Operator of(RelNode root, Leaves leaves) {
        return new Lean(leaves, root.getCluster().getRexBuilder()).operator(root);
    }

    /**
     * Rows as a user gets them: some of the columns, and intervals as texts.
     *
     * @param rows the rows
     * @param type what their columns are
     * @param columns numbers of the columns wanted
     * @return rows of those columns
     */
    public static Operator answer(Operator rows, RelDataType type, List<Integer> columns) {
        List<Expression> values = new ArrayList<>();
        boolean asIs = columns.size() == type.getFieldCount();
        for (int column : columns) {
            RelDataType of = type.getFieldList().get(column).getType();
            boolean text = SqlTypeUtil.isInterval(of) || of.getSqlTypeName() == SqlTypeName.ARRAY;
            asIs &= !text && column == values.size();
            Expression value = (row, run) -> row[column];
            values.add(text ? Casts.text(value, of) : value);
        }
        return asIs ? rows : new Projected(rows, values);
    }

    /**
     * The operator of a relation; of one that can have no rows, {@link Constant#NONE}, so that nothing is read for it. What
     * is opened many times in a run, but has the same rows each time, is read once.
     */
    private Operator operator(RelNode rel) {
        if (!repeated || rel instanceof Values || isBound(rel)) {
            return made(rel);
        }
        repeated = false;
        Operator once = made(rel);
        repeated = true;
        return once instanceof Constant ? once : new Kept(once);
    }

    /** Whether a tree depends on rows outside of it. */
    private boolean isBound(RelNode rel) {
        if (!RelOptUtil.getVariablesUsed(rel).isEmpty()) {
            return true;
        }
        boolean[] found = new boolean[1];
        new RelVisitor() {
            @Override
            public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
                found[0] |= node instanceof TableScan && slots.containsKey(table(node));
                super.visit(node, ordinal, parent);
            }
        }.go(rel);
        return found[0];
    }

    private static String table(RelNode scan) {
        return "table " + Objects.requireNonNull(scan.getTable()).getQualifiedName();
    }

    private Operator made(RelNode rel) {
        if (rel instanceof Filter filter) {
            Operator input = operator(filter.getInput());
            boolean none = input == Constant.NONE || filter.getCondition().isAlwaysFalse();
            return none
                    ? Constant.NONE
                    : new Filtered(input, inRow(filter, () -> expressions.compile(filter.getCondition())));
        }
        if (rel instanceof Project project) {
            Operator input = operator(project.getInput());
            if (input == Constant.NONE) {
                return input;
            }
            if (project.containsOver()) {
                return Windows.of(project, input, expressions);
            }
            List<Expression> columns = new ArrayList<>();
            for (RexNode column : project.getProjects()) {
                columns.add(inRow(project, () -> expressions.compile(column)));
            }
            return new Projected(input, columns);
        }
        if (rel instanceof Join join) {
            return joined(join);
        }
        if (rel instanceof Correlate correlate) {
            return correlated(correlate);
        }
        if (rel instanceof Aggregate aggregate) {
            return aggregated(aggregate);
        }
        if (rel instanceof Window window) {
            Operator input = operator(window.getInput());
            return input == Constant.NONE ? input : Windows.of(window, input, expressions);
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
        if (rel instanceof RepeatUnion union) {
            return recursive(union);
        }
        if (rel instanceof TableSpool) {
            return operator(rel.getInput(0));
        }
        if (rel instanceof Uncollect uncollect) {
            return new Unnested(operator(uncollect.getInput()), uncollect.withOrdinality);
        }
        Integer working = rel instanceof TableScan ? slots.get(table(rel)) : null;
        if (working != null) {
            return Recursive.working(working);
        }
        if (rel.getInputs().isEmpty()) {
            return leaves.of(rel);
        }
        throw new UnsupportedOperationException(rel.getRelTypeName() + " is not offered");
    }

    /** An expression over the rows of a relation, which sub-queries in it may refer to. */
    private Expression inRow(RelNode rel, Supplier<Expression> compiled) {
        if (rel.getVariablesSet().isEmpty()) {
            return compiled.get();
        }
        int slot = slotsUsed++;
        rel.getVariablesSet().forEach(variable -> slots.put(variable, slot));
        Expression expression = compiled.get();
        rel.getVariablesSet().forEach(slots::remove);
        return (row, run) -> {
            run.set(slot, row);
            return expression.of(row, run);
        };
    }

    /** A tree that is run again and again, for the rows that its variables stand for. */
    Dependent dependent(RelNode rel, int most) {
        boolean outer = repeated;
        repeated = true;
        Operator tree = operator(rel);
        repeated = outer;
        List<Dependent.Reference> references = new ArrayList<>();
        for (CorrelationId variable : RelOptUtil.getVariablesUsed(rel)) {
            int slot = slot(variable);
            RelOptUtil.correlationColumns(variable, rel)
                    .forEach(column -> references.add(new Dependent.Reference(slot, column)));
        }
        return new Dependent(tree, references, most);
    }

    /** Where a row is that a correlation variable stands for. */
    int slot(CorrelationId variable) {
        Integer slot = slots.get(variable);
        if (slot == null) {
            throw new IllegalStateException("no row is known for " + variable);
        }
        return slot;
    }

    private Operator correlated(Correlate correlate) {
        Operator left = operator(correlate.getLeft());
        int slot = slotsUsed++;
        slots.put(correlate.getCorrelationId(), slot);
        JoinRelType type = correlate.getJoinType();
        Dependent right = dependent(correlate.getRight(), type.projectsRight() ? Integer.MAX_VALUE : 1);
        slots.remove(correlate.getCorrelationId());
        int width = correlate.getRight().getRowType().getFieldCount();
        return left == Constant.NONE ? left : new Correlated(type, left, right, slot, width);
    }

    private Operator recursive(RepeatUnion union) {
        Operator seed = alike(union, union.getSeedRel());
        int slot = slotsUsed++;
        String table =
                "table " + Objects.requireNonNull(union.getTransientTable()).getQualifiedName();
        slots.put(table, slot);
        boolean outer = repeated;
        repeated = true;
        Operator step = alike(union, union.getIterativeRel());
        repeated = outer;
        slots.remove(table);
        int width = union.getRowType().getFieldCount();
        return seed == Constant.NONE ? seed : new Recursive(seed, step, slot, union.all, width);
    }

    private Operator joined(Join join) {
        JoinRelType type = join.getJoinType();
        switch (type) {
            case INNER, LEFT, RIGHT, FULL, SEMI, ANTI -> {}
            default -> throw new UnsupportedOperationException("a join of type " + type + " is not offered");
        }
        Operator lefts = operator(join.getLeft());
        Operator rights = operator(join.getRight());
        if ((lefts == Constant.NONE && !type.generatesNullsOnLeft())
                || (rights == Constant.NONE && !type.generatesNullsOnRight() && type != JoinRelType.ANTI)) {
            return Constant.NONE;
        }
        JoinInfo info = join.analyzeCondition();
        List<RexNode> conditions = new ArrayList<>(info.nonEquiConditions);
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < info.leftKeys.size(); i++) {
            if (isAlike(type(join.getLeft(), info.leftKeys.get(i)), type(join.getRight(), info.rightKeys.get(i)))) {
                keys.add(i);
            } else {
                conditions.add(
                        equal(join, info.leftKeys.get(i), info.rightKeys.get(i), info.nullExclusionFlags.get(i)));
            }
        }
        int[] leftKeys = keys.stream().mapToInt(info.leftKeys::get).toArray();
        int[] rightKeys = keys.stream().mapToInt(info.rightKeys::get).toArray();
        boolean[] nullsMatch = new boolean[leftKeys.length];
        for (int i = 0; i < leftKeys.length; i++) {
            nullsMatch[i] = !info.nullExclusionFlags.get(keys.get(i));
        }
        RexNode rest = RexUtil.composeConjunction(rex, conditions);
        return new Joined(
                type,
                new Joined.Side(lefts, join.getLeft().getRowType().getFieldCount(), leftKeys),
                new Joined.Side(rights, join.getRight().getRowType().getFieldCount(), rightKeys),
                nullsMatch,
                rest.isAlwaysTrue() ? null : inRow(join, () -> expressions.compile(rest)));
    }

    /** Whether equal values of two types have equal keys. */
    private static boolean isAlike(RelDataType left, RelDataType right) {
        return Kind.of(left) == Kind.of(right)
                && (Kind.of(left) != Kind.OTHER || left.getSqlTypeName() == right.getSqlTypeName());
    }

    private RexNode equal(Join join, int left, int right, boolean nullsNever) {
        RexNode a = rex.makeInputRef(join.getLeft(), left);
        int shift = join.getLeft().getRowType().getFieldCount();
        RexNode b = rex.makeInputRef(type(join.getRight(), right), shift + right);
        return rex.makeCall(nullsNever ? SqlStdOperatorTable.EQUALS : SqlStdOperatorTable.IS_NOT_DISTINCT_FROM, a, b);
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
        List<Aggregated.Call> calls = new ArrayList<>();
        for (AggregateCall call : aggregate.getAggCallList()) {
            calls.add(call(call, aggregate.getGroupSet(), input));
        }
        Operator rows = operator(aggregate.getInput());
        boolean always = aggregate.getGroupSets().contains(ImmutableBitSet.of());
        return rows == Constant.NONE && !always ? rows : new Aggregated(rows, keys, groupings, calls);
    }

    private static Aggregated.Call call(AggregateCall call, ImmutableBitSet keys, RelDataType input) {
        SqlKind kind = call.getAggregation().kind;
        if (kind != SqlKind.GROUPING) {
            Supplier<Accumulator> made = Accumulators.of(call, input);
            return grouping -> made.get();
        }
        List<Integer> arguments = call.getArgList().stream().map(keys::indexOf).toList();
        return grouping -> {
            long bits = 0;
            for (int key : arguments) {
                bits = bits * 2 + (grouping[key] ? 0 : 1);
            }
            return Accumulators.constant(bits);
        };
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
        boolean wanted = set instanceof Intersect;
        Operator rows = alike(set, set.getInput(0));
        for (RelNode input : set.getInputs().subList(1, set.getInputs().size())) {
            Operator others = alike(set, input);
            if (rows == Constant.NONE || (wanted && others == Constant.NONE)) {
                rows = Constant.NONE;
            } else {
                rows = new Matched(
                        rows, others, wanted, set.all, set.getRowType().getFieldCount());
            }
        }
        return rows;
    }

    /** An input of a set operation, as values of the operation's own types. */
    private Operator alike(RelNode set, RelNode input) {
        Operator rows = operator(input);
        List<Expression> columns = new ArrayList<>();
        boolean alike = true;
        for (RelDataTypeField field : set.getRowType().getFieldList()) {
            int column = field.getIndex();
            alike &= isAlike(type(input, column), field.getType());
            columns.add(expressions.as(type(input, column), field.getType(), (row, run) -> row[column]));
        }
        return alike || rows == Constant.NONE ? rows : new Projected(rows, columns);
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
