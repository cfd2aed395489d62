package io.github.paradigmreporting.jdbc.lean;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/** Variances and standard deviations: of whole numbers and decimals by exact sums, of doubles in one stable pass. */
final class Spread {
    private Spread() {}

    /** STDDEV_POP, STDDEV_SAMP, VAR_POP or VAR_SAMP. */
    static Supplier<Accumulator> of(SqlKind kind, int column, RelDataType of, RelDataType type) {
        boolean sample = kind == SqlKind.STDDEV_SAMP || kind == SqlKind.VAR_SAMP;
        boolean root = kind == SqlKind.STDDEV_SAMP || kind == SqlKind.STDDEV_POP;
        return SqlTypeUtil.isApproximateNumeric(of)
                ? () -> new OfDoubles(column, sample, root, type)
                : () -> new Exact(column, sample, root, type);
    }

    private abstract static class Variance implements Accumulator {
        final int column;
        private final int missing;
        private final boolean root;
        private final RelDataType type;
        long count;

        Variance(int column, boolean sample, boolean root, RelDataType type) {
            this.column = column;
            this.missing = sample ? 1 : 0;
            this.root = root;
            this.type = type;
        }

        /** The sum of the squared distances from the mean. */
        abstract double squares();

        @Override
        public @Nullable Object result() {
            long degrees = count - missing;
            if (degrees <= 0) {
                return null;
            }
            double variance = squares() / degrees;
            return Sums.as(root ? Math.sqrt(variance) : variance, type);
        }
    }

    private static final class Exact extends Variance {
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal sumOfSquares = BigDecimal.ZERO;

        Exact(int column, boolean sample, boolean root, RelDataType type) {
            super(column, sample, root, type);
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (row[column] instanceof Number number) {
                BigDecimal value = Sums.decimal(number);
                count++;
                sum = sum.add(value);
                sumOfSquares = sumOfSquares.add(value.multiply(value));
            }
        }

        @Override
        public boolean isRemovable() {
            return true;
        }

        @Override
        public void remove(@Nullable Object[] row) {
            if (row[column] instanceof Number number) {
                BigDecimal value = Sums.decimal(number);
                count--;
                sum = sum.subtract(value);
                sumOfSquares = sumOfSquares.subtract(value.multiply(value));
            }
        }

        @Override
        double squares() {
            BigDecimal rows = BigDecimal.valueOf(count);
            return sumOfSquares
                    .multiply(rows)
                    .subtract(sum.multiply(sum))
                    .divide(rows, MathContext.DECIMAL128)
                    .doubleValue();
        }
    }

    /** Welford's method. */
    private static final class OfDoubles extends Variance {
        private double mean;
        private double squares;

        OfDoubles(int column, boolean sample, boolean root, RelDataType type) {
            super(column, sample, root, type);
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (row[column] instanceof Number number) {
                double value = number.doubleValue();
                count++;
                double distance = value - mean;
                mean += distance / count;
                squares += distance * (value - mean);
            }
        }

        @Override
        double squares() {
            return squares;
        }
    }
}
