package io.github.paradigmreporting.jdbc.oracle;

import java.util.List;
import java.util.stream.Collectors;

/** UNION, INTERSECT and EXCEPT, with ALL too. */
final class Sets {
    private Sets() {}

    static String statement(Draw draw) {
        List<String> kinds = draw.one(List.of(
                List.of("small"),
                List.of("text"),
                List.of("a_day", "small"),
                List.of("small", "text"),
                List.of("a_moment"),
                List.of("decimal", "a_day"),
                List.of("day", "a_whole", "a_text")));
        String body = set(draw, kinds, 1 + draw.number(2));
        return switch (draw.number(4)) {
            case 0 -> body + draw.ordered(kinds.size(), 20);
            case 1 -> "SELECT COUNT(*) FROM (" + body + ") AS u";
            case 2 -> "SELECT u.* FROM (" + body + ") AS u(" + columns(kinds.size()) + ") WHERE c1 IS NOT NULL";
            default -> body;
        };
    }

    private static String columns(int count) {
        return List.of("c1", "c2", "c3").subList(0, count).stream().collect(Collectors.joining(", "));
    }

    private static String set(Draw draw, List<String> kinds, int depth) {
        String left = depth > 1 && draw.chance(2) ? "(" + set(draw, kinds, depth - 1) + ")" : select(draw, kinds);
        String right = depth > 1 ? "(" + set(draw, kinds, depth - 1) + ")" : select(draw, kinds);
        return left
                + draw.one(" UNION ", " UNION ALL ", " INTERSECT ", " INTERSECT ALL ", " EXCEPT ", " EXCEPT ALL ")
                + right;
    }

    private static String select(Draw draw, List<String> kinds) {
        String table = draw.one(Draw.DAILY);
        Columns columns = Columns.of(table, "");
        return "SELECT "
                + kinds.stream()
                        .map(kind -> draw.expression(kind, draw.number(3), columns))
                        .collect(Collectors.joining(", "))
                + " FROM " + table + (draw.chance(2) ? " WHERE " + draw.truth(columns) : "");
    }
}
