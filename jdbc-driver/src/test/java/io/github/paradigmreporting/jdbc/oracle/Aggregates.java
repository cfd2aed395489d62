package io.github.paradigmreporting.jdbc.oracle;

/** Every aggregate, with and without DISTINCT, FILTER and ORDER BY, over groups and over none. */
final class Aggregates {
    private Aggregates() {}

    static String statement(Draw draw) {
        String table = draw.one(Draw.DAILY);
        Columns columns = Columns.of(table, "");
        String where = draw.chance(2) ? " WHERE " + (draw.chance(6) ? "1 = 0" : draw.truth(columns)) : "";
        int width = 1 + draw.number(3);
        String aggregates = draw.list(width, () -> aggregate(draw, columns));
        if (draw.chance(3)) {
            return "SELECT " + aggregates + " FROM " + table + where;
        }
        String key = draw.chance(2)
                ? draw.one(columns.names())
                : draw.expression(draw.one("small", "text", "day"), 1, columns);
        return "SELECT " + key + ", " + aggregates + " FROM " + table + where + " GROUP BY "
                + draw.one("1", SqlTokens.isNumber(key) || SqlTokens.isText(key) ? "1" : key)
                + (draw.chance(4)
                        ? " HAVING "
                                + draw.one("COUNT(*) > 2", "MAX(usage) IS NOT NULL")
                                        .replace("usage", "company_name")
                        : "")
                + draw.partlyOrdered(1);
    }

    static String aggregate(Draw draw, Columns columns) {
        String filter = draw.chance(4) ? " FILTER (WHERE " + draw.truth(columns) + ")" : "";
        if (draw.chance(10)) {
            String number = draw.expression(draw.one("small", "double", "decimal"), draw.number(3), columns);
            return draw.one("COALESCE(", "GREATEST(", "LEAST(", "NULLIF(") + "SUM(" + number + ")" + filter + ", "
                    + draw.one("0.125", "2.4", "1", "-12.345") + ")";
        }
        return plain(draw, columns) + filter;
    }

    private static String plain(Draw draw, Columns columns) {
        String small = draw.expression("small", draw.number(3), columns);
        String other = draw.expression("small", draw.number(2), columns);
        String number = draw.expression(draw.one("small", "double", "decimal"), draw.number(3), columns);
        String any = draw.value(columns);
        String text = typed(draw.expression("text", draw.number(2), columns));
        String distinct = draw.one("", "", "DISTINCT ");
        return draw.either(
                () -> "COUNT(*)",
                () -> "COUNT(" + distinct + any + ")",
                () -> "SUM(" + distinct + number + ")",
                () -> "AVG(" + distinct + number + ")",
                () -> draw.one("MIN(", "MAX(")
                        + draw.expression(draw.one("number", "text", "day", "moment"), 2, columns) + ")",
                () -> draw.one("STDDEV", "STDDEV_POP", "STDDEV_SAMP", "VARIANCE", "VAR_POP", "VAR_SAMP") + "(" + number
                        + ")",
                () -> draw.one(
                                "COVAR_POP",
                                "COVAR_SAMP",
                                "CORR",
                                "REGR_SXX",
                                "REGR_SYY",
                                "REGR_SXY",
                                "REGR_COUNT",
                                "REGR_AVGX",
                                "REGR_AVGY",
                                "REGR_SLOPE",
                                "REGR_INTERCEPT",
                                "REGR_R2")
                        + "(" + small + ", " + other + ")",
                () -> "STRING_AGG(" + text + ", '; ' ORDER BY " + text + draw.direction() + ")",
                () -> "STRING_AGG(DISTINCT " + text + ", '|' ORDER BY " + text + ")",
                () -> draw.one("BOOL_AND(", "BOOL_OR(", "EVERY(") + draw.truth(columns) + ")",
                () -> draw.one(
                                "PERCENTILE_CONT(0.5)",
                                "PERCENTILE_CONT(0.25)",
                                "PERCENTILE_DISC(0.5)",
                                "PERCENTILE_DISC(0.9)")
                        + " WITHIN GROUP (ORDER BY " + draw.expression(draw.one("small", "double"), 1, columns)
                        + draw.one("", " DESC") + ")",
                () -> "MODE() WITHIN GROUP (ORDER BY " + small + ")",
                () -> draw.one("BIT_AND(", "BIT_OR(") + "company_id)",
                () -> "COUNT(DISTINCT " + small + ")",
                () -> "SUM(CASE WHEN " + draw.truth(columns) + " THEN 1 ELSE 0 END)");
    }

    /** PostgreSQL does not know the type of a bare literal everywhere. */
    static String typed(String value) {
        return SqlTokens.isText(value) ? "CAST(" + value + " AS VARCHAR)" : value;
    }
}
