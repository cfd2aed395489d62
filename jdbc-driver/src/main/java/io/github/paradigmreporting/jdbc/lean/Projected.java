package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** New rows, computed of each. */
record Projected(Operator input, List<Expression> columns) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        return () -> open(rows.get(), run);
    }

    private RowStream open(RowStream rows, Run run) {
        Expression[] values = columns.toArray(new Expression[0]);
        return new RowStream() {
            @Override
            public @Nullable Object @Nullable [] next() {
                Object[] row = rows.next();
                if (row == null) {
                    return null;
                }
                @Nullable Object[] projected = new Object[values.length];
                for (int i = 0; i < values.length; i++) {
                    projected[i] = values[i].of(row, run);
                }
                return projected;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }
}
