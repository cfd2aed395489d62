package io.github.paradigmreporting.jdbc.lean;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Each row once that also others have, or that no others have: INTERSECT and EXCEPT. The others are read first.
 *
 * @param wanted whether the others must have it
 */
record Matched(Operator input, Operator others, boolean wanted, int width) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = new Distinct(input, width).bind(run);
        Supplier<RowStream> theirs = others.bind(run);
        return () -> open(rows.get(), theirs.get(), run);
    }

    private RowStream open(RowStream rows, RowStream theirs, Run run) {
        int[] all = IntStream.range(0, width).toArray();
        Set<Object> known = new HashSet<>();
        return new RowStream() {
            private boolean begun;

            @Override
            public @Nullable Object @Nullable [] next() {
                if (!begun) {
                    begun = true;
                    for (Object[] row = theirs.next(); row != null; row = theirs.next()) {
                        run.check();
                        known.add(Key.of(row, all));
                    }
                    theirs.close();
                }
                for (Object[] row = rows.next(); row != null; row = rows.next()) {
                    if (known.contains(Key.of(row, all)) == wanted) {
                        return row;
                    }
                }
                return null;
            }

            @Override
            public void close() {
                try {
                    theirs.close();
                } finally {
                    rows.close();
                }
            }
        };
    }
}
