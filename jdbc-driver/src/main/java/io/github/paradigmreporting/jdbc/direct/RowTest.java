package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.direct.Condition.All;
import io.github.paradigmreporting.jdbc.direct.Condition.Among;
import io.github.paradigmreporting.jdbc.direct.Condition.Any;
import io.github.paradigmreporting.jdbc.direct.Condition.Compared;
import io.github.paradigmreporting.jdbc.direct.Condition.Comparison;
import io.github.paradigmreporting.jdbc.direct.Condition.Holds;
import io.github.paradigmreporting.jdbc.direct.Condition.Missing;
import io.github.paradigmreporting.jdbc.direct.Condition.Never;
import io.github.paradigmreporting.jdbc.engine.CursorColumn;
import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.lean.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition in one run, of the current row of its cursor: its values are known. */
@FunctionalInterface
interface RowTest {
    boolean passes();

    /**
     * The test of a condition.
     *
     * @param rows the cursor
     * @param places where in a row a column of the table stands
     */
    static RowTest of(Condition condition, RowCursor rows, int[] places, Execution execution) {
        if (condition instanceof All all) {
            RowTest[] parts = parts(all.parts(), rows, places, execution);
            return new RowTest() {
                @Override
                public boolean passes() {
                    for (RowTest part : parts) {
                        if (!part.passes()) {
                            return false;
                        }
                    }
                    return true;
                }
            };
        }
        if (condition instanceof Any any) {
            RowTest[] parts = parts(any.parts(), rows, places, execution);
            return new RowTest() {
                @Override
                public boolean passes() {
                    for (RowTest part : parts) {
                        if (part.passes()) {
                            return true;
                        }
                    }
                    return false;
                }
            };
        }
        return ofColumn(condition, rows, places, execution);
    }

    private static RowTest[] parts(List<Condition> conditions, RowCursor rows, int[] places, Execution execution) {
        RowTest[] tests = new RowTest[conditions.size()];
        for (int i = 0; i < tests.length; i++) {
            tests[i] = of(conditions.get(i), rows, places, execution);
        }
        return tests;
    }

    private static RowTest ofColumn(Condition condition, RowCursor rows, int[] places, Execution execution) {
        if (condition instanceof Compared compared) {
            return new ComparedTest(
                    rows.column(places[compared.column()]),
                    compared.how(),
                    compared.value().value(execution));
        }
        if (condition instanceof Among among) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Operand value : among.values()) {
                values.add(value.value(execution));
            }
            return new AmongTest(rows.column(places[among.column()]), values, among.not());
        }
        if (condition instanceof Missing missing) {
            return new MissingTest(rows.column(places[missing.column()]), missing.not());
        }
        if (condition instanceof Holds holds) {
            return new HoldsTest(rows.column(places[holds.column()]), holds);
        }
        if (condition instanceof Never) {
            return new AmongTest(new FixedValue(null), List.of(), false);
        }
        throw new IllegalStateException("a condition of conditions is not about a column: " + condition);
    }

    /** A column compared with a value. */
    record ComparedTest(
            CursorColumn column, Comparison how, @Nullable Object value) implements RowTest {
        @Override
        public boolean passes() {
            Object cell = column.value();
            return cell != null
                    && value != null
                    && (how == Comparison.DIFFERENT ? !same(cell, value) : holds(cell, value));
        }

        private boolean holds(Object cell, Object to) {
            return how == Comparison.EQUAL ? same(cell, to) : how.holds(order(cell, to));
        }
    }

    /** A column among values; null among them makes everything else unknown. */
    record AmongTest(CursorColumn column, List<@Nullable Object> values, boolean not) implements RowTest {
        @Override
        public boolean passes() {
            if (values.isEmpty()) {
                return false;
            }
            Object cell = column.value();
            if (cell == null) {
                return false;
            }
            boolean unknown = false;
            for (Object value : values) {
                if (value != null && same(cell, value)) {
                    return !not;
                }
                unknown |= value == null;
            }
            return not && !unknown;
        }
    }

    /** A column without a value. */
    record MissingTest(CursorColumn column, boolean not) implements RowTest {
        @Override
        public boolean passes() {
            return (column.value() == null) != not;
        }
    }

    /** A column that holds a text. */
    record HoldsTest(CursorColumn column, Holds holds) implements RowTest {
        @Override
        public boolean passes() {
            return column.value() instanceof String cell && found(cell) != holds.not();
        }

        private boolean found(String cell) {
            return switch (holds.place()) {
                case ALL -> cell.equals(holds.text());
                case START -> cell.startsWith(holds.text());
                case END -> cell.endsWith(holds.text());
                case ANYWHERE -> cell.contains(holds.text());
            };
        }
    }

    private static boolean same(Object cell, Object value) {
        return cell instanceof Double number ? number.doubleValue() == (Double) value : cell.equals(value);
    }

    /** The order of two values of the same class. */
    private static int order(Object cell, Object value) {
        if (cell instanceof Long number) {
            return Long.compare(number, (Long) value);
        }
        if (cell instanceof Integer number) {
            return Integer.compare(number, (Integer) value);
        }
        if (cell instanceof Double number) {
            double other = (Double) value;
            return number < other ? -1 : number > other ? 1 : 0;
        }
        return ValueOrder.compare((String) cell, (String) value);
    }
}
