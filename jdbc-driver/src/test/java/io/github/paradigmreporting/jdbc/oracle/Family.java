package io.github.paradigmreporting.jdbc.oracle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** A kind of statements, made at random. */
enum Family {
    /** Statements that need no SQL engine. */
    SIMPLE(3),
    /** Joins of every kind. */
    JOINS(6),
    /** Three-valued logic. */
    LOGIC(4),
    /** Sub-queries that look outside. */
    CORRELATED(5),
    /** Set operations. */
    SETS(3),
    /** Grouping sets. */
    GROUPINGS(3),
    /** Aggregates. */
    AGGREGATES(5),
    /** Window functions. */
    WINDOWS(6),
    /** Arithmetic and functions of numbers. */
    NUMBERS(3),
    /** Arithmetic of days and instants. */
    DATES(4),
    /** Functions of texts. */
    TEXTS(4),
    /** Casts. */
    CASTS(3),
    /** Values of one type compared with those of another. */
    MIXED(3),
    /** What does not fit or does not exist, and what nearly so does. */
    FAILING(2),
    /** Conditions as values. */
    TRUTHS(2),
    /** Order with ties and NULLs. */
    ORDERS(2),
    /** Named queries and recursion. */
    CTES(3),
    /** Regular expressions and other patterns. */
    PATTERNS(2);

    private final int weight;

    Family(int weight) {
        this.weight = weight;
    }

    /** How many of a run's statements are of this family. */
    int share(int statements) {
        int all = Arrays.stream(values()).mapToInt(family -> family.weight).sum();
        return (int) ((long) statements * weight / all);
    }

    /**
     * A statement.
     *
     * @param seed of the whole run
     * @param number of the statement in its family
     */
    String statement(long seed, int number) {
        long mixed = ((seed * 31 + name().hashCode()) * 1_000_003 + number) * 0x9E3779B97F4A7C15L;
        Draw draw = new Draw(new Random(mixed ^ (mixed >>> 32)));
        return switch (this) {
            case SIMPLE -> Selects.simple(draw);
            case JOINS -> Joins.statement(draw);
            case LOGIC -> Selects.conditions(draw);
            case CORRELATED -> Correlates.statement(draw);
            case SETS -> Sets.statement(draw);
            case GROUPINGS -> Groupings.statement(draw);
            case AGGREGATES -> Aggregates.statement(draw);
            case WINDOWS -> Windows.statement(draw);
            case NUMBERS -> Selects.of(draw, "number");
            case DATES -> Selects.of(draw, draw.one("day", "moment"));
            case TEXTS -> Selects.of(draw, "text");
            case CASTS -> Selects.of(draw, "cast");
            case MIXED -> Selects.mixed(draw);
            case FAILING -> Selects.failing(draw);
            case TRUTHS -> Selects.of(draw, "truth");
            case ORDERS -> Selects.orders(draw);
            case CTES -> Ctes.statement(draw);
            case PATTERNS -> Patterns.statement(draw);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
