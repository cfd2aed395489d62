package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** UNION ALL: the rows of one input after those of the other. */
record Concatenated(List<Operator> inputs) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        List<Supplier<RowStream>> bound = new ArrayList<>();
        inputs.forEach(input -> bound.add(input.bind(run)));
        return () -> new Chain(bound.iterator());
    }

    private static final class Chain implements RowStream {
        private final Iterator<Supplier<RowStream>> rest;
        private @Nullable RowStream current;

        Chain(Iterator<Supplier<RowStream>> rest) {
            this.rest = rest;
        }

        @Override
        public @Nullable Object @Nullable [] next() {
            while (true) {
                RowStream rows = current;
                Object[] row = rows == null ? null : rows.next();
                if (row != null) {
                    return row;
                }
                close();
                if (!rest.hasNext()) {
                    return null;
                }
                current = rest.next().get();
            }
        }

        @Override
        public void close() {
            RowStream rows = current;
            current = null;
            if (rows != null) {
                rows.close();
            }
        }
    }
}
