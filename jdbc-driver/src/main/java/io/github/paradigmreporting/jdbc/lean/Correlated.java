package io.github.paradigmreporting.jdbc.lean;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.rel.core.JoinRelType;
import org.jspecify.annotations.Nullable;

/**
 * A join whose right side is run for each row of the left side, which it refers to.
 *
 * @param type INNER, LEFT, SEMI or ANTI
 * @param slot where the right side finds the row of the left side
 * @param rightWidth how many columns the right side has
 */
record Correlated(JoinRelType type, Operator left, Dependent right, int slot, int rightWidth) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> lefts = left.bind(run);
        Supplier<List<@Nullable Object[]>> rights = right.bind(run);
        return () -> open(lefts.get(), rights, run);
    }

    private RowStream open(RowStream lefts, Supplier<List<@Nullable Object[]>> rights, Run run) {
        return new RowStream() {
            private @Nullable Object @Nullable [] row;
            private Iterator<@Nullable Object[]> matches =
                    List.<@Nullable Object[]>of().iterator();

            @Override
            public @Nullable Object @Nullable [] next() {
                while (true) {
                    if (row != null && matches.hasNext()) {
                        return both(row, matches.next());
                    }
                    row = lefts.next();
                    if (row == null) {
                        return null;
                    }
                    run.check();
                    run.set(slot, row);
                    List<@Nullable Object[]> found = rights.get();
                    if (type.projectsRight()) {
                        matches = found.iterator();
                    }
                    if (found.isEmpty() == (type != JoinRelType.SEMI) && type != JoinRelType.INNER) {
                        return type.projectsRight() ? both(row, new Object[rightWidth]) : row;
                    }
                }
            }

            @Override
            public void close() {
                lefts.close();
            }
        };
    }

    private static @Nullable Object[] both(@Nullable Object[] left, @Nullable Object[] right) {
        @Nullable Object[] both = new Object[left.length + right.length];
        System.arraycopy(left, 0, both, 0, left.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }
}
