package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Expression;
import io.github.paradigmreporting.jdbc.lean.ExpressionCompiler;
import io.github.paradigmreporting.jdbc.lean.Operator;
import io.github.paradigmreporting.jdbc.lean.RowStream;
import io.github.paradigmreporting.jdbc.lean.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A {@link ReportScan} as closures. */
record LeanScan(ScanSpec spec, List<Expression> days, List<Expression> companies) implements Operator {
    private static final @Nullable Object[] NO_ROW = {};

    /** The scan that a tree begins with. */
    static Operator of(RelNode leaf) {
        if (!(leaf instanceof ReportScan scan)) {
            throw new UnsupportedOperationException(leaf.getRelTypeName() + " is not offered");
        }
        ExpressionCompiler compiler = new ExpressionCompiler(scan.getCluster().getRexBuilder());
        RelDataType day = scan.getCluster().getTypeFactory().createSqlType(SqlTypeName.DATE);
        List<Expression> days = new ArrayList<>();
        List<Expression> companies = new ArrayList<>();
        ScanCondition condition = scan.condition();
        if (condition != null) {
            condition.days().values().forEach(test -> days.add(compiler.compile(ofDay(test, day))));
            List<RexNode> ids = condition.companies();
            if (ids != null) {
                ids.forEach(id -> companies.add(compiler.compile(id)));
            }
        }
        return new LeanScan(scan.spec(), days, companies);
    }

    /** A test of a table's day as one of a row that is only the day. */
    private static RexNode ofDay(RexNode test, RelDataType day) {
        return test.accept(new RexShuttle() {
            @Override
            public RexNode visitInputRef(RexInputRef ref) {
                return new RexInputRef(0, day);
            }
        });
    }

    @Override
    public Supplier<RowStream> bind(Run run) {
        List<IntPredicate> tests = new ArrayList<>();
        for (Expression test : days) {
            @Nullable Object[] row = new Object[1];
            tests.add(day -> {
                row[0] = day;
                return test.isTrue(row, run);
            });
        }
        List<@Nullable Object> ids = new ArrayList<>();
        for (Expression company : companies) {
            ids.add(company.of(NO_ROW, run));
        }
        TableRun table = TableRun.of(((LeanQuery.LeanRun) run).execution(), spec, tests, ids);
        return () -> new Rows(table.rows());
    }

    private record Rows(RowCursor cursor) implements RowStream {
        @Override
        public @Nullable Object @Nullable [] next() {
            return cursor.next() ? cursor.row() : null;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
