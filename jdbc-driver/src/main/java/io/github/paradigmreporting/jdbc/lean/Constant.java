package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that the statement itself gives. */
record Constant(List<@Nullable Object[]> rows) implements Operator {
    /** No rows. */
    static final Constant NONE = new Constant(List.of());

    @Override
    public Supplier<RowStream> bind(Run run) {
        return () -> new Stored(rows::iterator);
    }
}
