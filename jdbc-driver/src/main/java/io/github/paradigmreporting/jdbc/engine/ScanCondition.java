package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about the days and companies of a table: never less than the filter lets through. A day column has a
 * condition on that column alone, asked for every day there is when a statement runs, so that any expression narrows what
 * is read: casts, EXTRACT, CURRENT_DATE, parameters. Column numbers are those of the table.
 *
 * @param days a condition per day column that is narrowed
 * @param companies expressions that the company equals one of; null when companies are not narrowed
 */
record ScanCondition(Map<Integer, RexNode> days, @Nullable List<RexNode> companies) {

    /** Condition of a filter, or null when it narrows nothing. */
    static @Nullable ScanCondition of(RexNode filter, List<Integer> dayColumns, int company, RexBuilder rex) {
        RexNode plain = RexUtil.expandSearch(rex, null, filter);
        Map<Integer, RexNode> days = new TreeMap<>();
        for (int column : dayColumns) {
            RexNode weak = weaken(plain, column, rex);
            if (!weak.isAlwaysTrue()) {
                days.put(column, weak);
            }
        }
        for (RexNode conjunct : RelOptUtil.conjunctions(plain)) {
            shareEqual(conjunct, days, rex);
        }
        List<RexNode> companies = companies(plain, company);
        return days.isEmpty() && companies == null ? null : new ScanCondition(days, companies);
    }

    /** Where two day columns are equal, what holds for the one holds for the other. */
    private static void shareEqual(RexNode conjunct, Map<Integer, RexNode> days, RexBuilder rex) {
        if (conjunct.getKind() == SqlKind.EQUALS
                && ((RexCall) conjunct).getOperands().get(0) instanceof RexInputRef one
                && ((RexCall) conjunct).getOperands().get(1) instanceof RexInputRef other) {
            RexNode ofOne = days.get(one.getIndex());
            RexNode ofOther = days.get(other.getIndex());
            if (ofOne != null) {
                days.merge(
                        other.getIndex(),
                        moved(ofOne, other),
                        (a, b) -> RexUtil.composeConjunction(rex, List.of(a, b)));
            }
            if (ofOther != null) {
                days.merge(
                        one.getIndex(), moved(ofOther, one), (a, b) -> RexUtil.composeConjunction(rex, List.of(a, b)));
            }
        }
    }

    /** A condition about one column alone as one about another. */
    private static RexNode moved(RexNode condition, RexInputRef to) {
        return condition.accept(new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef ref) {
                return to;
            }
        });
    }

    /** The filter with everything that is not about the column alone taken for true. */
    private static RexNode weaken(RexNode node, int column, RexBuilder rex) {
        if (node.getKind() == SqlKind.AND) {
            return RexUtil.composeConjunction(rex, weakenAll((RexCall) node, column, rex));
        }
        if (node.getKind() == SqlKind.OR) {
            return RexUtil.composeDisjunction(rex, weakenAll((RexCall) node, column, rex));
        }
        return isAbout(node, ImmutableBitSet.of(column)) ? node : rex.makeLiteral(true);
    }

    private static List<RexNode> weakenAll(RexCall call, int column, RexBuilder rex) {
        return call.getOperands().stream()
                .map(operand -> weaken(operand, column, rex))
                .toList();
    }

    private static @Nullable List<RexNode> companies(RexNode node, int company) {
        if (node.getKind() == SqlKind.AND) {
            return ((RexCall) node)
                    .getOperands().stream()
                            .map(operand -> companies(operand, company))
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }
        if (node.getKind() == SqlKind.OR) {
            List<RexNode> all = new ArrayList<>();
            for (RexNode operand : ((RexCall) node).getOperands()) {
                List<RexNode> some = companies(operand, company);
                if (some == null) {
                    return null;
                }
                all.addAll(some);
            }
            return all;
        }
        if (node.getKind() != SqlKind.EQUALS) {
            return null;
        }
        RexNode left = ((RexCall) node).getOperands().get(0);
        RexNode right = ((RexCall) node).getOperands().get(1);
        if (isCompany(left, company) && isAbout(right, ImmutableBitSet.of())) {
            return List.of(right);
        }
        return isCompany(right, company) && isAbout(left, ImmutableBitSet.of()) ? List.of(left) : null;
    }

    private static boolean isCompany(RexNode node, int company) {
        return node instanceof RexInputRef ref && ref.getIndex() == company;
    }

    /** Whether a node can be computed from some columns and what is known when a statement starts. */
    private static boolean isAbout(RexNode node, ImmutableBitSet columns) {
        return columns.contains(RelOptUtil.InputFinder.bits(node)) && RexUtil.isDeterministic(node) && !isBound(node);
    }

    /** Whether a node hangs on a row of an outer query, on a sub-query or on a window. */
    private static boolean isBound(RexNode node) {
        boolean[] found = new boolean[1];
        node.accept(new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitCorrelVariable(RexCorrelVariable variable) {
                found[0] = true;
                return super.visitCorrelVariable(variable);
            }

            @Override
            public Void visitSubQuery(RexSubQuery subQuery) {
                found[0] = true;
                return super.visitSubQuery(subQuery);
            }

            @Override
            public Void visitOver(RexOver over) {
                found[0] = true;
                return super.visitOver(over);
            }
        });
        return found[0];
    }
}
