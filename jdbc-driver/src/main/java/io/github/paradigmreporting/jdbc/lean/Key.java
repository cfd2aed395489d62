package io.github.paradigmreporting.jdbc.lean;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of some columns of a row, to find rows by. */
final class Key {
    private static final Object NULL = new Object();

    private final @Nullable Object[] values;
    private final int hash;

    private Key(@Nullable Object[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    /** The key of a row, in which NULL equals NULL: the one value itself, or all of them. */
    static Object of(@Nullable Object[] row, int[] columns) {
        if (columns.length == 1) {
            Object value = row[columns[0]];
            return value == null ? NULL : value;
        }
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = row[columns[i]];
        }
        return new Key(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && key.hash == hash && Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
