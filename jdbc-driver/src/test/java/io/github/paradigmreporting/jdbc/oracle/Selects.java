package io.github.paradigmreporting.jdbc.oracle;

/** Expressions of one kind or another over one table or two. */
final class Selects {
    private Selects() {}

    /** Values of a kind. */
    static String of(Draw draw, String kind) {
        String table = draw.one("sessions", "threads", "sessions", "feedback", "documents", "tools", "members");
        Columns columns = Columns.of(table, "");
        int width = 1 + draw.number(3);
        String values = draw.list(width, () -> draw.expression(kind, 1 + draw.number(3), columns));
        String where = draw.chance(3) ? " WHERE " + draw.truth(columns) : "";
        return "SELECT " + draw.one("", "", "DISTINCT ") + values + " FROM " + table + where
                + draw.partlyOrdered(width);
    }

    /** Rows chosen by comparisons of different types. */
    static String mixed(Draw draw) {
        String table = draw.one("sessions", "threads", "feedback", "documents");
        Columns columns = Columns.of(table, "");
        String condition = draw.expression("mixed", 1, columns);
        return "SELECT COUNT(*), COUNT(*) FILTER (WHERE " + draw.expression("mixed", 1, columns) + ")"
                + draw.one("", ", SUM(CASE WHEN " + draw.expression("mixed", 0, columns) + " THEN 1 ELSE 0 END)")
                + " FROM "
                + table + " WHERE " + condition
                + draw.one(
                        "",
                        "",
                        " AND " + draw.expression("mixed", 1, columns),
                        " OR " + draw.expression("mixed", 1, columns));
    }

    /** One expression that may end in an error, once or for each row. */
    static String failing(Draw draw) {
        Columns columns = Columns.of("sessions", "");
        String value = draw.expression("failing", 2, columns);
        return "SELECT " + value + (value.contains("_") || draw.chance(3) ? " FROM sessions WHERE company_id = 1" : "");
    }

    /** Conditions in every position. */
    static String conditions(Draw draw) {
        Columns columns = Columns.of("sessions", "s").add("feedback", "f");
        String from = " FROM sessions s " + draw.one("JOIN", "LEFT JOIN", "RIGHT JOIN")
                + " feedback f ON f.company_id = s.company_id AND f.date = s.date"
                + draw.one("", " AND " + draw.truth(columns));
        return draw.either(
                () -> "SELECT s.company_id, f.date, " + draw.truth(columns) + ", (" + draw.truth(columns)
                        + ") IS UNKNOWN" + from,
                () -> "SELECT s.company_id, s.date, f.date" + from + " WHERE " + draw.expression("truth", 4, columns),
                () -> "SELECT CASE WHEN " + draw.truth(columns) + " THEN 1 WHEN " + draw.truth(columns)
                        + " THEN 2 ELSE 3 END, COUNT(*)" + from + " GROUP BY 1",
                () -> "SELECT COUNT(*) FILTER (WHERE " + draw.truth(columns) + "), COUNT(CASE WHEN "
                        + draw.truth(columns) + " THEN 1 END), BOOL_AND(" + draw.truth(columns) + "), BOOL_OR("
                        + draw.truth(columns) + ")" + from,
                () -> "SELECT s.company_id, COUNT(*)" + from + " GROUP BY s.company_id HAVING "
                        + draw.expression(
                                "truth",
                                2,
                                new Columns()
                                        .named("SUM(s.sessions_count)", "a_whole")
                                        .named("MAX(f.likes_count)", "a_whole")
                                        .named("MIN(s.date)", "a_day")
                                        .named("MAX(f.company_name)", "a_text")
                                        .named("s.company_id", "an_id")),
                () -> "SELECT s.date" + from + " WHERE " + draw.truth(columns) + " ORDER BY " + draw.one("s.date", "1")
                        + draw.direction());
    }

    /** Rows of one table in an order, with ties and NULLs. */
    static String orders(Draw draw) {
        String table = table(draw);
        Columns columns = Columns.of(table, "");
        int width = 1 + draw.number(3);
        String values = draw.list(width, () -> draw.chance(3) ? draw.value(columns) : draw.one(columns.names()));
        String where = draw.chance(2) ? " WHERE " + draw.truth(columns) : "";
        return "SELECT " + values + " FROM " + table + where
                + (draw.chance(2) ? draw.ordered(width, 20) : draw.partlyOrdered(width));
    }

    /** Statements that need no SQL engine. */
    static String simple(Draw draw) {
        String table = table(draw);
        Columns columns = Columns.of(table, "");
        String where = draw.list(1 + draw.number(3), () -> simpleCondition(draw, columns))
                .replace(", @", " AND ");
        int width = 1 + draw.number(4);
        return "SELECT " + draw.list(width, () -> draw.one(columns.names())) + " FROM " + table
                + (draw.chance(6) ? "" : " WHERE " + where.replace("@", ""))
                + (draw.chance(2) ? draw.ordered(width, 20) : draw.partlyOrdered(width));
    }

    private static String simpleCondition(Draw draw, Columns columns) {
        return "@" + draw.expression(draw.one("simple", "simple", "simple_day", "simple_or"), 2, columns);
    }

    static String table(Draw draw) {
        return draw.chance(6)
                ? draw.one("companies", "calendar", "members", "daily_usage", "resource_usage", "adoption_satisfaction")
                : draw.one(Draw.DAILY);
    }
}
