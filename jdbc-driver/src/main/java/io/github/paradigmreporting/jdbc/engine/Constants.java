package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ExpressionCompiler;
import io.github.paradigmreporting.jdbc.lean.Memory;
import io.github.paradigmreporting.jdbc.lean.Run;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Computes constants while a statement is planned, so that {@code CAST('2026-01-01' AS DATE)} becomes a day, and stops when
 * planning is to stop.
 */
final class Constants implements RexExecutor {
    private static final @Nullable Object[] NO_ROW = {};

    private final Stop stop;

    Constants(Stop stop) {
        this.stop = stop;
    }

    @Override
    public void reduce(RexBuilder rex, List<RexNode> constants, List<RexNode> reduced) {
        ExpressionCompiler compiler = new ExpressionCompiler(rex);
        for (RexNode constant : constants) {
            reduced.add(reduced(constant, compiler, rex));
        }
    }

    /** The literal, or the expression itself where its value fails: it may never be needed, or is reported when it is. */
    private RexNode reduced(RexNode constant, ExpressionCompiler compiler, RexBuilder rex) {
        try {
            Object value = compiler.compile(constant).of(NO_ROW, new NoRun());
            // A literal would have all the places that its type may have.
            return ReportTypeSystem.isAnyDecimal(constant.getType())
                    ? constant
                    : rex.makeLiteral(value, constant.getType(), true);
        } catch (RuntimeException e) {
            stop.check();
            return constant;
        }
    }

    private final class NoRun extends Run {
        @Override
        public DataContext context() {
            return NoData.INSTANCE;
        }

        @Override
        public Memory memory() {
            return new Memory();
        }

        @Override
        public void check() {
            stop.check();
        }
    }
}
