package io.github.paradigmreporting.jdbc.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumUtils;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.BlockStatement;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The Java code of a scan: a call of {@link ScanRuntime#scan} with the conditions on days and companies compiled beside
 * it, so that parameters and CURRENT_DATE count anew at each run.
 */
final class ScanCode {
    private static final Method SCAN = Types.lookupMethod(
            ScanRuntime.class,
            "scan",
            DataContext.class,
            ScanSpec.class,
            boolean.class,
            Predicate1[].class,
            Object[].class);

    private static final Method BOX = Types.lookupMethod(ScanRuntime.class, "box", Object.class);

    private final ReportScan scan;
    private final EnumerableRelImplementor implementor;
    private final JavaTypeFactory types;
    private final JavaRowFormat format;
    private final BlockBuilder block = new BlockBuilder();

    ScanCode(ReportScan scan, EnumerableRelImplementor implementor, JavaRowFormat format) {
        this.scan = scan;
        this.implementor = implementor;
        this.types = implementor.getTypeFactory();
        this.format = format;
    }

    BlockStatement block() {
        List<Expression> tests = new ArrayList<>();
        List<Expression> companies = new ArrayList<>();
        ScanCondition condition = scan.condition();
        if (condition != null) {
            for (Map.Entry<Integer, RexNode> test : condition.days().entrySet()) {
                tests.add(dayTest(test.getValue()));
            }
            List<RexNode> ids = condition.companies();
            if (ids != null) {
                companies.addAll(constants(ids));
            }
        }
        Expression rows = Expressions.call(
                SCAN,
                DataContext.ROOT,
                implementor.stash(scan.spec(), ScanSpec.class),
                Expressions.constant(format == JavaRowFormat.SCALAR),
                Expressions.newArrayInit(Predicate1.class, tests),
                Expressions.newArrayInit(Object.class, companies));
        block.add(Expressions.return_(null, Expressions.convert_(rows, Enumerable.class)));
        return block.toBlock();
    }

    /** A function from a day to whether it passes; the day is never null. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // linq4j names a function's class without its arguments
    private Expression dayTest(RexNode test) {
        RelDataType day = types.createSqlType(SqlTypeName.DATE);
        RelDataType row = types.builder().add("day", day).build();
        RexNode ofDay = test.accept(new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef ref) {
                return new RexInputRef(0, day);
            }
        });
        RexProgramBuilder program = new RexProgramBuilder(row, rex());
        program.addProject(0, "day");
        program.addCondition(ofDay);
        ParameterExpression parameter = Expressions.parameter(Integer.class, "day");
        BlockBuilder body = new BlockBuilder();
        Expression passes = RexToLixTranslator.translateCondition(
                program.getProgram(),
                types,
                body,
                (list, index, storage) ->
                        storage == null ? Expressions.unbox(parameter) : EnumUtils.convert(parameter, storage),
                name -> {
                    throw new IllegalStateException("a day test depends on no outer row");
                },
                implementor.getConformance());
        body.add(Expressions.return_(null, passes));
        return block.append("days", Expressions.lambda((Class) Predicate1.class, body.toBlock(), parameter));
    }

    private List<Expression> constants(List<RexNode> nodes) {
        RelDataType row = types.builder().add("none", SqlTypeName.INTEGER).build();
        RexProgramBuilder program = new RexProgramBuilder(row, rex());
        for (int i = 0; i < nodes.size(); i++) {
            program.addProject(nodes.get(i), "c" + i);
        }
        RexProgram constants = program.getProgram();
        return RexToLixTranslator.translateProjects(
                        constants,
                        types,
                        implementor.getConformance(),
                        block,
                        null,
                        null,
                        DataContext.ROOT,
                        (list, index, storage) -> {
                            throw new IllegalStateException("a constant depends on no row");
                        },
                        null)
                .stream()
                .map(value -> (Expression) Expressions.call(BOX, value))
                .toList();
    }

    private RexBuilder rex() {
        return scan.getCluster().getRexBuilder();
    }
}
