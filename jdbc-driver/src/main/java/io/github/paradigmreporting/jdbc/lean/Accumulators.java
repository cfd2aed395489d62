package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** COUNT, SUM, AVG, MIN, MAX; of distinct values, of the rows a filter lets through. */
final class Accumulators {
    private Accumulators() {}

    /** Makes the accumulators of a call over rows of a type. */
    static Supplier<Accumulator> of(AggregateCall call, RelDataType input) {
        if (!call.getCollation().getFieldCollations().isEmpty()
                || call.isApproximate()
                || call.ignoreNulls()
                || call.distinctKeys != null) {
            throw new Declined(call.toString());
        }
        int[] arguments = call.getArgList().stream().mapToInt(i -> i).toArray();
        Supplier<Accumulator> plain = plain(call, input, arguments);
        boolean distinct = call.isDistinct()
                && call.getAggregation().kind != SqlKind.MIN
                && call.getAggregation().kind != SqlKind.MAX;
        Supplier<Accumulator> counted = distinct ? () -> new OfDistinct(arguments, plain.get()) : plain;
        if (call.filterArg < 0) {
            return counted;
        }
        int filter = call.filterArg;
        return () -> new OfFiltered(filter, counted.get());
    }

    private static Supplier<Accumulator> plain(AggregateCall call, RelDataType input, int[] arguments) {
        SqlKind kind = call.getAggregation().kind;
        if (kind == SqlKind.COUNT) {
            if (Kind.of(call.getType()) != Kind.LONG) {
                throw new Declined(call.toString());
            }
            return () -> new Count(arguments);
        }
        if (arguments.length != 1) {
            return Collected.of(call, input);
        }
        int column = arguments[0];
        RelDataType from = input.getFieldList().get(column).getType();
        Kind of = Kind.of(from);
        Kind to = Kind.of(call.getType());
        return switch (kind) {
            case SUM, SUM0 -> sum(call, from, of, to, column);
            case AVG -> {
                if (to != Kind.DOUBLE || !SqlTypeUtil.isNumeric(from)) {
                    throw new Declined(call.toString());
                }
                yield () -> new Mean(column, of);
            }
            case MIN, MAX -> {
                if (of != to) {
                    throw new Declined(call.toString());
                }
                int sign = kind == SqlKind.MIN ? -1 : 1;
                yield () -> new Extreme(column, sign);
            }
            case SINGLE_VALUE -> () -> new Single(column);
            default -> Collected.of(call, input);
        };
    }

    private static Supplier<Accumulator> sum(AggregateCall call, RelDataType from, Kind of, Kind to, int column) {
        boolean zero = call.getAggregation().kind == SqlKind.SUM0;
        boolean whole = of == Kind.INT || of == Kind.LONG;
        if (!SqlTypeUtil.isNumeric(from) || (whole ? to != Kind.LONG : of != to)) {
            throw new Declined(call + " of " + from);
        }
        return switch (to) {
            case LONG -> () -> new LongSum(column, zero);
            case DOUBLE -> () -> new DoubleSum(column, zero);
            default -> () -> new DecimalSum(column, zero);
        };
    }

    /** Rows in which no argument is null. */
    private static final class Count implements Accumulator {
        private final int[] columns;
        private long count;

        Count(int[] columns) {
            this.columns = columns;
        }

        @Override
        public void add(@Nullable Object[] row) {
            for (int column : columns) {
                if (row[column] == null) {
                    return;
                }
            }
            count++;
        }

        @Override
        public Object result() {
            return count;
        }
    }

    private static final class LongSum implements Accumulator {
        private final int column;
        private boolean any;
        private long sum;

        LongSum(int column, boolean any) {
            this.column = column;
            this.any = any;
        }

        @Override
        public void add(@Nullable Object[] row) {
            Object value = row[column];
            if (value != null) {
                any = true;
                sum += value instanceof Long whole ? whole : ((Number) value).longValue();
            }
        }

        @Override
        public @Nullable Object result() {
            return any ? sum : null;
        }
    }

    private static final class DoubleSum implements Accumulator {
        private final int column;
        private boolean any;
        private double sum;

        DoubleSum(int column, boolean any) {
            this.column = column;
            this.any = any;
        }

        @Override
        public void add(@Nullable Object[] row) {
            Object value = row[column];
            if (value != null) {
                any = true;
                sum += (Double) value;
            }
        }

        @Override
        public @Nullable Object result() {
            return any ? sum : null;
        }
    }

    private static final class DecimalSum implements Accumulator {
        private final int column;
        private boolean any;
        private BigDecimal sum = BigDecimal.ZERO;

        DecimalSum(int column, boolean any) {
            this.column = column;
            this.any = any;
        }

        @Override
        public void add(@Nullable Object[] row) {
            Object value = row[column];
            if (value != null) {
                any = true;
                sum = sum.add((BigDecimal) value);
            }
        }

        @Override
        public @Nullable Object result() {
            return any ? sum : null;
        }
    }

    /** The sum as its own type has it, as a double, by the count: what Calcite makes of AVG. */
    private static final class Mean implements Accumulator {
        private final int column;
        private final Accumulator sum;
        private long count;

        Mean(int column, Kind of) {
            this.column = column;
            this.sum = switch (of) {
                case DOUBLE -> new DoubleSum(column, false);
                case DECIMAL -> new DecimalSum(column, false);
                default -> new LongSum(column, false);
            };
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (row[column] != null) {
                count++;
                sum.add(row);
            }
        }

        @Override
        public @Nullable Object result() {
            return sum.result() instanceof Number total ? (Object) (total.doubleValue() / count) : null;
        }
    }

    private static final class Extreme implements Accumulator {
        private final int column;
        private final int sign;
        private @Nullable Object extreme;

        Extreme(int column, int sign) {
            this.column = column;
            this.sign = sign;
        }

        @Override
        public void add(@Nullable Object[] row) {
            Object value = row[column];
            if (value != null && (extreme == null || Integer.signum(ValueOrder.compare(value, extreme)) == sign)) {
                extreme = value;
            }
        }

        @Override
        public @Nullable Object result() {
            return extreme;
        }
    }

    /** The value of the only row; what a sub-query is that stands for a value. */
    private static final class Single implements Accumulator {
        private final int column;
        private boolean any;
        private @Nullable Object value;

        Single(int column) {
            this.column = column;
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (any) {
                throw new IllegalStateException("more than one value in agg SINGLE_VALUE");
            }
            any = true;
            value = row[column];
        }

        @Override
        public @Nullable Object result() {
            return value;
        }
    }

    /** Of rows with the same arguments, the first. */
    private static final class OfDistinct implements Accumulator {
        private final int[] columns;
        private final Accumulator of;
        private final Set<Object> seen = new HashSet<>();

        OfDistinct(int[] columns, Accumulator of) {
            this.columns = columns;
            this.of = of;
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (seen.add(Key.of(row, columns))) {
                of.add(row);
            }
        }

        @Override
        public @Nullable Object result() {
            return of.result();
        }
    }

    private static final class OfFiltered implements Accumulator {
        private final int filter;
        private final Accumulator of;

        OfFiltered(int filter, Accumulator of) {
            this.filter = filter;
            this.of = of;
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (Boolean.TRUE.equals(row[filter])) {
                of.add(row);
            }
        }

        @Override
        public @Nullable Object result() {
            return of.result();
        }
    }
}
