package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.runtime.SqlFunctions;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Makes closures of expressions. */
public final class ExpressionCompiler {
    private final RexBuilder rex;

    /**
     * A compiler.
     *
     * @param rex of the tree that the expressions are from
     */
    public ExpressionCompiler(RexBuilder rex) {
        this.rex = rex;
    }

    /**
     * The closure of an expression.
     *
     * @param node the expression, of a row whose columns are its inputs
     * @return the closure
     * @throws Declined when something in it is not known
     */
    public Expression compile(RexNode node) {
        if (node instanceof RexInputRef ref) {
            Kind.of(ref.getType());
            int index = ref.getIndex();
            return (row, run) -> row[index];
        }
        if (node instanceof RexLiteral literal) {
            Object value = literal(literal);
            return (row, run) -> value;
        }
        if (node instanceof RexDynamicParam parameter) {
            return parameter(parameter);
        }
        // Of the class itself: one that is derived has a meaning of its own, such as a window or a sub-query.
        if (node.getClass() == RexCall.class) {
            return call((RexCall) node);
        }
        throw new Declined(node.getClass().getSimpleName());
    }

    List<Expression> compileAll(List<? extends RexNode> nodes) {
        List<Expression> all = new ArrayList<>(nodes.size());
        for (RexNode node : nodes) {
            all.add(compile(node));
        }
        return all;
    }

    private Expression call(RexCall call) {
        SqlKind kind = call.getKind();
        return switch (kind) {
            case SEARCH -> compile(RexUtil.expandSearch(rex, null, call));
            case AND, OR, NOT, IS_NULL, IS_NOT_NULL, IS_TRUE, IS_FALSE, IS_NOT_TRUE, IS_NOT_FALSE, CASE, COALESCE ->
                Logic.of(call, compileAll(call.getOperands()));
            case EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM -> Comparisons.of(call, compileAll(call.getOperands()));
            case PLUS, MINUS ->
                SqlTypeUtil.isDatetime(call.getOperands().get(0).getType())
                        ? Dates.arithmetic(call, compileAll(call.getOperands()))
                        : Arithmetic.of(call, compileAll(call.getOperands()));
            case TIMES, DIVIDE, MOD, MINUS_PREFIX -> Arithmetic.of(call, compileAll(call.getOperands()));
            case CAST -> cast(call);
            case REINTERPRET -> reinterpret(call);
            case LIKE -> Texts.like(call, compileAll(call.getOperands()));
            case EXTRACT -> Dates.extract(call, compile(call.getOperands().get(1)));
            case FLOOR, CEIL ->
                call.getOperands().size() == 1
                        ? Rounding.toWhole(call, compile(call.getOperands().get(0)))
                        : Dates.floor(call, compile(call.getOperands().get(0)));
            case TRIM -> Texts.trim(call, compileAll(call.getOperands().subList(1, 3)));
            default -> Functions.of(call, this);
        };
    }

    private Expression cast(RexCall call) {
        if (call.getOperands().size() != 1) {
            throw new Declined("CAST with a format");
        }
        RexNode operand = call.getOperands().get(0);
        return Casts.of(compile(operand), operand.getType(), call.getType());
    }

    private Expression reinterpret(RexCall call) {
        RexNode operand = call.getOperands().get(0);
        if (call.getOperands().size() != 1 || Kind.of(operand.getType()) != Kind.of(call.getType())) {
            throw new Declined("REINTERPRET " + call);
        }
        return compile(operand);
    }

    static @Nullable Object literal(RexLiteral literal) {
        if (literal.isNull()) {
            return null;
        }
        return switch (Kind.of(literal.getType())) {
            case BOOLEAN -> literal.getValueAs(Boolean.class);
            case INT -> literal.getValueAs(Integer.class);
            case LONG -> literal.getValueAs(Long.class);
            case DOUBLE -> literal.getValueAs(Double.class);
            case DECIMAL -> literal.getValueAs(BigDecimal.class);
            case TEXT -> literal.getValueAs(String.class);
        };
    }

    private static Expression parameter(RexDynamicParam parameter) {
        String name = "?" + parameter.getIndex();
        Kind kind = Kind.of(parameter.getType());
        return (row, run) -> {
            Object value = run.context().get(name);
            if (value instanceof Number number) {
                return switch (kind) {
                    case INT -> (Object) number.intValue();
                    case LONG -> (Object) number.longValue();
                    case DOUBLE -> (Object) number.doubleValue();
                    case DECIMAL -> SqlFunctions.toBigDecimal(number);
                    case BOOLEAN, TEXT -> value;
                };
            }
            return value;
        };
    }
}
