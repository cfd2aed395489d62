package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelFieldCollation;
import org.jspecify.annotations.Nullable;

/** Aggregates that need all values of a group: texts put together, arrays, percentiles, the most frequent value. */
final class Gathered {
    private Gathered() {}

    /** LISTAGG and STRING_AGG: texts, each but the first behind a separator, which is a column or a comma. */
    static Supplier<Accumulator> text(int column, int separator) {
        return () -> new Accumulator() {
            private @Nullable StringBuilder text;

            @Override
            public void add(@Nullable Object[] row) {
                Object value = row[column];
                if (value == null) {
                    return;
                }
                if (text == null) {
                    text = new StringBuilder();
                } else if (separator < 0) {
                    text.append(',');
                } else if (row[separator] != null) {
                    text.append(row[separator]);
                }
                text.append(value);
            }

            @Override
            public long held() {
                // A builder that grows has room for twice as many, and is copied.
                return text == null ? 0 : 3L * text.length();
            }

            @Override
            public @Nullable Object result() {
                return text == null ? null : text.toString();
            }
        };
    }

    /** ARRAY_AGG: every value, also NULL; of no rows, NULL. */
    static Supplier<Accumulator> array(int column) {
        return () -> new Accumulator() {
            private final List<@Nullable Object> values = new ArrayList<>();
            private long held;

            @Override
            public void add(@Nullable Object[] row) {
                values.add(row[column]);
                held += 8 + Memory.bytes(row[column]);
            }

            @Override
            public long held() {
                return held;
            }

            @Override
            public @Nullable Object result() {
                return values.isEmpty() ? null : new ArrayList<>(values);
            }
        };
    }

    /**
     * PERCENTILE_CONT or PERCENTILE_DISC.
     *
     * @param share the column that says which percentile, from 0 to 1
     * @param order by the column of the values
     * @param continuous whether values between two values are possible
     */
    static Supplier<Accumulator> percentile(int share, RelFieldCollation order, boolean continuous) {
        int column = order.getFieldIndex();
        int sign = order.getDirection().isDescending() ? -1 : 1;
        return () -> new Accumulator() {
            private final List<Object> values = new ArrayList<>();
            private @Nullable Object wanted;
            private long held;

            @Override
            public void add(@Nullable Object[] row) {
                wanted = row[share];
                if (row[column] != null) {
                    values.add(row[column]);
                    held += 8 + Memory.bytes(row[column]);
                }
            }

            @Override
            public long held() {
                return held;
            }

            @Override
            public @Nullable Object result() {
                if (values.isEmpty() || wanted == null) {
                    return null;
                }
                double part = ((Number) wanted).doubleValue();
                if (!(part >= 0 && part <= 1)) {
                    throw new ArithmeticException("a percentile must be from 0 to 1, not " + wanted);
                }
                values.sort((a, b) -> sign * ValueOrder.compare(a, b));
                return continuous ? between(part * (values.size() - 1)) : at((int) Math.ceil(part * values.size()) - 1);
            }

            private Object at(int index) {
                return values.get(Math.max(0, index));
            }

            private Object between(double place) {
                double low = ((Number) at((int) place)).doubleValue();
                double high = ((Number) at((int) Math.ceil(place))).doubleValue();
                return low + (place - (int) place) * (high - low);
            }
        };
    }

    /** MODE: the most frequent value, of several the smallest, or the greatest in a descending order. */
    static Supplier<Accumulator> mode(int column, boolean descending) {
        return () -> new Accumulator() {
            private final Map<Object, Long> counts = new HashMap<>();
            private final Map<Object, Object> values = new HashMap<>();
            private long held;

            @Override
            public void add(@Nullable Object[] row) {
                Object value = row[column];
                if (value != null) {
                    Object key = Key.of(value);
                    counts.merge(key, 1L, Long::sum);
                    if (values.putIfAbsent(key, value) == null) {
                        held += 2 * Key.BYTES + Memory.bytes(value);
                    }
                }
            }

            @Override
            public long held() {
                return held;
            }

            @Override
            public @Nullable Object result() {
                Object mode = null;
                long most = 0;
                for (Map.Entry<Object, Object> entry : values.entrySet()) {
                    long count = counts.getOrDefault(entry.getKey(), 0L);
                    if (mode == null
                            || count > most
                            || (count == most && (ValueOrder.compare(entry.getValue(), mode) < 0) != descending)) {
                        mode = entry.getValue();
                        most = count;
                    }
                }
                return mode;
            }
        };
    }
}
