package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Makes closures of expressions. */
public final class ExpressionCompiler {
    private final RexBuilder rex;
    private final @Nullable Lean trees;

    /**
     * A compiler of expressions that depend on no rows outside of theirs.
     *
     * @param rex of the tree that the expressions are from
     */
    public ExpressionCompiler(RexBuilder rex) {
        this(rex, null);
    }

    /** A compiler of expressions in a tree. */
    ExpressionCompiler(RexBuilder rex, @Nullable Lean trees) {
        this.rex = rex;
        this.trees = trees;
    }

    /**
     * The closure of an expression.
     *
     * @param node the expression, of a row whose columns are its inputs
     * @return the closure
     */
    public Expression compile(RexNode node) {
        if (node instanceof RexInputRef ref) {
            int index = ref.getIndex();
            return (row, run) -> row[index];
        }
        if (node instanceof RexLiteral literal) {
            return literal(literal);
        }
        if (node instanceof RexDynamicParam parameter) {
            return parameter(parameter);
        }
        if (node instanceof RexFieldAccess access && access.getReferenceExpr() instanceof RexCorrelVariable variable) {
            int slot = trees().slot(variable.id);
            int index = access.getField().getIndex();
            return (row, run) -> run.row(slot)[index];
        }
        if (node instanceof RexSubQuery subQuery) {
            return SubQueries.of(subQuery, this);
        }
        // Of the class itself: one that is derived has a meaning of its own, such as a window.
        if (node.getClass() == RexCall.class) {
            return call((RexCall) node);
        }
        throw new UnsupportedOperationException(node + " is not offered");
    }

    /** The compiler of the trees of sub-queries. */
    Lean trees() {
        return Objects.requireNonNull(trees, "an expression that depends on no rows outside of its own");
    }

    RexBuilder rex() {
        return rex;
    }

    List<Expression> compileAll(List<? extends RexNode> nodes) {
        List<Expression> all = new ArrayList<>(nodes.size());
        for (RexNode node : nodes) {
            all.add(compile(node));
        }
        return all;
    }

    private Expression call(RexCall call) {
        if (call.getKind() == SqlKind.SEARCH) {
            return compile(RexUtil.expandSearch(rex, null, call));
        }
        List<Expression> operands = compileAll(call.getOperands());
        try {
            return known(call, operands);
        } catch (Declined e) {
            return GeneratedFunction.of(call, operands, rex);
        }
    }

    private Expression known(RexCall call, List<Expression> operands) {
        return switch (call.getKind()) {
            case AND, OR, NOT, IS_NULL, IS_NOT_NULL, IS_TRUE, IS_FALSE, IS_NOT_TRUE, IS_NOT_FALSE ->
                Logic.of(call, operands);
            case CASE, COALESCE -> Logic.of(call, converted(call, operands));
            default -> {
                if (!isOfArray(call)) {
                    Kind.known(call.getType());
                    call.getOperands().forEach(operand -> Kind.known(operand.getType()));
                }
                yield computed(call, operands);
            }
        };
    }

    /** Whether a call of a function of the driver's makes an array or takes one, which closures otherwise do not. */
    private static boolean isOfArray(RexCall call) {
        return call.getOperator() instanceof ScalarFunction
                && (isArray(call) || call.getOperands().stream().anyMatch(ExpressionCompiler::isArray));
    }

    private static boolean isArray(RexNode node) {
        return node.getType().getSqlTypeName() == SqlTypeName.ARRAY;
    }

