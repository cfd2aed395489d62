package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run of many statements, and what came of them. */
final class Trial {
    /** What came of the statements of one family. */
    static final class Figures {
        int statements;
        int rows;
        int refused;
        int errors;
        int different;
        int unequal;

        void add(Figures other) {
            statements += other.statements;
            rows += other.rows;
            refused += other.refused;
            errors += other.errors;
            different += other.different;
            unequal += other.unequal;
        }

        @Override
        public String toString() {
            return statements + " statements, " + rows + " rows, " + errors + " errors, " + refused
                    + " not taken by PostgreSQL, " + different + " different on purpose, " + unequal + " unexplained";
        }
    }

    private final Oracle oracle;
    private final Set<Oracle.Way> ways;
    private final int shownPerKind;
    private final Consumer<String> output;
    private final Map<String, Figures> figures = new LinkedHashMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> rules = new TreeMap<>();
    private final List<String> unequal = new ArrayList<>();

    /**
     * A run.
     *
     * @param ways in which the driver runs each statement
     * @param shownPerKind how many differences of a kind are made smaller and shown
     * @param output takes each of them at once
     */
    Trial(Oracle oracle, Set<Oracle.Way> ways, int shownPerKind, Consumer<String> output) {
        this.oracle = oracle;
        this.ways = ways;
        this.shownPerKind = shownPerKind;
        this.output = output;
    }

    /** Statements of a family: each so many of the first numbers. */
    void run(Family family, long seed, int first, int step, int end) {
        for (int number = first; number < end; number += step) {
            run(family.toString(), family + " " + number + " of seed " + seed, family.statement(seed, number));
        }
    }

    /** Statements of a file. */
    void run(String file, Collection<String> statements) {
        for (String sql : statements) {
            run(file + ".sql", file + ".sql", sql);
        }
    }

    private void run(String group, String name, String sql) {
        Oracle.Verdict verdict = oracle.check(sql, ways);
        Figures figure = figures.computeIfAbsent(group, key -> new Figures());
        figure.statements++;
        if (verdict.expected() instanceof Answer.Failure failure) {
            figure.refused += failure.isRefusal() ? 1 : 0;
            figure.errors += failure.isRefusal() ? 0 : 1;
            if (failure.isRefusal()
                    && kinds.merge(group + ": PostgreSQL " + failure.state(), 1, Integer::sum) <= shownPerKind) {
                output.accept(name + " is not taken by PostgreSQL: " + failure + "\n    " + sql);
            }
        } else if (verdict.expected() instanceof Answer.Table table) {
            figure.rows += table.rows().size();
        }
        figure.different += verdict.rules().isEmpty() ? 0 : 1;
        verdict.rules().forEach(rule -> rules.merge(rule, 1, Integer::sum));
        Oracle.Unequal found = verdict.unequal();
        if (found != null) {
            figure.unequal++;
            unequal.add(name + ": " + sql);
            if (kinds.merge(group + ": " + found.kind(), 1, Integer::sum) <= shownPerKind) {
                output.accept(name + ": " + sql + "\n  " + smaller(sql, verdict, found) + "\n");
            }
        }
    }

    private Oracle.@Nullable Unequal smaller(String sql, Oracle.Verdict verdict, Oracle.Unequal found) {
        boolean fails = verdict.expected() instanceof Answer.Failure;
        String shrunk = new Shrinker(text -> {
                    Answer expected = oracle.expected(text);
                    if (expected instanceof Answer.Failure != fails || expected.isOdd()) {
                        return false;
                    }
                    Oracle.Unequal other =
                            oracle.check(text, Set.of(found.way())).unequal();
                    return other != null && other.kind().equals(found.kind());
                })
                .shrink(sql);
        Oracle.Unequal small = oracle.check(shrunk, Set.of(found.way())).unequal();
        return small == null ? found : small;
    }

    /** Adds what came of another run. */
    void add(Trial other) {
        other.figures.forEach((group, figure) ->
                figures.computeIfAbsent(group, key -> new Figures()).add(figure));
        other.kinds.forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
        other.rules.forEach((rule, count) -> rules.merge(rule, count, Integer::sum));
        unequal.addAll(other.unequal);
    }

    /** By family or file. */
    Map<String, Figures> figures() {
        return figures;
    }

    /** Names and texts of statements that are neither equal nor different on purpose. */
    List<String> unequal() {
        return unequal;
    }

    /** All figures as text. */
    String summary() {
        Figures total = new Figures();
        StringBuilder text = new StringBuilder();
        figures.forEach((group, figure) -> {
            text.append(group).append(": ").append(figure).append('\n');
            total.add(figure);
        });
        text.append("together: ").append(total).append('\n');
        text.append("rules: ").append(rules).append('\n');
        return text.append(kinds.entrySet().stream()
                        .map(kind -> kind.getValue() + " x " + kind.getKey() + "\n")
                        .collect(Collectors.joining()))
                .toString();
    }
}
