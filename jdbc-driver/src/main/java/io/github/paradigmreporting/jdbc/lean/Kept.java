package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows that are read only once in a run, as far as they are needed, however often they are opened. */
record Kept(Operator input) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> opened = input.bind(run);
        List<@Nullable Object[]> kept = new ArrayList<>();
        RowStream[] rest = new RowStream[1];
        boolean[] ended = new boolean[1];
        Memory.Held held = run.memory().held();
        return () -> new RowStream() {
            private int next;

            @Override
            public @Nullable Object @Nullable [] next() {
                if (next == kept.size() && !ended[0]) {
                    read();
                }
                return next == kept.size() ? null : kept.get(next++);
            }

            private void read() {
                run.check();
                if (rest[0] == null) {
                    rest[0] = opened.get();
                }
                Object[] row = rest[0].next();
                if (row == null) {
                    ended[0] = true;
                    rest[0].close();
                } else {
                    held.add(row);
                    kept.add(row);
                }
            }
        };
    }
}
