package io.github.paradigmreporting.jdbc.lean;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows after the first few, and no more than so many; reads no further. */
record Limited(
        Operator input,
        @Nullable Expression offset,
        @Nullable Expression fetch) implements Operator {
    private static final @Nullable Object[] NO_ROW = {};

    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        long skipped = count(offset, run, 0);
        long most = count(fetch, run, Long.MAX_VALUE);
        return () -> open(rows.get(), skipped, most);
    }

    static long count(@Nullable Expression expression, Run run, long otherwise) {
        Object value = expression == null ? null : expression.of(NO_ROW, run);
        return value == null ? otherwise : ((Number) value).longValue();
    }

    private static RowStream open(RowStream rows, long skipped, long most) {
        return new RowStream() {
            private long skip = skipped;
            private long left = most;

            @Override
            public @Nullable Object @Nullable [] next() {
                if (left <= 0) {
                    return null;
                }
                for (; skip > 0; skip--) {
                    if (rows.next() == null) {
                        left = 0;
                        return null;
                    }
                }
                left--;
                return rows.next();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }
}
