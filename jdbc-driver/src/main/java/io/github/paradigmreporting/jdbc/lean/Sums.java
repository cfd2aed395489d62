package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** SUM and AVG. Sums of whole numbers and of decimals are exact; one that does not fit its type is an error, not a wrong number. */
final class Sums {
    /** Below this, a double holds every whole number. */
    private static final long EXACT_DOUBLE = 1L << 53;

    private Sums() {}

    /**
     * SUM.
     *
     * @param empty the sum of no values
     */
    static Supplier<Accumulator> sum(int column, RelDataType of, RelDataType type, @Nullable Object empty) {
        return () -> new Total(column, sum(of)) {
            @Override
            public @Nullable Object result() {
                return count == 0 ? empty : as(sum.total(), type);
            }
        };
    }

    /** AVG: the sum by the count, as a double where the type is one. */
    static Supplier<Accumulator> mean(int column, RelDataType of, RelDataType type) {
        return () -> new Total(column, sum(of)) {
            @Override
            public @Nullable Object result() {
                return count == 0 ? null : as(quotient(sum.total(), count), type);
            }
        };
    }

    private static Number quotient(Number total, long count) {
        if (total instanceof Double || (total instanceof Long whole && Math.abs(whole) < EXACT_DOUBLE)) {
            return total.doubleValue() / count;
        }
        return decimal(total).divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
    }

    /** A number as the class of a type. */
    static Object as(Number number, RelDataType type) {
        return switch (Kind.of(type)) {
            case INT -> Math.toIntExact(whole(number));
            case LONG -> whole(number);
            case DECIMAL -> decimal(number);
            case DOUBLE -> number.doubleValue();
            default -> number.floatValue();
        };
    }

    private static long whole(Number number) {
        if (number instanceof Long whole) {
            return whole;
        }
        BigDecimal exact = decimal(number);
        try {
            return exact.toBigInteger().longValueExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException("long overflow: " + exact.toBigInteger());
        }
    }

    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        return number instanceof Double || number instanceof Float
                ? BigDecimal.valueOf(number.doubleValue())
                : BigDecimal.valueOf(number.longValue());
    }

    private static Sum sum(RelDataType of) {
        if (SqlTypeUtil.isApproximateNumeric(of)) {
            return new DoubleSum();
        }
        return SqlTypeUtil.isDecimal(of) ? new DecimalSum() : new WholeSum();
    }

    private abstract static class Total implements Accumulator {
        final Sum sum;
        long count;
        private final int column;

        Total(int column, Sum sum) {
            this.column = column;
            this.sum = sum;
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (row[column] instanceof Number value) {
                sum.add(value);
                count++;
            }
        }

        @Override
        public boolean isRemovable() {
            return !(sum instanceof DoubleSum);
        }

        @Override
        public void remove(@Nullable Object[] row) {
            if (row[column] instanceof Number value) {
                sum.subtract(value);
                count--;
            }
        }
    }

    private interface Sum {
        void add(Number value);

        void subtract(Number value);

        Number total();
    }

    private static final class WholeSum implements Sum {
        private long low;
        /** What did not fit. */
        private BigInteger high = BigInteger.ZERO;

        @Override
        public void add(Number value) {
            add(value.longValue());
        }

        @Override
        public void subtract(Number value) {
            if (value.longValue() == Long.MIN_VALUE) {
                high = high.subtract(BigInteger.valueOf(Long.MIN_VALUE));
            } else {
                add(-value.longValue());
            }
        }

        private void add(long value) {
            long sum = low + value;
            if (((low ^ sum) & (value ^ sum)) < 0) {
                high = high.add(BigInteger.valueOf(low));
                sum = value;
            }
            low = sum;
        }

        @Override
        public Number total() {
            return high.signum() == 0 ? (Number) low : high.add(BigInteger.valueOf(low));
        }
    }

    private static final class DoubleSum implements Sum {
        private double sum;

        @Override
        public void add(Number value) {
            sum += value.doubleValue();
        }

        @Override
        public void subtract(Number value) {
            throw new UnsupportedOperationException("a sum of doubles depends on what was added before");
        }

        @Override
        public Number total() {
            return sum;
        }
    }

    private static final class DecimalSum implements Sum {
        private BigDecimal sum = BigDecimal.ZERO;

        @Override
        public void add(Number value) {
            sum = sum.add((BigDecimal) value);
        }

        @Override
        public void subtract(Number value) {
            sum = sum.subtract((BigDecimal) value);
        }

        @Override
        public Number total() {
            return sum;
        }
    }
}
