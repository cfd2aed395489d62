package io.github.paradigmreporting.jdbc.lean;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Each row once, when it comes first. */
record Distinct(Operator input, int width) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        return () -> open(rows.get(), run);
    }

    private RowStream open(RowStream rows, Run run) {
        int[] all = IntStream.range(0, width).toArray();
        Set<Object> seen = new HashSet<>();
        Memory.Held held = run.memory().held();
        return new RowStream() {
            @Override
            public @Nullable Object @Nullable [] next() {
                for (Object[] row = rows.next(); row != null; row = rows.next()) {
                    run.check();
                    if (seen.add(Key.of(row, all))) {
                        held.add(row);
                        held.add(Key.BYTES);
                        return row;
                    }
                }
                return null;
            }

            @Override
            public void close() {
                held.close();
                rows.close();
            }
        };
    }
}
