package io.github.paradigmreporting.jdbc.oracle;

/** Named queries, used once, twice and by themselves. */
final class Ctes {
    private Ctes() {}

    static String statement(Draw draw) {
        String table = draw.one(Draw.DAILY);
        Columns columns = Columns.of(table, "");
        String first = "a AS (SELECT company_id AS c, date AS d, " + draw.expression("small", 2, columns)
                + " AS v FROM " + table + " WHERE " + draw.truth(columns) + ")";
        Columns named = new Columns().named("c", "an_id").named("d", "a_day").named("v", "a_whole");
        return draw.either(
                () -> "WITH " + first + " SELECT " + draw.value(named) + ", v FROM a WHERE " + draw.truth(named),
                () -> "WITH " + first
                        + ", b AS (SELECT c, SUM(v) AS s, COUNT(*) AS n FROM a GROUP BY c) SELECT a.c, a.d, b.s, b.n FROM a "
                        + draw.one("JOIN", "LEFT JOIN", "RIGHT JOIN") + " b ON b.c = a.c AND b.n > a.v",
                () -> "WITH " + first + " SELECT x.c, COUNT(*), MAX(y.v) FROM a x " + draw.one("JOIN", "LEFT JOIN")
                        + " a y ON y.c = x.c AND y.d " + draw.one("<", "=", "<>") + " x.d GROUP BY x.c",
                () -> "WITH " + first
                        + " SELECT c, d FROM a WHERE v = (SELECT MAX(v) FROM a) UNION ALL SELECT c, d FROM a WHERE v IS NULL",
                () -> "WITH RECURSIVE r(n) AS (SELECT " + draw.number(3) + " UNION ALL SELECT n + "
                        + (1 + draw.number(3)) + " FROM r WHERE n < " + (5 + draw.number(20)) + ") SELECT "
                        + draw.one("n", "SUM(n)", "COUNT(*), MAX(n)") + " FROM r",
                () -> "WITH RECURSIVE r(d) AS (SELECT DATE '2024-02-2" + draw.number(9)
                        + "' UNION ALL SELECT d + 1 FROM r WHERE d < DATE '2024-03-05') SELECT r.d, COUNT(s.company_id) FROM r LEFT JOIN "
                        + table + " s ON s.date = r.d GROUP BY r.d ORDER BY r.d",
                () -> "WITH RECURSIVE r(c, k) AS (SELECT company_id, 1 FROM companies UNION " + draw.one("", "ALL ")
                        + "SELECT c, k + 1 FROM r WHERE k < " + (1 + draw.number(4)) + ") SELECT c, k FROM r",
                () -> "WITH a(x, y) AS (VALUES (1, 'a'), (2, NULL), (NULL, 'œ')) SELECT "
                        + draw.value(new Columns().named("x", "a_whole").named("y", "a_text")) + ", x FROM a");
    }
}
