package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Expression;
import io.github.paradigmreporting.jdbc.lean.ExpressionCompiler;
import io.github.paradigmreporting.jdbc.lean.Run;
import io.github.paradigmreporting.jdbc.lean.ScalarFunction;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.CallImplementor;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.jspecify.annotations.Nullable;

/** Calls of the driver's own functions in a tree that generated code runs. Public only because that code calls it. */
public final class ClosureCalls {
    private static final Method APPLY =
            Types.lookupMethod(ClosureCalls.class, "apply", int.class, DataContext.class, Object[].class);

    private static final List<Expression> CLOSURES = new CopyOnWriteArrayList<>();

    private ClosureCalls() {}

    /** A run of a call: generated code sees to the wish to stop. */
    private static final class Context extends Run {
        private final DataContext context;

        Context(DataContext context) {
            this.context = context;
        }

        @Override
        public DataContext context() {
            return context;
        }

        @Override
        public void check() {
            // The code around the call does.
        }
    }

    /** A tree with calls that generated code can make. */
    static RelNode of(RelNode tree) {
        RexBuilder rex = tree.getCluster().getRexBuilder();
        RexShuttle calls = new RexShuttle() {
            @Override
            public RexNode visitCall(RexCall call) {
                RexNode visited = super.visitCall(call);
                return visited instanceof RexCall seen && seen.getOperator() instanceof ScalarFunction
                        ? called(seen, rex)
                        : visited;
            }
        };
        return tree.accept(new RelHomogeneousShuttle() {
            @Override
            public RelNode visit(RelNode other) {
                return super.visit(other).accept(calls);
            }
        });
    }

    private static RexNode called(RexCall call, RexBuilder rex) {
        List<RexNode> references = new ArrayList<>();
        for (RexNode operand : call.getOperands()) {
            references.add(
                    operand instanceof org.apache.calcite.rex.RexLiteral
                            ? operand
                            : new RexInputRef(references.size(), operand.getType()));
        }
        CLOSURES.add(new ExpressionCompiler(rex).compile(call.clone(call.getType(), references)));
        JavaTypeFactory types = (JavaTypeFactory) rex.getTypeFactory();
        return rex.makeCall(call.getType(), function(call, CLOSURES.size() - 1, types), call.getOperands());
    }

    private static SqlUserDefinedFunction function(RexCall call, int number, JavaTypeFactory types) {
        RelDataType type = call.getType();
        ImplementableFunction function = new ImplementableFunction() {
            @Override
            public CallImplementor getImplementor() {
                return RexImpTable.createImplementor(
                        (translator, rexCall, operands) -> {
                            List<org.apache.calcite.linq4j.tree.Expression> boxed = new ArrayList<>();
                            operands.forEach(operand -> boxed.add(Expressions.convert_(Expressions.box(operand), Object.class)));
                            Class<?> to = (Class<?>) types.getJavaClass(type);
                            return Expressions.convert_(
                                    Expressions.call(
                                            APPLY,
                                            Expressions.constant(number),
                                            DataContext.ROOT,
                                            Expressions.newArrayInit(Object.class, boxed)),
                                    org.apache.calcite.linq4j.tree.Primitive.box(to));
                        },
                        NullPolicy.NONE,
                        false);
            }

            @Override
            public List<FunctionParameter> getParameters() {
                return List.of();
            }
        };
        return new SqlUserDefinedFunction(
                new SqlIdentifier(call.getOperator().getName() + "$" + number, SqlParserPos.ZERO),
                SqlKind.OTHER_FUNCTION,
                binding -> type,
                null,
                null,
                function);
    }

    /**
     * A call.
     *
     * @param number of the closure
     * @param context of the run
     * @param operands their values
     * @return the value
     */
    public static @Nullable Object apply(int number, DataContext context, @Nullable Object[] operands) {
        return CLOSURES.get(number).of(operands, new Context(context));
    }
}
