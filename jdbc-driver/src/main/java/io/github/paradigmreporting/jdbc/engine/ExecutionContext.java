package io.github.paradigmreporting.jdbc.engine;

import java.util.Locale;
import java.util.TimeZone;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.rel.type.TimeFrames;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** An {@link Execution} as generated code sees it. */
final class ExecutionContext implements DataContext {
    private final Execution execution;
    private final SchemaPlus schema;
    private final JavaTypeFactory types;

    ExecutionContext(Execution execution, SchemaPlus schema, JavaTypeFactory types) {
        this.execution = execution;
        this.schema = schema;
        this.types = types;
    }

    @Override
    public SchemaPlus getRootSchema() {
        return schema;
    }

    @Override
    public JavaTypeFactory getTypeFactory() {
        return types;
    }

    @Override
    @SuppressWarnings("NullAway") // linq4j queries are not offered
    public QueryProvider getQueryProvider() {
        return null;
    }

    @Override
    public @Nullable Object get(String name) {
        if (name.startsWith("?")) {
            return execution.parameter(Integer.parseInt(name.substring(1)));
        }
        for (Variable variable : Variable.values()) {
            if (variable.camelName.equals(name)) {
                return value(variable);
            }
        }
        return null;
    }

    private @Nullable Object value(Variable variable) {
        TimeZone zone = TimeZone.getTimeZone(execution.scope().clock().getZone());
        long utc = execution.started().toEpochMilli();
        return switch (variable) {
            case UTC_TIMESTAMP -> utc;
            case CURRENT_TIMESTAMP, LOCAL_TIMESTAMP, SYS_TIMESTAMP -> utc + zone.getOffset(utc);
            case TIME_ZONE -> zone;
            case TIME_FRAME_SET -> types.getTypeSystem().deriveTimeFrameSet(TimeFrames.CORE);
            case CANCEL_FLAG -> execution.stopped();
            // Names of days and months in full, in the language of SQL; the root locale has only short ones.
            case LOCALE -> Locale.ENGLISH;
            case USER, SYSTEM_USER -> "";
            default -> null;
        };
    }
}
