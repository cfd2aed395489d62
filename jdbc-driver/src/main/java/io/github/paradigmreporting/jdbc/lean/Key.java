package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values of some columns of a row, to find rows by: what SQL calls equal is equal, such as 1.0 and 1.00, 0.0 and -0.0. */
final class Key {
    /** About the bytes of a key in a map besides its values. */
    static final int BYTES = 88;

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
            return of(row[columns[0]]);
        }
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = of(row[columns[i]]);
        }
        return new Key(values);
    }

    /** The key of a value. */
    static Object of(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        if (value instanceof Double number) {
            return number + 0.0;
        }
        return value == null ? NULL : value;
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
