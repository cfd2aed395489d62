package io.github.paradigmreporting.jdbc.oracle;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The driver beside PostgreSQL, over the same rows. Not safe for threads. */
final class Oracle implements AutoCloseable {
    /** How the driver runs a statement. */
    enum Way {
        /** As a tool would. */
        PLANNED,
        /** By another executor. */
        OTHERWISE,
        /** With its literals as parameters. */
        PREPARED
    }

    /**
     * Something that is not equal.
     *
     * @param way how the driver ran the statement
     * @param sql the statement, with question marks where it was prepared
     * @param parameters their values
     * @param what what differs
     * @param expected PostgreSQL's answer
     * @param given the driver's
     */
    record Unequal(Way way, String sql, List<?> parameters, String what, Answer expected, Answer given) {
        /** Two differences of one kind have the same. */
        String kind() {
            return way + " " + (given instanceof Answer.Failure failure ? failure.state() : what);
        }

        private List<String> typed() {
            return parameters.stream()
                    .map(value -> value.getClass().getSimpleName() + " " + value)
                    .toList();
        }

        @Override
        public String toString() {
            return way + ": " + what + "\n    " + sql + (parameters.isEmpty() ? "" : "\n    with " + typed())
                    + "\n    PostgreSQL: " + expected + "\n    driver:     " + given;
        }
    }

    /**
     * What was found.
     *
     * @param expected PostgreSQL's answer
     * @param rules differences on purpose that were seen
     * @param unequal what is neither equal nor different on purpose, or null
     */
    record Verdict(
            Answer expected, Set<String> rules, @Nullable Unequal unequal) {}

    private final @Nullable AwkwardInstance own;
    private final AwkwardInstance instance;
    private final Postgres postgres;
    private final Driver driver;

    private Oracle(@Nullable AwkwardInstance own, AwkwardInstance instance, Postgres postgres, Driver driver) {
        this.own = own;
        this.instance = instance;
        this.postgres = postgres;
        this.driver = driver;
    }

    /**
     * Starts both for a test, which is skipped where PostgreSQL's binaries do not run; with {@code
     * -Dparadigm.oracle.required=true} it fails there.
     */
    static Oracle startOrSkip() throws IOException, SQLException {
        try {
            return start();
        } catch (IOException | IllegalStateException e) {
            if (Boolean.getBoolean("paradigm.oracle.required")) {
                throw e;
            }
            return Assumptions.abort("PostgreSQL does not run on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ", so nothing is compared with it: " + e);
        }
    }

    static Oracle start() throws IOException, SQLException {
        AwkwardRows rows = new AwkwardRows();
        Postgres postgres = Postgres.start(rows);
        AwkwardInstance instance = new AwkwardInstance(rows);
        return new Oracle(instance, instance, postgres, new Driver(instance));
    }

    /** Other connections to the same two, for another thread; to be closed before this one. */
    Oracle another() throws SQLException {
        return new Oracle(null, instance, postgres.another(), new Driver(instance));
    }

    /** PostgreSQL's answer alone, to numbers with an exponent as doubles. */
    Answer expected(String sql) {
        return postgres.answer(Literals.withoutExponents(sql), List.of());
    }

    /** Runs a statement in all ways. */
    Verdict check(String sql) {
        return check(sql, EnumSet.allOf(Way.class));
    }

    /** Runs a statement in some ways. */
    Verdict check(String sql, Set<Way> ways) {
        Answer expected = expected(sql);
        Set<String> rules = new TreeSet<>();
        for (Way way : ways) {
            Unequal unequal = check(way, sql, expected, rules);
            if (unequal != null) {
                return new Verdict(expected, rules, unequal);
            }
        }
        return new Verdict(expected, rules, null);
    }

    private @Nullable Unequal check(Way way, String sql, Answer expected, Set<String> rules) {
        Comparison comparison = new Comparison(sql);
        List<?> parameters = new ArrayList<>();
        String text = sql;
        Answer given;
        Answer right = expected;
        String what;
        if (way == Way.PREPARED) {
            Literals literals = Literals.of(sql, new Random(sql.hashCode()));
            if (literals.values().isEmpty()) {
                return null;
            }
            text = literals.sql();
            parameters = literals.values();
            given = driver.prepared(text, parameters);
            what = comparison.difference(expected, given);
            if (what != null) {
                // A parameter's type may mean something else than the literal's, or nothing at all.
                right = postgres.answer(text, parameters);
                what = right instanceof Answer.Failure ? null : comparison.difference(right, given);
            }
            if (what != null && untyped(literals, given, comparison)) {
                rules.add("untyped-parameters");
                what = null;
            }
            if (what != null && decimals(literals, given, comparison)) {
                rules.add("decimal-parameters");
                what = null;
            }
        } else {
            given = way == Way.PLANNED ? driver.planned(sql) : driver.otherwise(sql);
            what = comparison.difference(expected, given);
        }
        rules.addAll(comparison.rules());
        return what == null ? null : new Unequal(way, text, parameters, what, right, given);
    }

    /** Whether PostgreSQL does the same where it is not told the types of the parameters, as the driver is not. */
    private boolean untyped(Literals literals, Answer given, Comparison comparison) {
        Answer untyped = postgres.answer(literals.sql(), literals.untyped());
        if (untyped instanceof Answer.Failure failure) {
            return given instanceof Answer.Failure other
                    && (failure.isRefusal() ? other.isRefusal() : other.isBadParameter());
        }
        return comparison.difference(untyped, given) == null;
    }

    /** Whether PostgreSQL does the same where all whole numbers among the parameters are decimals. */
    private boolean decimals(Literals literals, Answer given, Comparison comparison) {
        Answer decimals = postgres.answer(literals.sql(), literals.decimals());
        return !(decimals instanceof Answer.Failure) && comparison.difference(decimals, given) == null;
    }

    @Override
    public void close() throws IOException, SQLException {
        driver.close();
        if (own != null) {
            own.close();
        }
        postgres.close();
    }
}
