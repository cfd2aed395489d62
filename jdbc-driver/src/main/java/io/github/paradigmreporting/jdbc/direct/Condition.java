package io.github.paradigmreporting.jdbc.direct;

import java.util.List;

/** What a row must fulfil. Columns are numbers of the table's; a comparison with null is not fulfilled. */
sealed interface Condition {
    /** Whether every row fulfils a condition. */
    static boolean isAlways(Condition condition) {
        return condition instanceof All all && all.parts().isEmpty();
    }

    /** How a value is compared. */
    enum Comparison {
        EQUAL,
        DIFFERENT,
        LESS,
        MOST,
        MORE,
        LEAST;

        /** The same with the sides exchanged. */
        Comparison flipped() {
            return switch (this) {
                case EQUAL, DIFFERENT -> this;
                case LESS -> MORE;
                case MOST -> LEAST;
                case MORE -> LESS;
                case LEAST -> MOST;
            };
        }

        /** Whether an order of two values, as comparators tell it, is this. */
        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case DIFFERENT -> order != 0;
                case LESS -> order < 0;
                case MOST -> order <= 0;
                case MORE -> order > 0;
                case LEAST -> order >= 0;
            };
        }
    }

    /** Where a text stands in a value. */
    enum Place {
        ALL,
        START,
        END,
        ANYWHERE
    }

    /** All of them; of none, always. */
    record All(List<Condition> parts) implements Condition {}

    /** One of them at least. */
    record Any(List<Condition> parts) implements Condition {}

    /** Never. */
    record Never() implements Condition {}

    /** A column compared with a value. */
    record Compared(int column, Comparison how, Operand value) implements Condition {}

    /** A column is one of some values, or is none of them. */
    record Among(int column, List<Operand> values, boolean not) implements Condition {}

    /** A column has no value, or has one. */
    record Missing(int column, boolean not) implements Condition {}

    /** A column holds a text, or does not. */
    record Holds(int column, Place place, String text, boolean not) implements Condition {}
}
