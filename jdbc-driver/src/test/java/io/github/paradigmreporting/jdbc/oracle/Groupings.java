package io.github.paradigmreporting.jdbc.oracle;

/** GROUP BY of several keys at once, also over no rows, and DISTINCT. */
final class Groupings {
    private Groupings() {}

    static String statement(Draw draw) {
        String table = draw.one("sessions", "feedback", "tools", "documents");
        Columns columns = Columns.of(table, "");
        String where = draw.one(
                "", " WHERE " + draw.truth(columns), " WHERE company_id = 99", " WHERE date >= DATE '2024-03-30'");
        String first = draw.one("company_id", "company_name", "EXTRACT(MONTH FROM date)", "DATE_TRUNC('month', date)");
        // No literal: with a parameter in its place, here and in the key, PostgreSQL 17 takes an expression over a key
        // that
        // is NULL in this set for another key that has the same value (release 18 does not).
        String second = draw.one("date", "EXTRACT(YEAR FROM date)", "-company_id", "company_name");
        String sets = draw.one(
                "ROLLUP (@1, @2)",
                "CUBE (@1, @2)",
                "GROUPING SETS ((@1), (@2), ())",
                "GROUPING SETS ((@1, @2), (@2))",
                "GROUPING SETS ((), ())",
                "GROUPING SETS ((@1), (@1))",
                "@1, ROLLUP (@2)",
                "ROLLUP (@1), ROLLUP (@2)",
                "CUBE (@1), @2",
                "ROLLUP ((@1, @2))",
                "()",
                "@1, @2");
        String group = sets.replace("@1", first).replace("@2", second);
        String keys = sets.contains("@1") && sets.contains("@2")
                ? first + ", " + second + ", "
                : sets.contains("@1") ? first + ", " : "";
        String grouping =
                keys.isEmpty() || draw.chance(2) ? "" : "GROUPING(" + keys.substring(0, keys.length() - 2) + "), ";
        return "SELECT " + keys + grouping
                + draw.list(1 + draw.number(2), () -> Aggregates.aggregate(draw, columns)) + " FROM " + table + where
                + " GROUP BY " + group + draw.one("", "", " HAVING COUNT(*) > 1", " HAVING COUNT(*) >= 0");
    }
}
