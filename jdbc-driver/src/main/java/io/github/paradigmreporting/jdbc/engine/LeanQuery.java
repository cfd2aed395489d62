package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.Lean;
import io.github.paradigmreporting.jdbc.lean.Memory;
import io.github.paradigmreporting.jdbc.lean.Operator;
import io.github.paradigmreporting.jdbc.lean.RowStream;
import io.github.paradigmreporting.jdbc.lean.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/** A query as closures. */
final class LeanQuery implements CalcitePlan {
    private final QueryShape shape;
    private final String explanation;
    private final Operator operator;
    private final SchemaPlus schema;
    private final JavaTypeFactory types;

    private LeanQuery(
            QueryShape shape, String explanation, Operator operator, SchemaPlus schema, JavaTypeFactory types) {
        this.shape = shape;
        this.explanation = explanation;
        this.operator = operator;
        this.schema = schema;
        this.types = types;
    }

    /**
     * The closures of a tree.
     *
     * @param pushed the tree, with its conditions pushed down
     * @param root what of its columns is the answer
     * @throws UnsupportedOperationException when something in it is not offered
     */
    static LeanQuery of(QueryShape shape, RelNode pushed, RelRoot root, SchemaPlus schema, JavaTypeFactory types) {
        Operator all = Lean.of(pushed, LeanScan::of);
        Operator answer = Lean.answer(all, pushed.getRowType(), Pair.left(root.fields));
        // The tree itself would keep everything that planning needed.
        return new LeanQuery(shape, shape.explained() ? RelOptUtil.toString(pushed) : "", answer, schema, types);
    }

    @Override
    public List<ResultColumn> columns() {
        return shape.columns();
    }

    @Override
    public List<ResultColumn> parameters() {
        return shape.parameters();
    }

    @Override
    public boolean isTyped(int parameter) {
        return !shape.untyped().contains(parameter);
    }

    @Override
    public RowCursor execute(Execution execution) {
        shape.warnings().forEach(execution::warn);
        RowStream rows = bind(execution).get();
        return new RowCursor() {
            private @Nullable Object[] row = {};

            @Override
            public boolean next() {
                Object[] next = rows.next();
                if (next == null) {
                    return false;
                }
                row = next;
                return true;
            }

            @Override
            public @Nullable Object[] row() {
                return row;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    /** Decides what is read; sends nothing. */
    private Supplier<RowStream> bind(Execution execution) {
        return operator.bind(new LeanRun(execution, new ExecutionContext(execution, schema, types)));
    }

    @Override
    public List<String> explain(Execution execution) {
        bind(execution);
        List<String> lines = new ArrayList<>(explanation.lines().toList());
        lines.addAll(execution.reads());
        return lines;
    }

    /** An execution as closures see it. */
    static final class LeanRun extends Run {
        private final Execution execution;
        private final DataContext context;

        LeanRun(Execution execution, DataContext context) {
            this.execution = execution;
            this.context = context;
        }

        Execution execution() {
            return execution;
        }

        @Override
        public DataContext context() {
            return context;
        }

        @Override
        public Memory memory() {
            return execution.memory();
        }

        @Override
        public void check() {
            execution.check();
        }
    }
}
