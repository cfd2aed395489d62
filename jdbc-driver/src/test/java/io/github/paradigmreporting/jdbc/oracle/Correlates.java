package io.github.paradigmreporting.jdbc.oracle;

/** Sub-queries that look at the row outside of them. */
final class Correlates {
    private Correlates() {}

    static String statement(Draw draw) {
        String outer = draw.one("sessions", "feedback", "companies", "threads", "tools");
        String inner = draw.one("feedback", "sessions", "documents", "tools");
        Columns outside = Columns.of(outer, "o");
        Columns both = Columns.of(outer, "o").add(inner, "i");
        boolean dated = Draw.DAILY.contains(outer);
        String link = draw.one(
                        "i.company_id = o.company_id",
                        "i.company_id = o.company_id",
                        "i.company_id <= o.company_id",
                        "i.company_name = o.company_name")
                + (dated ? draw.one("", " AND i.date = o.date", " AND i.date < o.date", " AND i.date = o.date") : "")
                + (draw.chance(3) ? " AND " + draw.truth(both) : "");
        String value = draw.expression("small", 1, Columns.of(inner, "i"));
        String mine = draw.expression("small", 1, outside);
        String from = " FROM " + inner + " i WHERE " + link;
        String key = dated ? "o.company_id, o.date" : "o.company_id";
        return draw.either(
                () -> "SELECT " + key + ", (SELECT " + aggregate(draw, value) + from + ")" + " FROM " + outer + " o"
                        + where(draw, outside),
                () -> "SELECT " + key + " FROM " + outer + " o WHERE " + draw.one("", "NOT ") + "EXISTS (SELECT 1"
                        + from + ")" + draw.one(" OR ", " AND ") + draw.truth(outside),
                () -> "SELECT " + key + " FROM " + outer + " o WHERE " + mine + draw.one(" IN ", " NOT IN ")
                        + "(SELECT " + value + from + ")",
                () -> "SELECT " + key + ", " + mine + draw.one(" IN ", " NOT IN ") + "(SELECT " + value + from
                        + "), EXISTS (SELECT 1" + from + ") FROM " + outer + " o",
                () -> "SELECT " + key + " FROM " + outer + " o WHERE " + mine + " " + draw.one("=", "<", ">=", "<>")
                        + draw.one(" ANY ", " ALL ", " SOME ") + "(SELECT " + value + from + ")",
                () -> "SELECT " + key + " FROM " + outer + " o WHERE " + mine + " " + draw.one("=", "<", ">")
                        + " (SELECT " + aggregate(draw, value) + from + ")",
                () -> "SELECT " + key + ", x.v FROM " + outer + " o" + draw.one(", LATERAL (", " CROSS JOIN LATERAL (")
                        + "SELECT " + aggregate(draw, value) + " AS v" + from + ") AS x",
                () -> "SELECT " + key + ", x.v, x.d FROM " + outer + " o LEFT JOIN LATERAL (SELECT " + value
                        + " AS v, i.date AS d" + from + " AND i.date >= DATE '2024-02-28') AS x ON "
                        + draw.one("TRUE", "x.v > 2", "x.d > DATE '2024-03-01'"),
                () -> "SELECT " + key + ", x.v FROM " + outer + " o, LATERAL (SELECT " + value + " AS v" + from
                        + " ORDER BY i.date DESC, 1, i.company_id LIMIT 1) AS x",
                () -> "SELECT " + key + ", (SELECT MAX(" + value + ")" + from
                        + " AND EXISTS (SELECT 1 FROM documents q WHERE q.company_id = i.company_id AND q.date "
                        + draw.one("<", "=", ">=") + " i.date" + draw.one("", " AND q.company_id = o.company_id")
                        + ")) FROM " + outer + " o",
                () -> "SELECT " + key + ", (SELECT i.date" + from
                        + " ORDER BY i.date, i.company_id LIMIT 1), COALESCE((SELECT SUM(" + value + ")" + from
                        + "), -1) FROM " + outer + " o",
                () -> "SELECT o.company_id, COUNT(*) FROM " + outer + " o GROUP BY o.company_id HAVING COUNT(*) "
                        + draw.one("<", ">=", "<>") + " (SELECT COUNT(*) FROM " + inner
                        + " i WHERE i.company_id = o.company_id)",
                () -> "SELECT CASE WHEN EXISTS (SELECT 1" + from + ") THEN 'yes' ELSE 'no' END, COUNT(*) FROM " + outer
                        + " o GROUP BY 1",
                () -> "SELECT " + key + " FROM " + outer + " o WHERE (o.company_id, " + mine + ")"
                        + draw.one(" IN ", " NOT IN ") + "(SELECT i.company_id, " + value + from + ")",
                () -> "SELECT " + key + ", (SELECT COUNT(*) FROM (SELECT DISTINCT " + value + " AS v" + from
                        + ") AS t) FROM " + outer + " o");
    }

    private static String aggregate(Draw draw, String value) {
        return draw.one("MAX(", "SUM(", "COUNT(", "MIN(", "AVG(", "COUNT(DISTINCT ") + value + ")";
    }

    private static String where(Draw draw, Columns columns) {
        return draw.chance(2) ? " WHERE " + draw.truth(columns) : "";
    }
}
