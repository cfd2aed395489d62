package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.lean.ValueOrder;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of ORDER BY.
 *
 * @param column number of the table's column
 * @param descending whether the greatest comes first
 * @param nullsFirst whether rows without a value come first
 */
record Order(int column, boolean descending, boolean nullsFirst) {
    /** An order of rows by keys; places tells where in a row a column of the table stands. */
    static Comparator<@Nullable Object[]> rows(List<Order> keys, int[] places) {
        return (left, right) -> {
            for (Order key : keys) {
                int place = places[key.column];
                int order = key.compare(left[place], right[place]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    private int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : (left == null) == nullsFirst ? -1 : 1;
        }
        int order = ValueOrder.compare(left, right);
        return descending ? Integer.compare(0, order) : order;
    }
}