    private static Expression computed(RexCall call, List<Expression> operands) {
        if (call.getOperator() instanceof ScalarFunction function) {
            return function.compile(call, operands);
        }
        return switch (call.getKind()) {
            case EQUALS,
                    NOT_EQUALS,
                    LESS_THAN,
                    LESS_THAN_OR_EQUAL,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM -> Comparisons.of(call, operands);
            case PLUS, MINUS ->
                SqlTypeUtil.isDatetime(call.getOperands().get(0).getType())
                        ? Dates.arithmetic(call, operands)
                        : Arithmetic.of(call, operands);
            case TIMES, DIVIDE, MOD, MINUS_PREFIX -> Arithmetic.of(call, operands);
            case CAST -> cast(call, operands);
            case REINTERPRET -> reinterpret(call, operands);
            case EXTRACT -> Dates.extract(call, operands.get(1));
            case FLOOR, CEIL ->
                operands.size() == 1 ? Rounding.toWhole(call, operands.get(0)) : Dates.floor(call, operands.get(0));
            default -> Functions.of(call, operands);
        };
    }

    private static Expression cast(RexCall call, List<Expression> operands) {
        if (operands.size() != 1) {
            throw new Declined("CAST with a format");
        }
        return Casts.of(operands.get(0), call.getOperands().get(0).getType(), call.getType());
    }

    private static Expression reinterpret(RexCall call, List<Expression> operands) {
        if (operands.size() != 1 || Kind.of(call.getOperands().get(0).getType()) != Kind.of(call.getType())) {
            throw new Declined("REINTERPRET " + call);
        }
        return operands.get(0);
    }

    /** Operands of CASE or COALESCE, whose branches become values of the call's own type. */
    private List<Expression> converted(RexCall call, List<Expression> operands) {
        List<Expression> converted = new ArrayList<>(operands);
        int last = operands.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (call.getKind() == SqlKind.COALESCE || i % 2 == 1 || i == last) {
                converted.set(i, as(call.getOperands().get(i).getType(), call.getType(), operands.get(i)));
            }
        }
        return converted;
    }

    /**
     * A value as one of another type, by a cast where the classes of their values differ.
     *
     * @param from the type it has
     * @param to the type wanted
     * @param value the value
     * @return the value in the class of the type
     */
    Expression as(RelDataType from, RelDataType to, Expression value) {
        Kind kind = Kind.of(from);
        boolean same = kind == Kind.of(to) && (kind != Kind.OTHER || from.getSqlTypeName() == to.getSqlTypeName());
        if (same || from.getSqlTypeName() == SqlTypeName.NULL) {
            return value;
        }
        RexCall cast = (RexCall) rex.makeAbstractCast(to, new RexInputRef(0, from), false);
        try {
            return known(cast, List.of(value));
        } catch (Declined e) {
            return GeneratedFunction.of(cast, List.of(value), rex);
        }
    }

    private Expression literal(RexLiteral literal) {
        if (!literal.isNull()
                && Kind.of(literal.getType()) == Kind.OTHER
                && literal.getTypeName() != SqlTypeName.SYMBOL) {
            return GeneratedFunction.of(literal, rex);
        }
        Object value = value(literal);
        return (row, run) -> value;
    }

    static @Nullable Object value(RexLiteral literal) {
        if (literal.isNull()) {
            return null;
        }
        return switch (Kind.of(literal.getType())) {
            case BOOLEAN -> literal.getValueAs(Boolean.class);
            case INT -> literal.getValueAs(Integer.class);
            case LONG -> literal.getValueAs(Long.class);
            case DOUBLE -> literal.getValueAs(Double.class);
            case DECIMAL -> Numbers.literal(literal.getValueAs(BigDecimal.class), literal.getType());
            case TEXT -> literal.getValueAs(String.class);
            case INTERVAL -> Interval.ofMillis(literal.getValueAs(Long.class));
            case OTHER -> literal.getValue();
        };
    }

    private static Expression parameter(RexDynamicParam parameter) {
        String name = "?" + parameter.getIndex();
        Kind kind = Kind.of(parameter.getType());
        return (row, run) -> {
            Object value = run.context().get(name);
            if (kind == Kind.INTERVAL && value instanceof String text) {
                return Interval.of(text);
            }
            return value instanceof Number number && kind.isNumber() ? Arithmetic.converted(number, kind) : value;
        };
    }
}
