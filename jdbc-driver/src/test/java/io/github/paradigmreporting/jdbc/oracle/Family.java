package io.github.paradigmreporting.jdbc.oracle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** A kind of statements, made at random. */
enum Family {
    /** Statements that need no SQL engine. */
    SIMPLE(3, Selects::simple),
    /** Joins of every kind. */
    JOINS(6, Joins::statement),
    /** Three-valued logic. */
    LOGIC(4, Selects::conditions),
    /** Sub-queries that look outside. */
    CORRELATED(5, Correlates::statement),
    /** Set operations. */
    SETS(3, Sets::statement),
    /** Grouping sets. */
    GROUPINGS(3, Groupings::statement),
    /** Aggregates. */
    AGGREGATES(5, Aggregates::statement),
    /** Window functions. */
    WINDOWS(6, Windows::statement),
    /** Arithmetic and functions of numbers. */
    NUMBERS(3, draw -> Selects.of(draw, "number")),
    /** Arithmetic of days and instants. */
    DATES(4, draw -> Selects.of(draw, draw.one("day", "moment"))),
    /** Functions of texts. */
    TEXTS(4, draw -> Selects.of(draw, "text")),
    /** Casts. */
    CASTS(3, draw -> Selects.of(draw, "cast")),
    /** Values of one type compared with those of another. */
    MIXED(3, Selects::mixed),
    /** What does not fit or does not exist, and what nearly so does. */
    FAILING(2, Selects::failing),
    /** Conditions as values. */
    TRUTHS(2, draw -> Selects.of(draw, "truth")),
    /** Order with ties and NULLs. */
    ORDERS(2, Selects::orders),
    /** Named queries and recursion. */
    CTES(3, Ctes::statement);

    private final int weight;
    private final Function<Draw, String> statements;

    Family(int weight, Function<Draw, String> statements) {
        this.weight = weight;
        this.statements = statements;
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
        long mixed = ((seed * 31 + ordinal()) * 1_000_003 + number) * 0x9E3779B97F4A7C15L;
        return statements.apply(new Draw(new Random(mixed ^ mixed >>> 32)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
