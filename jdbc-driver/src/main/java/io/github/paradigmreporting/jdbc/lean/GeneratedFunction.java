package io.github.paradigmreporting.jdbc.lean;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumUtils;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.DeclarationStatement;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.MemberDeclaration;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Statement;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexExecutable;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.util.BuiltInMethod;
import org.jspecify.annotations.Nullable;

/**
 * A single call that no closure computes, compiled by Calcite as a function of the values of its operands. Operands and
 * result are nullable whatever their types say, so that a NULL stays one. Compiled functions are shared by all statements.
 * Thread-safe.
 */
final class GeneratedFunction {
    private static final int MAX_CACHED = 500;

    /** The longest text that a function of Calcite's gets: none of them looks for the wish to stop. */
    private static final int LONGEST = 100_000;

    /** The name under which generated code gets the operands. */
    private static final String OPERANDS = "operands";

    private static final Map<String, Function1<DataContext, Object[]>> CACHE =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Function1<DataContext, Object[]>> eldest) {
                    return size() > MAX_CACHED;
                }
            });

    private GeneratedFunction() {}

    /**
     * The closure of a call.
     *
     * @param call the call; its literals become part of the code
     * @param operands a closure per operand
     */
    static Expression of(RexCall call, List<Expression> operands, RexBuilder rex) {
        RelDataTypeFactory types = rex.getTypeFactory();
        RelDataTypeFactory.Builder row = types.builder();
        List<RexNode> references = new ArrayList<>();
        List<Expression> inputs = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            RexNode operand = call.getOperands().get(i);
            if (operand instanceof RexLiteral || isPart(operand)) {
                references.add(operand);
            } else {
                RelDataType nullable = types.createTypeWithNullability(operand.getType(), true);
                references.add(new RexInputRef(inputs.size(), nullable));
                row.add("v" + inputs.size(), nullable);
                inputs.add(generated(operands.get(i), operand.getType()));
            }
        }
        RelDataType type = types.createTypeWithNullability(call.getType(), true);
        Expression result =
                compiled(call.clone(type, references), call.getOperator().getName(), inputs, row.build(), rex);
        return switch (type.getSqlTypeName()) {
            case TINYINT, SMALLINT -> Strict.one(result, value -> (Object) ((Number) value).intValue());
            case REAL -> Strict.one(result, value -> (Object) ((Number) value).doubleValue());
            case INTERVAL_DAY_SECOND -> throw unknown(call);
            default -> result;
        };
    }

    /** A value of the class that generated code has for a type, where closures have another. */
    private static Expression generated(Expression value, RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case TINYINT -> Strict.one(value, number -> (Object) ((Number) number).byteValue());
            case SMALLINT -> Strict.one(value, number -> (Object) ((Number) number).shortValue());
            case REAL -> Strict.one(value, number -> (Object) ((Number) number).floatValue());
            case INTERVAL_DAY_SECOND -> throw unknown(type);
            default -> value;
        };
    }

    private static UnsupportedOperationException unknown(Object what) {
        return new UnsupportedOperationException(what + " is not possible");
    }

    /** The closure of a literal of a type that closures do not know. */
    static Expression of(RexLiteral literal, RexBuilder rex) {
        return compiled(
                literal,
                literal.toString(),
                List.of(),
                rex.getTypeFactory().builder().build(),
                rex);
    }

    /** Whether an operand is no value but a part of the call: DEFAULT, a descriptor. */
    private static boolean isPart(RexNode operand) {
        return operand.getKind() == SqlKind.DEFAULT || operand.getKind() == SqlKind.DESCRIPTOR;
    }

    private static Expression compiled(
            RexNode node, String name, List<Expression> inputs, RelDataType row, RexBuilder rex) {
        String key = node.getClass().getSimpleName()
                + (node instanceof RexCall call ? call.getOperator().getClass().getName() : "")
                + ' ' + node + ": " + node.getType().getFullTypeString() + " of " + row.getFullTypeString();
        Function1<DataContext, Object[]> function = CACHE.get(key);
        if (function == null) {
            try {
                function = new RexExecutable(code(node, row, rex), node).getFunction();
            } catch (RuntimeException e) {
                throw notCompiled(node, name, e);
            }
            CACHE.put(key, function);
        }
        Function1<DataContext, Object[]> called = function;
        Expression[] operands = inputs.toArray(new Expression[0]);
        return (values, run) -> {
            @Nullable Object[] computed = new Object[operands.length];
            for (int i = 0; i < operands.length; i++) {
                computed[i] = operands[i].of(values, run);
                checkLength(name, computed[i]);
            }
            run.check();
            try {
                return called.apply(new WithOperands(run.context(), computed))[0];
            } catch (RuntimeException e) {
                throw new FailedCallException(name, e);
            }
        };
    }

    private static void checkLength(String name, @Nullable Object operand) {
        if (operand instanceof String text && text.length() > LONGEST) {
            throw new ValueException(
                    ValueException.Kind.TOO_LONG,
                    name + " takes texts of up to " + LONGEST + " characters; this one has " + text.length());
        }
    }

    /** Calcite's validator lets through some calls that its code generator cannot translate. */
    private static ValueException notCompiled(RexNode node, String name, RuntimeException cause) {
        String types = node instanceof RexCall call
                ? call.getOperands().stream()
                        .map(operand -> operand.getType().toString())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
        return new ValueException(
                ValueException.Kind.NO_FUNCTION,
                name + types + " cannot be computed; CAST the values to other types",
                cause);
    }

    /** Members of a class that is a function of a {@link DataContext}. */
    private static String code(RexNode node, RelDataType row, RexBuilder rex) {
        JavaTypeFactory types = new JavaTypeFactoryImpl(rex.getTypeFactory().getTypeSystem());
        RexProgramBuilder program = new RexProgramBuilder(row, rex);
        program.addProject(RexUtil.expandSearch(rex, null, node), "value");
        ParameterExpression argument = Expressions.parameter(Object.class, "context");
        BlockBuilder body = new BlockBuilder();
        body.add(Expressions.declare(
                Modifier.FINAL, DataContext.ROOT, Expressions.convert_(argument, DataContext.class)));
        // Functions that hold something, such as compiled patterns, are made once.
        BlockBuilder fields = new BlockBuilder().withRemoveUnused(false);
        body.add(Expressions.return_(
                null,
                Expressions.newArrayInit(
                        Object.class,
                        RexToLixTranslator.translateProjects(
                                program.getProgram(),
                                types,
                                SqlConformanceEnum.LENIENT,
                                body,
                                fields,
                                null,
                                DataContext.ROOT,
                                (list, index, storage) -> EnumUtils.convert(
                                        Expressions.arrayIndex(
                                                Expressions.convert_(
                                                        Expressions.call(
                                                                DataContext.ROOT,
                                                                BuiltInMethod.DATA_CONTEXT_GET.method,
                                                                Expressions.constant(OPERANDS)),
                                                        Object[].class),
                                                Expressions.constant(index)),
                                        storage == null
                                                ? types.getJavaClass(row.getFieldList()
                                                        .get(index)
                                                        .getType())
                                                : storage),
                                null))));
        List<MemberDeclaration> members = new ArrayList<>();
        for (Statement field : fields.toBlock().statements) {
            DeclarationStatement declared = (DeclarationStatement) field;
            members.add(
                    Expressions.fieldDecl(Modifier.PRIVATE | Modifier.FINAL, declared.parameter, declared.initializer));
        }
        members.add(Expressions.methodDecl(
                Modifier.PUBLIC,
                Object[].class,
                BuiltInMethod.FUNCTION1_APPLY.method.getName(),
                List.of(argument),
                body.toBlock()));
        return Expressions.toString(members, "\n", false);
    }

    /** A context that also has the operands of one call. */
    private static final class WithOperands implements DataContext {
        private final DataContext context;
        private final @Nullable Object[] operands;

        WithOperands(DataContext context, @Nullable Object[] operands) {
            this.context = context;
            this.operands = operands;
        }

        @Override
        public @Nullable Object get(String name) {
            return name.equals(OPERANDS) ? operands : context.get(name);
        }

        @Override
        public @Nullable SchemaPlus getRootSchema() {
            return context.getRootSchema();
        }

        @Override
        public JavaTypeFactory getTypeFactory() {
            return context.getTypeFactory();
        }

        @Override
        public QueryProvider getQueryProvider() {
            return context.getQueryProvider();
        }
    }
}
