package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ExpressionCompiler;
import io.github.paradigmreporting.jdbc.lean.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Computes constants while a statement is planned, so that {@code CAST('2026-01-01' AS DATE)} becomes a day: as closures,
 * and by generated code what those do not know or fail at.
 */
final class Constants implements RexExecutor, Run {
    private static final @Nullable Object[] NO_ROW = {};

    @Override
    public void reduce(RexBuilder rex, List<RexNode> constants, List<RexNode> reduced) {
        ExpressionCompiler compiler = new ExpressionCompiler(rex);
        List<RexNode> values = new ArrayList<>();
        try {
            for (RexNode constant : constants) {
                Object value = compiler.compile(constant).of(NO_ROW, this);
                values.add(rex.makeLiteral(value, constant.getType(), true));
            }
        } catch (RuntimeException e) {
            new RexExecutorImpl(NoData.INSTANCE).reduce(rex, constants, reduced);
            return;
        }
        reduced.addAll(values);
    }

    @Override
    public DataContext context() {
        return NoData.INSTANCE;
    }

    @Override
    public void check() {
        // Constants take no time.
    }
}
