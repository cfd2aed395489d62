package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.lean.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows in an order, all in memory; where only the first so many are wanted, no more than those. Rows that are equal stay
 * as they came. Reads everything when the first row is asked for.
 */
final class SortedRows implements RowCursor {
    /** A row, and how many came before it. */
    private static final class Numbered {
        private final @Nullable Object[] row;
        private final long number;

        Numbered(@Nullable Object[] row, long number) {
            this.row = row;
            this.number = number;
        }
    }

    private final RowCursor rows;
    private final Memory.Held held;
    private final Comparator<@Nullable Object[]> order;
    private final long most;
    private @Nullable List<@Nullable Object[]> sorted;
    private int next;

    SortedRows(RowCursor rows, Memory.Held held, Comparator<@Nullable Object[]> order, long most) {
        this.rows = rows;
        this.held = held;
        this.order = order;
        this.most = most;
    }

    @Override
    public boolean next() {
        List<@Nullable Object[]> all = sorted;
        if (all == null) {
            all = most < Integer.MAX_VALUE ? first() : all();
            sorted = all;
            rows.close();
        }
        return next++ < all.size();
    }

    private List<@Nullable Object[]> all() {
        List<@Nullable Object[]> all = new ArrayList<>();
        while (rows.next()) {
            @Nullable Object[] row = rows.row();
            held.add(row);
            all.add(row);
        }
        all.sort(order);
        return all;
    }

    private List<@Nullable Object[]> first() {
        Comparator<Numbered> whole = (left, right) -> {
            int byKeys = order.compare(left.row, right.row);
            return byKeys != 0 ? byKeys : Long.compare(left.number, right.number);
        };
        PriorityQueue<Numbered> best = new PriorityQueue<>(whole.reversed());
        for (long number = 0; rows.next(); number++) {
            @Nullable Object[] row = rows.row();
            held.add(row);
            best.add(new Numbered(row, number));
            if (best.size() > most) {
                held.remove(best.remove().row);
            }
        }
        Numbered[] ordered = best.toArray(new Numbered[0]);
        Arrays.sort(ordered, whole);
        List<@Nullable Object[]> first = new ArrayList<>(ordered.length);
        for (Numbered one : ordered) {
            first.add(one.row);
        }
        return first;
    }

    @Override
    public @Nullable Object[] row() {
        List<@Nullable Object[]> all = sorted;
        return all == null ? new Object[0] : all.get(next - 1);
    }

    @Override
    public void close() {
        rows.close();
    }
}
