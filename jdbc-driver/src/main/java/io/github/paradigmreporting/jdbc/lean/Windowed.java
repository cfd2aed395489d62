package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows, each with the values of window functions behind some of its columns. The order of the rows stays.
 *
 * @param width how many of the columns go on
 * @param windows what is computed
 */
record Windowed(Operator input, int width, List<Window> windows) implements Operator {
    /**
     * Functions over the same window.
     *
     * @param partition the columns that rows of a partition are equal in
     */
    record Window(List<Integer> partition, RowOrder order, WindowFrame frame, List<WindowFunction> functions) {}

    @Override
    public Supplier<RowStream> bind(Run run) {
        Supplier<RowStream> rows = input.bind(run);
        return () -> {
            RowStream read = rows.get();
            Memory.Held held = run.memory().held();
            Stored computed = new Stored(() -> computed(read, run, held));
            return new RowStream() {
                @Override
                public @Nullable Object @Nullable [] next() {
                    return computed.next();
                }

                @Override
                public void close() {
                    read.close();
                    held.close();
                }
            };
        };
    }

    private Iterator<@Nullable Object[]> computed(RowStream read, Run run, Memory.Held held) {
        int functions =
                windows.stream().mapToInt(window -> window.functions.size()).sum();
        // The row with the functions' values, and its places in a partition.
        long more = 64 + 28L * (width + functions);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Object[] row = read.next(); row != null; row = read.next()) {
            run.check();
            held.add(row);
            held.add(more);
            rows.add(row);
        }
        read.close();
        List<@Nullable Object[]> out = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] wider = new Object[width + functions];
            System.arraycopy(row, 0, wider, 0, width);
            out.add(wider);
        }
        int column = width;
        for (Window window : windows) {
            for (List<Integer> partition : partitions(rows, window, run)) {
                compute(window, partition, rows, out, column, run, held);
            }
            column += window.functions.size();
        }
        return out.iterator();
    }

    /** Numbers of the rows of each partition, in order. */
    private static Iterable<List<Integer>> partitions(List<@Nullable Object[]> rows, Window window, Run run) {
        int[] columns = window.partition.stream().mapToInt(i -> i).toArray();
        Map<Object, List<Integer>> partitions = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            partitions
                    .computeIfAbsent(Key.of(rows.get(i), columns), key -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> partition : partitions.values()) {
            partition.sort((a, b) -> {
                run.check();
                return window.order.compare(rows.get(a), rows.get(b));
            });
        }
        return partitions.values();
    }

    private static void compute(
            Window window,
            List<Integer> numbers,
            List<@Nullable Object[]> rows,
            List<@Nullable Object[]> out,
            int column,
            Run run,
            Memory.Held held) {
        List<@Nullable Object[]> sorted = new ArrayList<>(numbers.size());
        numbers.forEach(number -> sorted.add(rows.get(number)));
        Partition partition = new Partition(sorted, window.order, window.frame.exclusion());
        window.frame.place(partition, run);
        for (int f = 0; f < window.functions.size(); f++) {
            IntFunction<@Nullable Object> function = window.functions.get(f).over(partition, run);
            Object before = null;
            for (int i = 0; i < numbers.size(); i++) {
                run.check();
                Object value = function.apply(i);
                if (value != before && (value instanceof String || value instanceof List)) {
                    // A text or an array may grow with each row of the frame.
                    held.add(Memory.bytes(value));
                }
                before = value;
                out.get(numbers.get(i))[column + f] = value;
            }
        }
    }
}
