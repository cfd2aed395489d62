package io.github.paradigmreporting.jdbc.oracle;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Regular expressions, SIMILAR TO and LIKE over short texts of few letters, so that many of them match. */
final class Patterns {
    private Patterns() {}

    static String statement(Draw draw) {
        return "SELECT " + draw.list(1 + draw.number(3), () -> value(draw));
    }

    private static String value(Draw draw) {
        String text = quoted(text(draw, 10));
        String pattern = quoted(regex(draw, 2));
        return draw.either(
                () -> text + draw.one(" ~ ", " ~* ", " !~ ", " !~* ") + pattern,
                () -> "REGEXP_REPLACE(" + text + ", " + pattern + ", '<\\&>')",
                () -> "REGEXP_REPLACE(" + text + ", " + pattern + ", '-', "
                        + quoted(draw.one("g", "g", "gi", "n", "gn", "gp", "gw", "gx", "gs")) + ")",
                () -> "SUBSTRING(" + text + " FROM " + pattern + ")",
                () -> "REGEXP_LIKE(" + text + ", " + pattern + draw.one("", ", 'i'", ", 'n'") + ")",
                () -> text + draw.one(" SIMILAR TO ", " NOT SIMILAR TO ") + quoted(similar(draw, 3)),
                () -> text + draw.one(" LIKE ", " ILIKE ", " NOT LIKE ") + quoted(like(draw)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String text(Draw draw, int most) {
        return some(
                draw.number(most + 1),
                () -> draw.one("a", "a", "b", "b", "c", "A", "B", "1", " ", "\n", "é", "€", "_", "-"));
    }

    private static String some(int count, Supplier<String> part) {
        return Stream.generate(part).limit(count).collect(Collectors.joining());
    }

    private static String regex(Draw draw, int depth) {
        return draw.one("", "", "", "", "^", "\\A", "(?i)", "(?n)")
                + branch(draw, depth)
                + draw.one("", "", "", "$", "\\Z");
    }

    private static String branch(Draw draw, int depth) {
        return some(draw.number(4) + (depth == 2 ? 1 : 0), () -> quantified(draw, depth));
    }

    private static String quantified(Draw draw, int depth) {
        if (draw.chance(8)) {
            return draw.one(
                    "^", "$", "\\y", "\\Y", "\\m", "\\M", "\\A", "\\Z", "(?=a)", "(?!b)", "(?<=a)", "(?<!a)",
                    "(?=b|c)");
        }
        String quantifier = draw.one("", "", "", "", "*", "+", "?", "{2}", "{1,2}", "{1,}", "{0,2}");
        return atom(draw, depth) + quantifier + (!quantifier.isEmpty() && draw.chance(4) ? "?" : "");
    }

    private static String atom(Draw draw, int depth) {
        if (depth > 0 && draw.chance(3)) {
            String body =
                    draw.chance(2) ? branch(draw, depth - 1) + "|" + branch(draw, depth - 1) : branch(draw, depth - 1);
            return draw.one("(", "(?:") + body + ")" + (depth == 2 && draw.chance(12) ? "\\1" : "");
        }
        return draw.one(
                "a",
                "a",
                "b",
                "b",
                "c",
                "A",
                "1",
                "é",
                ".",
                "[ab]",
                "[^a]",
                "[a-c]",
                "[[:alpha:]]",
                "[^[:space:]]",
                "[\\w-]",
                "\\d",
                "\\w",
                "\\s",
                "\\D",
                "\\W",
                "\\S",
                "\\.",
                "€",
                "[[:upper:]]",
                " ",
                "[b-]");
    }

    private static String similar(Draw draw, int depth) {
        return some(draw.number(5), () -> {
            String atom = depth > 0 && draw.chance(4)
                    ? "(" + similar(draw, depth - 1) + "|" + similar(draw, depth - 1) + ")"
                    : draw.one(
                            "a",
                            "b",
                            "c",
                            "%",
                            "%",
                            "_",
                            "[ab]",
                            "[^a]",
                            "[[:alpha:]]",
                            ".",
                            "^",
                            "$",
                            "\\%",
                            "\\_",
                            "1",
                            "é");
            return atom + draw.one("", "", "", "", "*", "+", "?", "{2}", "{1,2}", "{1,}");
        });
    }

    private static String like(Draw draw) {
        return some(
                draw.number(6), () -> draw.one("a", "b", "c", "A", "%", "%", "_", "\\%", "\\_", "é", "1", ".", "\\a"));
    }
}
