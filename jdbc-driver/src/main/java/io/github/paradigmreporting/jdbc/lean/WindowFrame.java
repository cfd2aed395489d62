package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.sql.SQLDataException;
import java.util.Objects;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexWindowExclusion;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a partition a window function sees at a row.
 *
 * @param unit what offsets count
 * @param start where it begins
 * @param end where it ends
 * @param exclusion which of the rows between are left out
 * @param key the type of the sort key, which RANGE offsets are added to; null when there is none
 */
record WindowFrame(
        Unit unit,
        Bound start,
        Bound end,
        RexWindowExclusion exclusion,
        @Nullable RelDataType key) {
    /** What offsets count. */
    enum Unit {
        /** Rows. */
        ROWS,
        /** Differences of the sort key. */
        RANGE,
        /** Groups of rows that are equal in order. */
        GROUPS
    }

    /**
     * A bound.
     *
     * @param side -1 for PRECEDING, 0 for CURRENT ROW, 1 for FOLLOWING
     * @param offset how far; null for UNBOUNDED and CURRENT ROW
     * @param type of the offset
     * @param ofGroups whether the offset counts groups
     */
    record Bound(
            int side, @Nullable Expression offset, @Nullable RelDataType type, boolean ofGroups) {}

    /** The frames of the rows of a partition: from {@code start[i]}, before {@code end[i]}. */
    void place(Partition partition, Run run) {
        Keys keys = unit == Unit.RANGE && (start.offset != null || end.offset != null) ? keys(partition) : null;
        for (int i = 0; i < partition.size(); i++) {
            run.check();
            int first = place(start, true, i, partition, keys, run);
            int last = place(end, false, i, partition, keys, run);
            partition.start[i] = Math.max(0, Math.min(first, partition.size()));
            partition.end[i] = Math.max(partition.start[i], Math.min(last, partition.size()));
        }
    }

    private int place(Bound bound, boolean first, int row, Partition partition, @Nullable Keys keys, Run run) {
        if (bound.side == 0) {
            return unit == Unit.ROWS
                    ? (first ? row : row + 1)
                    : first ? partition.peersFrom(row) : partition.peersTo(row);
        }
        if (bound.offset == null) {
            return bound.side < 0 ? 0 : partition.size();
        }
        Number offset = offset(bound.offset.of(partition.row(row), run), first);
        if (keys != null) {
            return keys.place(bound, offset, first, row, partition);
        }
        long by = Math.max(0, Math.min(offset.longValue(), partition.size())) * bound.side;
        if (unit == Unit.ROWS) {
            return (int) (row + by) + (first ? 0 : 1);
        }
        return first ? partition.groupFrom(partition.group(row) + by) : partition.groupTo(partition.group(row) + by);
    }

    private static Number offset(@Nullable Object value, boolean first) {
        String bound = "the offset of a frame's " + (first ? "start" : "end");
        if (!(value instanceof Number offset)) {
            throw new IllegalStateException(
                    new SQLDataException(bound + " is null; use a number of at least 0", "22004"));
        }
        if (offset.doubleValue() < 0) {
            throw new IllegalStateException(
                    new SQLDataException(bound + " is " + offset + "; use a number of at least 0", "22013"));
        }
        return offset;
    }

    private Keys keys(Partition partition) {
        RelDataType type = key;
        if (type == null || partition.order().width() != 1) {
            throw new UnsupportedOperationException("RANGE with an offset needs ORDER BY one column");
        }
        return new Keys(partition, type);
    }

    /** The sort keys of a partition as numbers of one class; rows whose key is NULL stand together at one end. */
    private static final class Keys {
        private final @Nullable Object[] keys;
        private final boolean exact;
        private final boolean descending;
        private final boolean moments;
        private int from;
        private int to;

        Keys(Partition partition, RelDataType type) {
            SqlTypeName name = type.getSqlTypeName();
            moments = name == SqlTypeName.DATE || name == SqlTypeName.TIMESTAMP;
            exact = !SqlTypeName.APPROX_TYPES.contains(name);
            descending = partition.order().isDescending(0);
            keys = new Object[partition.size()];
            int column = partition.order().column(0);
            for (int i = 0; i < keys.length; i++) {
                Object value = partition.row(i)[column];
                if (!(value instanceof Number number)) {
                    continue;
                }
                if (name == SqlTypeName.DATE) {
                    keys[i] = number.longValue() * DateTimeUtils.MILLIS_PER_DAY;
                } else if (moments) {
                    keys[i] = number.longValue();
                } else {
                    keys[i] = number(number);
                }
            }
            to = keys.length;
            while (from < to && keys[from] == null) {
                from++;
            }
            while (to > from && keys[to - 1] == null) {
                to--;
            }
        }

        private Object number(Number number) {
            return exact ? (Object) Sums.decimal(number) : (Object) number.doubleValue();
        }

        int place(Bound bound, Number offset, boolean first, int row, Partition partition) {
            Object key = keys[row];
            if (key == null) {
                return first ? partition.peersFrom(row) : partition.peersTo(row);
            }
            int direction = descending ? -1 : 1;
            Object limit = moved(key, offset, bound, bound.side * direction);
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                int sign = direction * ValueOrder.compare(Objects.requireNonNull(keys[middle]), limit);
                if (first ? sign < 0 : sign <= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private Object moved(Object key, Number offset, Bound bound, int sign) {
            if (moments) {
                boolean months = bound.type != null
                        && bound.type.getSqlTypeName().getFamily() == SqlTypeFamily.INTERVAL_YEAR_MONTH;
                return months
                        ? DateTimeUtils.addMonths((long) (Long) key, sign * offset.intValue())
                        : (Long) key + sign * offset.longValue();
            }
            if (exact) {
                return ((BigDecimal) key).add(Sums.decimal(offset).multiply(BigDecimal.valueOf(sign)));
            }
            return (Double) key + sign * offset.doubleValue();
        }
    }
}
