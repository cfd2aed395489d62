package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * WITH RECURSIVE: the rows of a seed, then those that are made of them, then those that are made of these, until there are
 * none. Rows are made as they are read, so that LIMIT ends a recursion that has no end.
 *
 * @param slot where the step finds the rows of the round before
 * @param all whether equal rows count
 */
record Recursive(Operator seed, Operator step, int slot, boolean all, int width) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> first = seed.bind(run);
        Supplier<RowStream> following = step.bind(run);
        return () -> open(first.get(), following, run);
    }

    /** The rows of the round before. */
    static Operator working(int slot) {
        return run -> () -> new Stored(() -> ((Round) run.get(slot)).rows.iterator());
    }

    private record Round(List<@Nullable Object[]> rows) {}

    private RowStream open(RowStream first, Supplier<RowStream> following, Run run) {
        int[] columns = IntStream.range(0, width).toArray();
        Set<Object> seen = new HashSet<>();
        Memory.Held held = run.memory().held();
        Memory.Held[] round = {run.memory().held(), run.memory().held()};
        return new RowStream() {
            private RowStream rows = first;
            private List<@Nullable Object[]> made = new ArrayList<>();

            @Override
            public @Nullable Object @Nullable [] next() {
                while (true) {
                    run.check();
                    Object[] row = rows.next();
                    if (row == null) {
                        rows.close();
                        if (made.isEmpty()) {
                            return null;
                        }
                        run.set(slot, new Round(made));
                        made = new ArrayList<>();
                        Memory.Held before = round[0];
                        before.close();
                        round[0] = round[1];
                        round[1] = before;
                        rows = following.get();
                    } else if (all || seen.add(Key.of(row, columns))) {
                        made.add(row);
                        round[1].add(row);
                        if (!all) {
                            held.add(row);
                            held.add(Key.BYTES);
                        }
                        return row;
                    }
                }
            }

            @Override
            public void close() {
                held.close();
                round[0].close();
                round[1].close();
                rows.close();
            }
        };
    }
}
