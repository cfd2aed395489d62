package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tree whose rows depend on columns of rows outside of it: of a Correlate's left side, or of the query around a sub-query.
 * For equal values of those columns it is run once.
 *
 * @param tree the tree
 * @param references the columns outside that it refers to
 * @param most how many of its rows are needed
 */
record Dependent(Operator tree, List<Reference> references, int most) {
    /** Bytes of the rows that are held for values that may come again. */
    private static final long MOST_HELD = 4 << 20;

    /**
     * A column of the row that is in a slot of the run.
     *
     * @param slot the slot
     * @param column the column
     */
    record Reference(int slot, int column) {}

    /** The tree in a run. */
    Supplier<List<@Nullable Object[]>> bind(Run run) {
        Supplier<RowStream> rows = tree.bind(run);
        Map<Object, List<@Nullable Object[]>> known = new HashMap<>();
        int[] columns = new int[references.size()];
        Arrays.setAll(columns, i -> i);
        Memory.Held memory = run.memory().held();
        return () -> {
            @Nullable Object[] values = new Object[references.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = run.row(references.get(i).slot())[references.get(i).column()];
            }
            Object key = Key.of(values, columns);
            List<@Nullable Object[]> answer = known.get(key);
            if (answer == null) {
                answer = read(rows, run);
                if (memory.bytes() > MOST_HELD) {
                    known.clear();
                    memory.close();
                }
                memory.add(Memory.bytes(values) + Key.BYTES);
                answer.forEach(memory::add);
                known.put(key, answer);
            }
            return answer;
        };
    }

    private List<@Nullable Object[]> read(Supplier<RowStream> opened, Run run) {
        List<@Nullable Object[]> all = new ArrayList<>();
        try (RowStream rows = opened.get()) {
            while (all.size() < most) {
                run.check();
                Object[] row = rows.next();
                if (row == null) {
                    break;
                }
                all.add(row);
            }
        }
        return all;
    }
}
