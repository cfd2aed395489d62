package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.runtime.ArrayBindable;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** A query as compiled code. */
final class CompiledQuery implements CalcitePlan {
    private final QueryShape shape;
    private final PhysicalPlan plan;
    private final SchemaPlus schema;
    private final JavaTypeFactory types;
    private volatile @Nullable LinkageError fault;

    CompiledQuery(QueryShape shape, PhysicalPlan plan, SchemaPlus schema, JavaTypeFactory types) {
        this.shape = shape;
        this.plan = plan;
        this.schema = schema;
        this.types = types;
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
        Enumerable<?> rows = bind(execution);
        try {
            return new EnumeratorCursor(rows.enumerator(), plan.bindable() instanceof ArrayBindable, this);
        } catch (LinkageError e) {
            throw first(e);
        }
    }

    /**
     * The error that tells why a constant in the compiled code cannot be computed, such as 1/0. The JVM tells it once; at
     * the next run of the plan it only says that a class is broken.
     */
    LinkageError first(LinkageError thrown) {
        LinkageError known = fault;
        if (known instanceof ExceptionInInitializerError) {
            return known;
        }
        fault = thrown;
        return thrown;
    }

    /** Decides what is read; sends nothing. */
    private Enumerable<?> bind(Execution execution) {
        return (Enumerable<?>) plan.bindable().bind(new ExecutionContext(execution, schema, types, plan.constants()));
    }

    @Override
    public List<String> explain(Execution execution) {
        bind(execution);
        List<String> lines = new ArrayList<>(plan.explanation().lines().toList());
        lines.addAll(execution.reads());
        return lines;
    }
}
