package io.github.paradigmreporting.jdbc.lean;

import java.util.List;
import org.apache.calcite.rex.RexWindowExclusion;
import org.jspecify.annotations.Nullable;

/** The rows of a partition of a window, sorted, with the frame of each. Rows that are equal in order are peers, a group. */
final class Partition {
    final int[] start;
    final int[] end;

    private final List<@Nullable Object[]> rows;
    private final RowOrder order;
    private final RexWindowExclusion exclusion;
    private final int[] group;
    private final int[] groupStart;
    private int groups;

    /**
     * A partition.
     *
     * @param rows in the order
     */
    Partition(List<@Nullable Object[]> rows, RowOrder order, RexWindowExclusion exclusion) {
        this.rows = rows;
        this.order = order;
        this.exclusion = exclusion;
        this.start = new int[rows.size()];
        this.end = new int[rows.size()];
        this.group = new int[rows.size()];
        this.groupStart = new int[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || order.compare(rows.get(i - 1), rows.get(i)) != 0) {
                groupStart[groups++] = i;
            }
            group[i] = groups - 1;
        }
        groupStart[groups] = rows.size();
    }

    int size() {
        return rows.size();
    }

    @Nullable
    Object[] row(int index) {
        return rows.get(index);
    }

    RowOrder order() {
        return order;
    }

    /** The number of the group of a row. */
    int group(int row) {
        return group[row];
    }

    int peersFrom(int row) {
        return groupStart[group[row]];
    }

    int peersTo(int row) {
        return groupStart[group[row] + 1];
    }

    /** Where a group begins, which may be before the first or after the last. */
    int groupFrom(long number) {
        return number < 0 ? 0 : number >= groups ? size() : groupStart[(int) number];
    }

    int groupTo(long number) {
        return groupFrom(number + 1);
    }

    boolean excludesNothing() {
        return exclusion == RexWindowExclusion.EXCLUDE_NO_OTHER;
    }

    /** Whether the frame of a row leaves another row between its bounds out. */
    boolean isExcluded(int row, int other) {
        return switch (exclusion) {
            case EXCLUDE_NO_OTHER -> false;
            case EXCLUDE_CURRENT_ROW -> other == row;
            case EXCLUDE_GROUP -> group[other] == group[row];
            case EXCLUDE_TIES -> group[other] == group[row] && other != row;
        };
    }
}
