package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.direct.Condition.All;
import io.github.paradigmreporting.jdbc.direct.Condition.Among;
import io.github.paradigmreporting.jdbc.direct.Condition.Any;
import io.github.paradigmreporting.jdbc.direct.Condition.Compared;
import io.github.paradigmreporting.jdbc.direct.Condition.Comparison;
import io.github.paradigmreporting.jdbc.direct.Condition.Missing;
import io.github.paradigmreporting.jdbc.engine.DaySet;
import io.github.paradigmreporting.jdbc.engine.Execution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a condition says about the days and companies to read: never less than it lets through. */
final class Reach {
    private Reach() {}

    /** The days that a column may have in a run, with whatever is not about that column alone taken for true. */
    static DaySet days(Condition condition, int column, Execution execution) {
        if (condition instanceof All all) {
            DaySet days = DaySet.ALL;
            for (Condition part : all.parts()) {
                days = days.and(days(part, column, execution));
            }
            return days;
        }
        if (condition instanceof Any any) {
            DaySet days = DaySet.NONE;
            for (Condition part : any.parts()) {
                days = days.or(days(part, column, execution));
            }
            return days;
        }
        if (condition instanceof Compared compared && compared.column() == column) {
            return days(compared.how(), compared.value().value(execution));
        }
        if (condition instanceof Among among && among.column() == column) {
            DaySet days = among.not() ? DaySet.ALL : DaySet.NONE;
            for (Operand value : among.values()) {
                DaySet one = days(among.not() ? Comparison.DIFFERENT : Comparison.EQUAL, value.value(execution));
                days = among.not() ? days.and(one) : days.or(one);
            }
            return days;
        }
        boolean none = condition instanceof Missing missing && missing.column() == column && !missing.not();
        return none ? DaySet.NONE : DaySet.ALL;
    }

    /** What a condition still asks of rows whose {@link #days} of a column that is never null have been seen to. */
    static Condition beside(Condition condition, int column) {
        if (isOfDays(condition, column)) {
            return new All(List.of());
        }
        if (!(condition instanceof All all)) {
            return condition;
        }
        List<Condition> rest = new ArrayList<>();
        for (Condition part : all.parts()) {
            if (!isOfDays(part, column)) {
                rest.add(part);
            }
        }
        return new All(rest);
    }

    /** Whether the days of a condition are all that it asks. */
    private static boolean isOfDays(Condition condition, int column) {
        if (condition instanceof All all) {
            return areOfDays(all.parts(), column);
        }
        if (condition instanceof Any any) {
            return areOfDays(any.parts(), column);
        }
        return condition instanceof Compared compared
                ? compared.column() == column
                : condition instanceof Among among && among.column() == column;
    }

    private static boolean areOfDays(List<Condition> parts, int column) {
        for (Condition part : parts) {
            if (!isOfDays(part, column)) {
                return false;
            }
        }
        return true;
    }

    private static DaySet days(Comparison how, @Nullable Object value) {
        if (value == null) {
            return DaySet.NONE;
        }
        int day = (Integer) value;
        DaySet before = DaySet.between(Integer.MIN_VALUE, day - 1);
        DaySet after = DaySet.between(day + 1, Integer.MAX_VALUE);
        return switch (how) {
            case EQUAL -> DaySet.between(day, day);
            case DIFFERENT -> before.or(after);
            case LESS -> before;
            case MOST -> DaySet.between(Integer.MIN_VALUE, day);
            case MORE -> after;
            case LEAST -> DaySet.between(day, Integer.MAX_VALUE);
        };
    }

    /** What the company equals one of; null when a condition does not say. */
    static @Nullable List<Operand> companies(Condition condition, int company) {
        if (condition instanceof All all) {
            for (Condition part : all.parts()) {
                List<Operand> some = companies(part, company);
                if (some != null) {
                    return some;
                }
            }
            return null;
        }
        if (condition instanceof Any any) {
            List<Operand> every = new ArrayList<>();
            for (Condition part : any.parts()) {
                List<Operand> some = companies(part, company);
                if (some == null) {
                    return null;
                }
                every.addAll(some);
            }
            return every;
        }
        if (condition instanceof Compared compared) {
            boolean equal = compared.column() == company && compared.how() == Comparison.EQUAL;
            return equal ? List.of(compared.value()) : null;
        }
        return condition instanceof Among among && among.column() == company && !among.not() ? among.values() : null;
    }
}
