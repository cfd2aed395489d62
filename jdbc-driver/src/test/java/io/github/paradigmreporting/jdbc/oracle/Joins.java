package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.List;

/** Joins of two to four relations, of every kind and shape. */
final class Joins {
    private final Draw draw;
    private final Columns columns = new Columns();
    private final List<String> aliases = new ArrayList<>();
    private final List<String> dated = new ArrayList<>();
    private final StringBuilder from = new StringBuilder();

    private Joins(Draw draw) {
        this.draw = draw;
    }

    static String statement(Draw draw) {
        return new Joins(draw).statement();
    }

    private String statement() {
        relation("");
        int more = 1 + draw.number(3);
        for (int i = 0; i < more; i++) {
            relation(draw.one(
                    " JOIN ", " JOIN ", " LEFT JOIN ", " LEFT JOIN ", " RIGHT JOIN ", " FULL JOIN ", " CROSS JOIN "));
        }
        String where = draw.chance(2) ? " WHERE " + condition() : "";
        if (draw.chance(3)) {
            int width = 1 + draw.number(3);
            return "SELECT " + draw.list(width, () -> draw.value(columns)) + from + where + draw.partlyOrdered(width);
        }
        if (draw.chance(3)) {
            String key = draw.one(columns.names());
            return "SELECT " + key + ", COUNT(*), " + aggregates() + from + where + " GROUP BY " + key
                    + draw.one("", " HAVING COUNT(*) > 1") + draw.partlyOrdered(1);
        }
        return "SELECT COUNT(*), " + aggregates() + from + where;
    }

    private String aggregates() {
        return draw.list(
                1 + draw.number(2),
                () -> draw.one("COUNT(", "SUM(", "MIN(", "MAX(", "COUNT(DISTINCT ")
                        + draw.expression("small", draw.number(2), columns) + ")");
    }

    private void relation(String join) {
        String alias = String.valueOf((char) ('a' + aliases.size()));
        boolean crossed = join.contains("CROSS");
        String table = crossed || draw.chance(5) ? draw.one("companies", "members") : draw.one(Draw.DAILY);
        boolean days = Draw.DAILY.contains(table);
        String source = days && (draw.chance(4) || aliases.size() > 1)
                ? "(SELECT * FROM " + table + " WHERE " + draw.truth(Columns.of(table, "")) + ")"
                : table;
        from.append(aliases.isEmpty() ? " FROM " : join)
                .append(source)
                .append(draw.one(" ", " AS "))
                .append(alias);
        columns.add(table, alias);
        if (!aliases.isEmpty() && !crossed) {
            from.append(" ON ").append(on(alias, days, join));
        }
        aliases.add(alias);
        if (days) {
            dated.add(alias);
        }
    }

    private String on(String alias, boolean days, String join) {
        String other = draw.one(aliases);
        String company = other + ".company_id = " + alias + ".company_id";
        String day = days && !dated.isEmpty() ? draw.one(dated) + ".date = " + alias + ".date" : company;
        String more = draw.chance(2) ? " AND " + condition() : "";
        if (join.contains("FULL")) {
            return company + draw.one("", " AND " + day);
        }
        return switch (draw.number(8)) {
            case 0 -> company + more;
            case 1 -> day + more;
            case 2 ->
                draw.truth(columns) + " AND " + alias + ".company_id " + draw.one("<", "<=", "<>", ">") + " " + other
                        + ".company_id";
            case 3 -> alias + ".company_id BETWEEN " + other + ".company_id AND 5" + more;
            default -> company + " AND " + day + more;
        };
    }

    private String condition() {
        String alias = draw.one(aliases);
        return draw.either(
                () -> alias + ".company_id IS NOT NULL",
                () -> alias + ".company_id IS NULL",
                () -> alias + ".company_name IS NULL",
                () -> alias + ".company_id = " + draw.one("1", "2", "5", "9007199254740993"),
                () -> dated.isEmpty() ? "1 = 1" : draw.one(dated) + ".date >= DATE '2024-02-01'",
                () -> draw.truth(columns),
                () -> draw.truth(columns));
    }
}
