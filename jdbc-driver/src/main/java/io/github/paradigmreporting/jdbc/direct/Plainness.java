package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.jdbc.direct.Condition.All;
import io.github.paradigmreporting.jdbc.direct.Condition.Any;
import io.github.paradigmreporting.jdbc.direct.Condition.Compared;
import io.github.paradigmreporting.jdbc.direct.Condition.Comparison;
import io.github.paradigmreporting.jdbc.direct.Condition.Missing;
import io.github.paradigmreporting.jdbc.direct.Condition.Never;
import io.github.paradigmreporting.jdbc.lean.ValueOrder;
import io.github.paradigmreporting.jdbc.table.TableSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declines conditions of which a planner may find out that parts contradict or imply each other: it would then read less,
 * or nothing, and warn of less. Conditions on days are compared whole, so that they may say what they like.
 */
final class Plainness {
    private Plainness() {}

    /** The condition, or that it is never fulfilled. */
    static Condition check(Condition condition, Source source) {
        if (condition instanceof Any any) {
            for (Condition part : any.parts()) {
                if (check(part, source) instanceof Never) {
                    throw new Declined();
                }
            }
            return condition;
        }
        Map<Integer, List<Condition>> byColumn = new HashMap<>();
        for (Condition part : condition instanceof All all ? all.parts() : List.of(condition)) {
            if (part instanceof Any) {
                check(part, source);
            } else if (part instanceof Missing missing
                    && !source.at(missing.column()).nullable()) {
                // Never so, or always, to a planner.
                throw new Declined();
            }
            Set<Integer> columns = new HashSet<>();
            Columns.of(part, columns::add);
            for (int column : columns) {
                boolean plain = columns.size() == 1 && isDay(column, source);
                // A part about days alone is told apart from one that days stand in, too.
                byColumn.computeIfAbsent(plain ? -1 - column : column, key -> new ArrayList<>())
                        .add(part);
            }
        }
        for (Map.Entry<Integer, List<Condition>> entry : byColumn.entrySet()) {
            int column = entry.getKey();
            List<Condition> parts = entry.getValue();
            if (column >= 0 && byColumn.containsKey(-1 - column)) {
                throw new Declined();
            }
            if (column >= 0 && parts.size() > 1 && isEmpty(parts)) {
                return new Never();
            }
        }
        return condition;
    }

    /** Whether a column is a day whose conditions are compared whole; two days of a window are not. */
    private static boolean isDay(int column, Source source) {
        boolean window =
                source.table().source() instanceof TableSource.OfReport report && report.grain() == Grain.WINDOW;
        return source.at(column).type() == ColumnType.DATE && !window;
    }

    /** Whether a lower and an upper bound leave nothing between them. */
    private static boolean isEmpty(List<Condition> parts) {
        if (parts.size() != 2
                || !(parts.get(0) instanceof Compared one)
                || !(parts.get(1) instanceof Compared two)
                || isLower(one.how()) == isLower(two.how())
                || one.how() == Comparison.EQUAL
                || two.how() == Comparison.EQUAL
                || one.how() == Comparison.DIFFERENT
                || two.how() == Comparison.DIFFERENT) {
            throw new Declined();
        }
        Compared low = isLower(one.how()) ? one : two;
        Compared high = isLower(one.how()) ? two : one;
        if (!(low.value() instanceof Operand.Constant from) || !(high.value() instanceof Operand.Constant to)) {
            return false;
        }
        int order = order(from.value(), to.value());
        if (order == 0 && low.how() == Comparison.LEAST && high.how() == Comparison.MOST) {
            throw new Declined();
        }
        return order >= 0;
    }

    private static boolean isLower(Comparison how) {
        return how == Comparison.MORE || how == Comparison.LEAST;
    }

    private static int order(Object left, Object right) {
        if (left instanceof Long number && right instanceof Long other) {
            return number.compareTo(other);
        }
        if (left instanceof Integer day && right instanceof Integer other) {
            return day.compareTo(other);
        }
        if (left instanceof Double number && right instanceof Double other) {
            return number.compareTo(other);
        }
        if (left instanceof String text && right instanceof String other) {
            return ValueOrder.compare(text, other);
        }
        throw new Declined();
    }
}
