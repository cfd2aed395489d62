package io.github.paradigmreporting.jdbc.lean;

import java.util.Comparator;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelFieldCollation;
import org.jspecify.annotations.Nullable;

/** An order of rows by some columns. */
final class RowOrder implements Comparator<@Nullable Object[]> {
    private final int[] columns;
    private final int[] signs;
    private final boolean[] nullsFirst;

    RowOrder(RelCollation collation) {
        int size = collation.getFieldCollations().size();
        columns = new int[size];
        signs = new int[size];
        nullsFirst = new boolean[size];
        for (int i = 0; i < size; i++) {
            RelFieldCollation field = collation.getFieldCollations().get(i);
            columns[i] = field.getFieldIndex();
            signs[i] = field.getDirection().isDescending() ? -1 : 1;
            nullsFirst[i] = switch (field.nullDirection) {
                case FIRST -> true;
                case LAST -> false;
                // As generated code has it.
                case UNSPECIFIED -> field.getDirection().isDescending();
            };
        }
    }

    /** How many columns it is by. */
    int width() {
        return columns.length;
    }

    int column(int key) {
        return columns[key];
    }

    boolean isDescending(int key) {
        return signs[key] < 0;
    }

    @Override
    public int compare(@Nullable Object[] left, @Nullable Object[] right) {
        for (int i = 0; i < columns.length; i++) {
            Object a = left[columns[i]];
            Object b = right[columns[i]];
            if (a == b) {
                continue;
            }
            if (a == null || b == null) {
                return (a == null) == nullsFirst[i] ? -1 : 1;
            }
            int sign = ValueOrder.compare(a, b);
            if (sign != 0) {
                return sign > 0 ? signs[i] : -signs[i];
            }
        }
        return 0;
    }
}
