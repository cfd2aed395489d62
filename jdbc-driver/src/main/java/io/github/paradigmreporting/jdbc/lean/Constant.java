package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that the statement itself gives. */
record Constant(List<List<Expression>> rows) implements Operator {
    /** No rows. */
    static final Constant NONE = new Constant(List.of());

    private static final @Nullable Object[] NO_ROW = {};

    @Override
    public Supplier<RowStream> bind(Run run) {
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        for (List<Expression> row : rows) {
            values.add(row.stream().map(value -> value.of(NO_ROW, run)).toArray());
        }
        return () -> new Stored(values::iterator);
    }
}
