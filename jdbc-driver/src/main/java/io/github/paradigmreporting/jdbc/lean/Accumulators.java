package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** The accumulators of aggregate functions. */
final class Accumulators {
    private Accumulators() {}

    /** Makes the accumulators of a call over rows of a type. */
    static Supplier<Accumulator> of(AggregateCall call, RelDataType input) {
        if (call.getAggregation().kind == SqlKind.LITERAL_AGG) {
            Object value = ExpressionCompiler.value((RexLiteral) call.rexList.get(0));
            return () -> constant(value);
        }
        int[] columns = call.getArgList().stream().mapToInt(i -> i).toArray();
        Supplier<Accumulator> made = of(call.getAggregation(), columns, input, call.getType(), call.getCollation());
        if (call.ignoreNulls()) {
            made = withoutNulls(columns, made);
        }
        if (!call.getCollation().getFieldCollations().isEmpty()) {
            Supplier<Accumulator> sorted = made;
            RowOrder order = new RowOrder(call.getCollation());
            made = () -> new Ordered(order, sorted);
        }
        boolean distinct = call.isDistinct() || call.getAggregation().getName().equals("APPROX_COUNT_DISTINCT");
        if (distinct && call.getAggregation().kind != SqlKind.MIN && call.getAggregation().kind != SqlKind.MAX) {
            made = distinct(columns, made);
        }
        return call.filterArg < 0 ? made : filtered(call.filterArg, made);
    }

    /**
     * Makes the accumulators of a function.
     *
     * @param columns its arguments
     * @param input the rows
     * @param type what it gives
     * @param order of the values where the function needs one: percentiles
     */
    static Supplier<Accumulator> of(
            SqlAggFunction function, int[] columns, RelDataType input, RelDataType type, RelCollation order) {
        if (function.kind == SqlKind.COUNT || function.kind == SqlKind.REGR_COUNT) {
            return () -> new Count(columns);
        }
        int column = columns[0];
        int second = columns.length > 1 ? columns[1] : -1;
        RelDataType of = input.getFieldList().get(column).getType();
        return switch (function.kind) {
            case SUM -> Sums.sum(column, of, type, null);
            case SUM0 -> Sums.sum(column, of, type, Sums.as(0L, type));
            case AVG -> Sums.mean(column, of, type);
            case MIN -> () -> new Folded(column, (a, b) -> ValueOrder.compare(b, a) < 0 ? b : a);
            case MAX -> () -> new Folded(column, (a, b) -> ValueOrder.compare(b, a) > 0 ? b : a);
            case ANY_VALUE -> () -> new Folded(column, (a, b) -> a);
            case BIT_AND, BIT_OR, BIT_XOR -> {
                SqlKind kind = function.kind;
                yield () -> new Folded(column, (a, b) -> bits(kind, (Number) a, (Number) b, type));
            }
            case SINGLE_VALUE -> () -> new Single(column);
            case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> Spread.of(function.kind, column, of, type);
            case LISTAGG, STRING_AGG, GROUP_CONCAT -> Gathered.text(column, second);
            case ARRAY_AGG, COLLECT -> Gathered.array(column);
            case MODE ->
                Gathered.mode(
                        column,
                        !order.getFieldCollations().isEmpty()
                                && order.getFieldCollations()
                                        .get(0)
                                        .getDirection()
                                        .isDescending());
            case PERCENTILE_CONT, PERCENTILE_DISC ->
                Gathered.percentile(
                        column, order.getFieldCollations().get(0), function.kind == SqlKind.PERCENTILE_CONT);
            default -> Regression.of(function.getName(), column, second, type);
        };
    }

    /** The accumulator of a function whose value no row changes. */
    static Accumulator constant(@Nullable Object value) {
        return new Fixed(value);
    }

