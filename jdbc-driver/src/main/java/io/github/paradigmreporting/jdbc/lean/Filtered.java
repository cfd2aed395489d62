package io.github.paradigmreporting.jdbc.lean;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows for which a condition is true. */
record Filtered(Operator input, Expression condition) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        return () -> open(rows.get(), run);
    }

    private RowStream open(RowStream rows, Run run) {
        return new RowStream() {
            @Override
            public @Nullable Object @Nullable [] next() {
                for (Object[] row = rows.next(); row != null; row = rows.next()) {
                    if (condition.isTrue(row, run)) {
                        return row;
                    }
                }
                return null;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }
}
