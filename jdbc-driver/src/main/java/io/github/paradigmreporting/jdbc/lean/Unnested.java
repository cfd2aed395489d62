package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * UNNEST: a row for each element of the arrays of a row, with NULL where one of several arrays is shorter.
 *
 * @param ordinality whether a last column counts the elements
 */
record Unnested(Operator input, boolean ordinality) implements Operator {
    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        return () -> open(rows.get(), run);
    }

    private RowStream open(RowStream rows, Run run) {
        return new RowStream() {
            private Iterator<@Nullable Object[]> elements =
                    List.<@Nullable Object[]>of().iterator();

            @Override
            public @Nullable Object @Nullable [] next() {
                while (!elements.hasNext()) {
                    Object[] row = rows.next();
                    if (row == null) {
                        return null;
                    }
                    elements = elements(row, run);
                }
                return elements.next();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    private Iterator<@Nullable Object[]> elements(@Nullable Object[] arrays, Run run) {
        List<@Nullable Object[]> elements = new ArrayList<>();
        int most = 0;
        for (Object array : arrays) {
            most = Math.max(most, array == null ? 0 : ((List<?>) array).size());
        }
        for (int i = 0; i < most; i++) {
            run.check();
            List<@Nullable Object> element = new ArrayList<>();
            for (Object array : arrays) {
                Object value = array == null || ((List<?>) array).size() <= i ? null : ((List<?>) array).get(i);
                if (value instanceof Object[] fields) {
                    element.addAll(Arrays.asList(fields));
                } else {
                    element.add(value);
                }
            }
            if (ordinality) {
                element.add(i + 1);
            }
            elements.add(element.toArray());
        }
        return elements.iterator();
    }
}