    private static Object bits(SqlKind kind, Number a, Number b, RelDataType type) {
        long left = a.longValue();
        long right = b.longValue();
        return Sums.as(
                kind == SqlKind.BIT_AND ? left & right : kind == SqlKind.BIT_OR ? left | right : left ^ right, type);
    }

    private static Supplier<Accumulator> filtered(int filter, Supplier<Accumulator> of) {
        return () -> new Passing(row -> Boolean.TRUE.equals(row[filter]), of.get());
    }

    /** The rows in which no argument is NULL. */
    static Supplier<Accumulator> withoutNulls(int[] columns, Supplier<Accumulator> of) {
        return () -> new Passing(row -> isWithoutNull(row, columns), of.get());
    }

    private static Supplier<Accumulator> distinct(int[] columns, Supplier<Accumulator> of) {
        return () -> new DistinctRows(columns, of.get());
    }

    private static boolean isWithoutNull(@Nullable Object[] row, int[] columns) {
        for (int column : columns) {
            if (row[column] == null) {
                return false;
            }
        }
        return true;
    }

    private record Fixed(@Nullable Object result) implements Accumulator {
        @Override
        public void add(@Nullable Object[] row) {}
    }

    /** Takes some of the rows. */
    private record Passing(Predicate<@Nullable Object[]> test, Accumulator of) implements Accumulator {
        @Override
        public long held() {
            return of.held();
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (test.test(row)) {
                of.add(row);
            }
        }

        @Override
        public @Nullable Object result() {
            return of.result();
        }
    }

    /** Takes the first of the rows that have the same values in some columns. */
    private static final class DistinctRows implements Accumulator {
        private final int[] columns;
        private final Accumulator of;
        private final Set<Object> seen = new HashSet<>();
        private long held;

        DistinctRows(int[] columns, Accumulator of) {
            this.columns = columns;
            this.of = of;
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (!seen.add(Key.of(row, columns))) {
                return;
            }
            held += Key.BYTES;
            for (int column : columns) {
                held += Memory.bytes(row[column]);
            }
            of.add(row);
        }

        @Override
        public long held() {
            return held + of.held();
        }

        @Override
        public @Nullable Object result() {
            return of.result();
        }
    }

    /** Gives its rows on in an order, when all of them have come. */
    private static final class Ordered implements Accumulator {
        private final RowOrder order;
        private final Supplier<Accumulator> of;
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private long held;

        Ordered(RowOrder order, Supplier<Accumulator> of) {
            this.order = order;
            this.of = of;
        }

        @Override
        public void add(@Nullable Object[] row) {
            rows.add(row);
            held += Memory.bytes(row);
        }

        @Override
        public long held() {
            return held;
        }

        @Override
        public @Nullable Object result() {
            rows.sort(order);
            Accumulator sorted = of.get();
            rows.forEach(sorted::add);
            return sorted.result();
        }
    }

    /** Rows in which no argument is NULL. */
    private static final class Count implements Accumulator {
        private final int[] columns;
        private long count;

        Count(int[] columns) {
            this.columns = columns;
        }

        @Override
        public void add(@Nullable Object[] row) {
            if (isWithoutNull(row, columns)) {
                count++;
            }
        }

        @Override
        public boolean isRemovable() {
            return true;
        }

        @Override
        public void remove(@Nullable Object[] row) {
            if (isWithoutNull(row, columns)) {
                count--;
            }
        }

        @Override
        public Object result() {
            return count;
        }
    }

    /** A value made of two, again and again; NULL does not count. */
    private static final class Folded implements Accumulator {
        private final int column;
        private final BinaryOperator<Object> both;
        private @Nullable Object value;

        Folded(int column, BinaryOperator<Object> both) {
            this.column = column;
            this.both = both;
        }

        @Override
        public void add(@Nullable Object[] row) {
            Object next = row[column];
            if (next != null) {
                value = value == null ? next : both.apply(value, next);
            }
        }

        @Override
        public @Nullable Object result() {
            return value;
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
}
