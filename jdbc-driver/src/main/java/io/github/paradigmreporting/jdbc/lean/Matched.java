package io.github.paradigmreporting.jdbc.lean;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that others have, too, or that no others have: INTERSECT and EXCEPT. The others are read first.
 *
 * @param wanted whether the others must have it
 * @param all whether a row counts as often as it occurs: one of the others stands for one
 */
record Matched(Operator input, Operator others, boolean wanted, boolean all, int width) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = (all ? input : new Distinct(input, width)).bind(run);
        Supplier<RowStream> theirs = others.bind(run);
        return () -> open(rows.get(), theirs, run);
    }

    private RowStream open(RowStream rows, Supplier<RowStream> theirs, Run run) {
        int[] columns = IntStream.range(0, width).toArray();
        Map<Object, Integer> counts = new HashMap<>();
        Memory.Held held = run.memory().held();
        return new RowStream() {
            private boolean begun;

            @Override
            public @Nullable Object @Nullable [] next() {
                if (!begun) {
                    begun = true;
                    count();
                }
                for (Object[] row = rows.next(); row != null; row = rows.next()) {
                    run.check();
                    if (has(Key.of(row, columns)) == wanted) {
                        return row;
                    }
                }
                return null;
            }

            private void count() {
                try (RowStream others = theirs.get()) {
                    for (Object[] row = others.next(); row != null; row = others.next()) {
                        run.check();
                        if (counts.merge(Key.of(row, columns), 1, Integer::sum) == 1) {
                            held.add(row);
                            held.add(Key.BYTES);
                        }
                    }
                }
            }

            private boolean has(Object key) {
                int count = counts.getOrDefault(key, 0);
                if (count > 0 && all) {
                    counts.put(key, count - 1);
                }
                return count > 0;
            }

            @Override
            public void close() {
                held.close();
                rows.close();
            }
        };
    }
}
