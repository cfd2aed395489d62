package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares the driver with PostgreSQL by hand. Arguments: {@code --seed n}, {@code --statements n}, {@code --family
 * name}, {@code --number n} (that one of the family alone), {@code --each} (prints each difference, not the first of its
 * kind), or statements.
 */
public final class OracleRun {
    private OracleRun() {}

    public static void main(String[] args) throws Exception {
        List<String> given = new ArrayList<>(Arrays.asList(args));
        long seed = Long.parseLong(option(given, "--seed", "1"));
        int statements = Integer.parseInt(option(given, "--statements", "3000"));
        String family = option(given, "--family", "");
        int number = Integer.parseInt(option(given, "--number", "-1"));
        boolean each = given.remove("--each");
        String way = option(given, "--way", "");
        Set<Oracle.Way> ways = way.isEmpty()
                ? EnumSet.allOf(Oracle.Way.class)
                : way.equals("none")
                        ? EnumSet.noneOf(Oracle.Way.class)
                        : EnumSet.of(Oracle.Way.valueOf(way.toUpperCase(Locale.ROOT)));
        try (Oracle oracle = Oracle.start()) {
            if (!given.isEmpty()) {
                given.forEach(sql -> show(oracle, sql));
            } else if (number >= 0) {
                show(oracle, Family.valueOf(family.toUpperCase(Locale.ROOT)).statement(seed, number));
            } else {
                run(oracle, seed, statements, family, each, ways);
            }
        }
    }

    private static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        given.remove(at);
        return given.remove(at);
    }

    private static void show(Oracle oracle, String sql) {
        Oracle.Verdict verdict = oracle.check(sql);
        System.out.println(sql + "\n    PostgreSQL: " + verdict.expected() + "\n    " + verdict.rules()
                + (verdict.unequal() == null ? " equal" : "\n  " + verdict.unequal()) + "\n");
    }

    private static void run(Oracle oracle, long seed, int statements, String name, boolean each, Set<Oracle.Way> ways) {
        Map<Family, int[]> figures = new EnumMap<>(Family.class);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        int weights = Arrays.stream(Family.values()).mapToInt(Family::weight).sum();
        long began = System.nanoTime();
        for (Family family : Family.values()) {
            if (!name.isEmpty() && !family.toString().equals(name)) {
                continue;
            }
            int[] figure = figures.computeIfAbsent(family, key -> new int[4]);
            int count = name.isEmpty() ? statements * family.weight() / weights : statements;
            long familyBegan = System.nanoTime();
            for (int i = 0; i < count; i++) {
                String sql = family.statement(seed, i);
                Oracle.Verdict verdict = oracle.check(sql, ways);
                figure[0]++;
                figure[1] += verdict.expected() instanceof Answer.Failure ? 1 : 0;
                figure[2] += verdict.rules().isEmpty() ? 0 : 1;
                if (verdict.expected() instanceof Answer.Failure failure) {
                    kinds.merge(family + " PostgreSQL fails " + failure.state(), 1, Integer::sum);
                    if (kinds.get(family + " PostgreSQL fails " + failure.state()) < 3) {
                        System.out.println(family + " " + i + " fails: " + failure + "\n   " + sql);
                    }
                }
                Oracle.Unequal unequal = verdict.unequal();
                if (unequal != null) {
                    figure[3]++;
                    String kind = unequal.kind();
                    if (kinds.merge(family + " " + kind, 1, Integer::sum) <= (each ? 1000 : 3)) {
                        String shrunk = new Shrinker(text -> {
                                    if (oracle.expected(text) instanceof Answer.Failure
                                            != verdict.expected() instanceof Answer.Failure) {
                                        return false;
                                    }
                                    Oracle.Unequal other =
                                            oracle.check(text, ways).unequal();
                                    return other != null && other.kind().equals(kind);
                                })
                                .shrink(sql);
                        System.out.println(family + " " + i + " of seed " + seed + ": " + sql + "\n  shrunk, "
                                + oracle.check(shrunk, ways).unequal() + "\n");
                    }
                }
            }
            System.out.println("## " + family + ": " + figure[0] + " statements, " + figure[1] + " errors, " + figure[2]
                    + " different on purpose, " + figure[3] + " unexplained, "
                    + (System.nanoTime() - familyBegan) / 1_000_000 + " ms");
        }
        kinds.forEach((kind, count) -> System.out.println(count + " x " + kind));
        System.out.println((System.nanoTime() - began) / 1_000_000 + " ms");
    }
}
