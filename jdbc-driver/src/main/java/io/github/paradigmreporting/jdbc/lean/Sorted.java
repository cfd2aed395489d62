package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows in an order; where only the first few are wanted, no more than those are held. Rows that are equal stay in order. */
record Sorted(
        Operator input,
        RowOrder order,
        @Nullable Expression offset,
        @Nullable Expression fetch) implements Operator {
    /** Of how many rows a heap is kept; for more, all are sorted. */
    private static final long LARGEST_HEAP = 100_000;

    private static final int COMPARISONS_UNCHECKED = 1024;

    private static final class Numbered {
        final @Nullable Object[] row;
        final long number;

        Numbered(@Nullable Object[] row, long number) {
            this.row = row;
            this.number = number;
        }
    }

    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        long skipped = Limited.count(offset, run, 0);
        long most = Limited.count(fetch, run, Long.MAX_VALUE);
        return () -> {
            RowStream unsorted = rows.get();
            Memory.Held held = run.memory().held();
            Stored sorted = new Stored(() -> sorted(unsorted, skipped, most, run, held));
            return new RowStream() {
                @Override
                public @Nullable Object @Nullable [] next() {
                    return sorted.next();
                }

                @Override
                public void close() {
                    unsorted.close();
                    held.close();
                }
            };
        };
    }

    private Iterator<@Nullable Object[]> sorted(RowStream rows, long skipped, long most, Run run, Memory.Held held) {
        List<@Nullable Object[]> all = most <= LARGEST_HEAP && skipped <= LARGEST_HEAP
                ? first(rows, (int) (skipped + most), run, held)
                : all(rows, run, held);
        rows.close();
        return all.stream().skip(skipped).limit(most).iterator();
    }

    private List<@Nullable Object[]> all(RowStream rows, Run run, Memory.Held held) {
        List<@Nullable Object[]> all = new ArrayList<>();
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            run.check();
            held.add(row);
            all.add(row);
        }
        int[] comparisons = new int[1];
        all.sort((a, b) -> {
            if (++comparisons[0] % COMPARISONS_UNCHECKED == 0) {
                run.check();
            }
            return order.compare(a, b);
        });
        return all;
    }

    /** The first of the rows: the last of those held goes when one comes before it. */
    private List<@Nullable Object[]> first(RowStream rows, int count, Run run, Memory.Held held) {
        List<@Nullable Object[]> first = new ArrayList<>();
        if (count == 0) {
            return first;
        }
        PriorityQueue<Numbered> best = new PriorityQueue<>((a, b) -> {
            int sign = order.compare(b.row, a.row);
            return sign != 0 ? sign : Long.compare(b.number, a.number);
        });
        long number = 0;
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            run.check();
            if (best.size() < count) {
                held.add(row);
                best.add(new Numbered(row, number++));
            } else if (order.compare(row, best.element().row) < 0) {
                held.remove(best.remove().row);
                held.add(row);
                best.add(new Numbered(row, number++));
            }
        }
        while (!best.isEmpty()) {
            first.add(best.remove().row);
        }
        Collections.reverse(first);
        return first;
    }
}
