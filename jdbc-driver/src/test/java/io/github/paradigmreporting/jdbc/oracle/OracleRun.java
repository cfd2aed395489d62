package io.github.paradigmreporting.jdbc.oracle;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Compares the driver with PostgreSQL by hand. Arguments:
 *
 * <ul>
 *   <li>{@code --statements n --seed n}: random statements of all families
 *   <li>{@code --family name}: of that family alone; with {@code --number n} only that one
 *   <li>{@code --file name}: the statements of a file of {@code oracle/cases}, or of all for {@code all}
 *   <li>{@code --way planned}, {@code otherwise}, {@code prepared} or {@code none}: in that way alone
 *   <li>{@code --each}: shows all differences, not three of each kind
 *   <li>{@code --quiet}: shows figures alone
 *   <li>{@code --unequal}: lists all statements that differ at the end
 *   <li>anything else is a statement
 * </ul>
 */
public final class OracleRun {
    private OracleRun() {}

    /**
     * Runs a comparison.
     *
     * @param args see above
     * @throws Exception when one of the engines does not start
     */
    public static void main(String[] args) throws Exception {
        List<String> given = new ArrayList<>(Arrays.asList(args));
        long seed = Long.parseLong(option(given, "--seed", "1"));
        int statements = Integer.parseInt(option(given, "--statements", "3000"));
        String family = option(given, "--family", "").toUpperCase(Locale.ROOT);
        int number = Integer.parseInt(option(given, "--number", "-1"));
        String file = option(given, "--file", "");
        Set<Oracle.Way> ways = ways(option(given, "--way", "").toUpperCase(Locale.ROOT));
        boolean unequal = given.remove("--unequal");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Oracle oracle = Oracle.start()) {
            Trial trial = new Trial(
                    oracle,
                    ways,
                    given.remove("--each") ? Integer.MAX_VALUE : given.remove("--quiet") ? 0 : 3,
                    out::println);
            if (!given.isEmpty()) {
                given.forEach(sql -> out.println(shown(oracle, sql, ways)));
            } else if (number >= 0) {
                out.println(shown(oracle, Family.valueOf(family).statement(seed, number), ways));
            } else if (!file.isEmpty()) {
                (file.equals("all") ? Cases.FILES : List.of(file)).forEach(name -> trial.run(name, Cases.of(name)));
            } else if (!family.isEmpty()) {
                trial.run(Family.valueOf(family), seed, 0, 1, statements);
            } else {
                for (Family each : Family.values()) {
                    trial.run(each, seed, 0, 1, each.share(statements));
                }
            }
            out.println(trial.summary());
            if (unequal) {
                trial.unequal().forEach(statement -> out.println(statement.replace('\n', ' ')));
            }
        }
    }

    private static Set<Oracle.Way> ways(String name) {
        return switch (name) {
            case "" -> EnumSet.allOf(Oracle.Way.class);
            case "NONE" -> Set.of();
            default -> Set.of(Oracle.Way.valueOf(name));
        };
    }

    private static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        given.remove(at);
        return given.remove(at);
    }

    private static String shown(Oracle oracle, String sql, Set<Oracle.Way> ways) {
        Oracle.Verdict verdict = oracle.check(sql, ways);
        return sql + "\n    PostgreSQL: " + verdict.expected() + "\n    " + verdict.rules()
                + (verdict.unequal() == null ? " equal" : "\n  " + verdict.unequal()) + "\n";
    }
}
