package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One row per group: the columns it is grouped by, then the aggregates.
 */
final class Aggregated implements Operator {
    private final Operator input;
    private final int[] keys;
    private final List<boolean[]> groupings;
    private final List<Call> calls;

    /** Makes the accumulator of a group, which knows which of the keys its grouping is by. */
    interface Call {
        Accumulator start(boolean[] grouping);
    }

    private static final class Group {
        final @Nullable Object[] row;
        final Accumulator[] accumulators;

        Group(@Nullable Object[] row, Accumulator[] accumulators) {
            this.row = row;
            this.accumulators = accumulators;
        }
    }

    /**
     * Groups.
     *
     * @param keys all columns that any grouping is by
     * @param groupings for each grouping, which of the keys count; in the rows of a grouping, the others are null
     * @param calls make the accumulators of a group
     */
    Aggregated(Operator input, int[] keys, List<boolean[]> groupings, List<Call> calls) {
        this.input = input;
        this.keys = keys;
        this.groupings = groupings;
        this.calls = calls;
    }

    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        return () -> {
            RowStream read = rows.get();
            Memory.Held held = run.memory().held();
            Stored groups = new Stored(() -> groups(read, run, held));
            return new RowStream() {
                @Override
                public @Nullable Object @Nullable [] next() {
                    return groups.next();
                }

                @Override
                public void close() {
                    read.close();
                    held.close();
                }
            };
        };
    }

    private Iterator<@Nullable Object[]> groups(RowStream rows, Run run, Memory.Held held) {
        List<@Nullable Object[]> results = new ArrayList<>();
        for (Map<Object, Group> grouping : grouped(rows, run, held)) {
            for (Group group : grouping.values()) {
                results.add(result(group));
            }
        }
        rows.close();
        return results.iterator();
    }

    private List<Map<Object, Group>> grouped(RowStream rows, Run run, Memory.Held held) {
        List<Map<Object, Group>> all = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        for (boolean[] counts : groupings) {
            all.add(new LinkedHashMap<>());
            int[] by = columns(counts);
            columns.add(by);
            if (by.length == 0) {
                // The grouping by nothing has its one row, also of no rows.
                @Nullable Object[] none = new Object[keys.length];
                all.get(all.size() - 1).put(Key.of(none, by), group(none, counts));
            }
        }
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            run.check();
            for (int i = 0; i < columns.size(); i++) {
                Object key = Key.of(row, columns.get(i));
                Group group = all.get(i).get(key);
                if (group == null) {
                    group = group(values(row, groupings.get(i)), groupings.get(i));
                    all.get(i).put(key, group);
                    held.add(group.row);
                    held.add(Key.BYTES + 48L * calls.size());
                }
                take(group, row, held);
            }
        }
        return all;
    }

    private int[] columns(boolean[] counts) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            if (counts[i]) {
                columns.add(keys[i]);
            }
        }
        return columns.stream().mapToInt(i -> i).toArray();
    }

    private @Nullable Object[] values(@Nullable Object[] row, boolean[] counts) {
        @Nullable Object[] values = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = counts[i] ? row[keys[i]] : null;
        }
        return values;
    }

    private Group group(@Nullable Object[] row, boolean[] grouping) {
        Accumulator[] accumulators = new Accumulator[calls.size()];
        for (int i = 0; i < accumulators.length; i++) {
            accumulators[i] = calls.get(i).start(grouping);
        }
        return new Group(row, accumulators);
    }

    private static void take(Group group, @Nullable Object[] row, Memory.Held held) {
        for (Accumulator accumulator : group.accumulators) {
            long before = accumulator.held();
            accumulator.add(row);
            long more = accumulator.held() - before;
            if (more > 0) {
                held.add(more);
            }
        }
    }

    private static @Nullable Object[] result(Group group) {
        int keys = group.row.length;
        @Nullable Object[] result = new Object[keys + group.accumulators.length];
        System.arraycopy(group.row, 0, result, 0, keys);
        for (int i = 0; i < group.accumulators.length; i++) {
            result[keys + i] = group.accumulators[i].result();
        }
        return result;
    }
}
