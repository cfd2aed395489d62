package io.github.paradigmreporting.jdbc.engine;

import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.rel.type.TimeFrames;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** What is known while planning: nothing about now, nothing about rows. Constants are folded under it. */
final class NoData implements DataContext {
    static final NoData INSTANCE = new NoData();

    private NoData() {}

    @Override
    public @Nullable SchemaPlus getRootSchema() {
        return null;
    }

    @Override
    public JavaTypeFactory getTypeFactory() {
        return new ReportTypeFactory();
    }

    @Override
    @SuppressWarnings("NullAway") // linq4j queries are not offered
    public QueryProvider getQueryProvider() {
        return null;
    }

    @Override
    public @Nullable Object get(String name) {
        return name.equals(Variable.TIME_FRAME_SET.camelName)
                ? ReportTypeSystem.INSTANCE.deriveTimeFrameSet(TimeFrames.CORE)
                : null;
    }
}
