package io.github.paradigmreporting.jdbc.lean;

import java.sql.SQLDataException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** The window functions: of ranks, of other rows, and every aggregate. */
final class WindowFunctions {
    private WindowFunctions() {}

    /**
     * The function of a call.
     *
     * @param columns its arguments
     * @param ignoreNulls whether rows with NULL do not count
     * @param input the rows
     * @param type what it gives
     */
    static WindowFunction of(
            SqlAggFunction function, int[] columns, boolean ignoreNulls, RelDataType input, RelDataType type) {
        return switch (function.kind) {
            case ROW_NUMBER -> (partition, run) -> row -> row + 1L;
            case RANK -> (partition, run) -> row -> partition.peersFrom(row) + 1L;
            case DENSE_RANK -> (partition, run) -> row -> partition.group(row) + 1L;
            case PERCENT_RANK ->
                (partition, run) ->
                        row -> partition.size() == 1 ? 0.0 : (double) partition.peersFrom(row) / (partition.size() - 1);
            case CUME_DIST -> (partition, run) -> row -> (double) partition.peersTo(row) / partition.size();
            case NTILE -> (partition, run) -> ntile(partition, columns[0], type);
            case LAG -> (partition, run) -> other(partition, columns, -1, ignoreNulls);
            case LEAD -> (partition, run) -> other(partition, columns, 1, ignoreNulls);
            case FIRST_VALUE -> (partition, run) -> row -> value(partition, row, columns[0], 1, ignoreNulls);
            case LAST_VALUE -> (partition, run) -> row -> value(partition, row, columns[0], -1, ignoreNulls);
            case NTH_VALUE ->
                (partition, run) -> row -> {
                    Object number = partition.row(row)[columns[1]];
                    return number == null
                            ? null
                            : value(
                                    partition,
                                    row,
                                    columns[0],
                                    positive(number, "the number of NTH_VALUE", "22016"),
                                    ignoreNulls);
                };
            default -> aggregate(function, columns, ignoreNulls, input, type);
        };
    }

    private static IntFunction<@Nullable Object> ntile(Partition partition, int column, RelDataType type) {
        Object given = partition.row(0)[column];
        if (given == null) {
            return row -> null;
        }
        long buckets = positive(given, "the number of buckets of NTILE", "22014");
        long least = partition.size() / buckets;
        long larger = partition.size() % buckets;
        long inLarger = larger * (least + 1);
        return row -> Sums.as(
                1 + (row < inLarger ? row / (least + 1) : larger + (row - inLarger) / Math.max(1, least)), type);
    }

    private static long positive(Object number, String what, String state) {
        long value = ((Number) number).longValue();
        if (value < 1) {
            throw new IllegalStateException(
                    new SQLDataException(what + " is " + value + "; use a number of at least 1", state));
        }
        return value;
    }

    /** The value of a row so far before or after a row; where there is none, the default as it is at the row. */
    private static IntFunction<@Nullable Object> other(
            Partition partition, int[] columns, int side, boolean ignoreNulls) {
        return row -> {
            Object given = columns.length > 1 ? partition.row(row)[columns[1]] : 1;
            if (given == null) {
                return null;
            }
            long distance = ((Number) given).longValue();
            int step = distance < 0 ? -side : side;
            int at = row;
            if (ignoreNulls) {
                for (long left = Math.abs(distance); left > 0 && at >= 0 && at < partition.size(); ) {
                    at += step;
                    if (at >= 0 && at < partition.size() && partition.row(at)[columns[0]] != null) {
                        left--;
                    }
                }
            } else {
                at = (int) Math.max(-1, Math.min(partition.size(), row + side * distance));
            }
            if (at >= 0 && at < partition.size()) {
                return partition.row(at)[columns[0]];
            }
            return columns.length > 2 ? partition.row(row)[columns[2]] : null;
        };
    }

    /** The n-th value of a frame, from its end when n is below 0. */
    private static @Nullable Object value(Partition partition, int row, int column, long n, boolean ignoreNulls) {
        int step = n < 0 ? -1 : 1;
        long left = Math.abs(n);
        for (int i = n < 0 ? partition.end[row] - 1 : partition.start[row];
                i >= partition.start[row] && i < partition.end[row];
                i += step) {
            Object value = partition.row(i)[column];
            if (!partition.isExcluded(row, i) && !(ignoreNulls && value == null) && --left == 0) {
                return value;
            }
        }
        return null;
    }

    private static WindowFunction aggregate(
            SqlAggFunction function, int[] columns, boolean ignoreNulls, RelDataType input, RelDataType type) {
        if (function.kind == SqlKind.PERCENTILE_CONT || function.kind == SqlKind.PERCENTILE_DISC) {
            throw new UnsupportedOperationException(function.getName() + " is no window function");
        }
        Supplier<Accumulator> plain = Accumulators.of(function, columns, input, type, RelCollations.EMPTY);
        Supplier<Accumulator> made = ignoreNulls ? Accumulators.withoutNulls(columns, plain) : plain;
        return (partition, run) -> new Moving(partition, run, made);
    }

    /** An aggregate over frames: of a frame that grows, or of which rows can be taken back, it is not computed anew. */
    private static final class Moving implements IntFunction<@Nullable Object> {
        private final Partition partition;
        private final Run run;
        private final Supplier<Accumulator> made;
        private Accumulator current;
        private int from;
        private int to;

        Moving(Partition partition, Run run, Supplier<Accumulator> made) {
            this.partition = partition;
            this.run = run;
            this.made = made;
            this.current = made.get();
        }

        @Override
        public @Nullable Object apply(int row) {
            int start = partition.start[row];
            int end = partition.end[row];
            if (!partition.excludesNothing()) {
                return without(row, start, end);
            }
            boolean grows = start == from && end >= to;
            boolean moves = start >= from && end >= to && current.isRemovable();
            if (!grows && !(moves && start < to)) {
                current = made.get();
                from = start;
                to = start;
            }
            for (; from < start; from++) {
                current.remove(partition.row(from));
            }
            for (; to < end; to++) {
                run.check();
                current.add(partition.row(to));
            }
            return current.result();
        }

        private @Nullable Object without(int row, int start, int end) {
            Accumulator rest = made.get();
            for (int i = start; i < end; i++) {
                run.check();
                if (!partition.isExcluded(row, i)) {
                    rest.add(partition.row(i));
                }
            }
            return rest.result();
        }
    }
}
