package io.github.paradigmreporting.jdbc.engine;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries with expressions of all types, at random from a seed. Their order is always complete. */
final class RandomExpressions {
    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return switch (random.nextInt(5)) {
            case 4 -> sets();
            case 0 ->
                "SELECT s.company_id, s.date, " + list(1 + random.nextInt(4)) + from() + where() + " ORDER BY 1"
                        + order() + ", 2" + order() + limit();
            case 1 -> grouped("");
            case 2 -> grouped(one("ROLLUP", "CUBE"));
            default ->
                "SELECT DISTINCT " + list(2) + from() + where() + " ORDER BY 1" + order() + ", 2" + order() + limit();
        };
    }

    private String sets() {
        String columns = one("s.company_id, s.date", "s.company_name, s.sessions_count", "s.date, " + day());
        return "SELECT " + columns + from() + where() + one(" INTERSECT ", " EXCEPT ", " UNION ") + "SELECT " + columns
                + from() + where() + " ORDER BY 1" + order() + ", 2" + order() + limit();
    }

    private String grouped(String sets) {
        String keys = one("s.company_id, month", "s.company_name, month", "month, weekday", "weekday, s.company_id")
                .replace("month", "FLOOR(s.date TO MONTH)")
                .replace("weekday", "EXTRACT(DOW FROM s.date)");
        String aggregates = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(i -> aggregate())
                .collect(Collectors.joining(", "));
        return "SELECT " + keys + ", " + aggregates + from() + where() + " GROUP BY "
                + (sets.isEmpty() ? keys : sets + "(" + keys + ")") + having() + " ORDER BY 1" + order() + ", 2"
                + order();
    }

    private String having() {
        return random.nextInt(4) == 0 ? " HAVING " + aggregate() + " IS NOT NULL" : "";
    }

    private String aggregate() {
        return one(
                "COUNT(*)",
                "COUNT(DISTINCT " + number() + ")",
                "SUM(" + number() + ")",
                "AVG(" + number() + ")",
                "MIN(" + any() + ")",
                "MAX(" + any() + ")",
                "SUM(" + number() + ") FILTER (WHERE " + condition() + ")",
                "COUNT(*) FILTER (WHERE " + condition() + ")",
                "MEDIAN(" + number() + ")",
                "PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY " + whole() + ")",
                "CORR(s.sessions_count, " + whole() + ")",
                "SUM(DISTINCT " + whole() + ")");
    }

    private String from() {
        return one(
                " FROM sessions s",
                " FROM sessions s",
                " FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date AND f.likes_count > 20",
                " FROM feedback f RIGHT JOIN sessions s ON f.company_id = s.company_id AND f.date = s.date AND f.copies_count > 5",
                " FROM (SELECT * FROM sessions WHERE unique_models_count > 1) s");
    }

    private String where() {
        String days = one(
                "s.date BETWEEN DATE '2026-08-05' AND DATE '2026-08-20'",
                "s.date >= '2026-09-01' AND s.date < '2026-09-11'",
                "s.date >= CURRENT_DATE - INTERVAL '10' DAY",
                "s.date > CURRENT_DATE - 9",
                "CAST(s.date AS TIMESTAMP) >= TIMESTAMP '2026-10-01 00:00:00'",
                "FLOOR(s.date TO MONTH) = DATE '2026-09-01'",
                "s.date IN (DATE '2026-08-05', DATE '2026-08-06', DATE '2026-08-09')",
                "s.date >= DATE '2026-08-31' - INTERVAL '1' MONTH AND s.date < DATE '2026-08-12'");
        return " WHERE " + days + (random.nextBoolean() ? " AND " + condition() : "");
    }

    private String condition() {
        return switch (random.nextInt(9)) {
            case 0 -> "NOT (" + condition() + ")";
            case 1 -> "(" + condition() + " OR " + condition() + ")";
            case 2 ->
                text() + one(" LIKE '%o%'", " NOT LIKE 'N%'", " ILIKE 'n%'", " = 'Northwind'", " > 'M'", " IS NULL");
            case 3 -> number() + " IS " + one("", "NOT ") + "NULL";
            case 4 -> "(" + condition() + ") IS " + one("", "NOT ") + one("TRUE", "FALSE");
            case 5 -> whole() + " IS " + one("", "NOT ") + "DISTINCT FROM " + whole();
            case 6 -> "s.company_id IN (2, 3, 8)";
            case 7 -> day() + one(" > ", " <= ", " <> ") + day();
            default -> number() + one(" < ", " >= ", " = ", " <> ") + number();
        };
    }

    private String any() {
        return one(number(), text(), day());
    }

    private String list(int count) {
        return IntStream.range(0, count).mapToObj(i -> any()).collect(Collectors.joining(", "));
    }

    private String number() {
        return one(whole(), whole(), fraction());
    }

    private String whole() {
        return switch (random.nextInt(13)) {
            case 10 -> "ROUND(" + count() + one(")", ", -1)", ", 2)");
            case 11 -> "CAST(" + count() + " AS INTEGER)";
            case 12 -> one("TRUNCATE(", "TRUNC(") + count() + one(")", ", -1)");
            case 0 -> whole() + one(" + ", " - ", " * ") + whole();
            case 1 -> "MOD(" + count() + ", 7)";
            case 2 -> count() + " / 7";
            case 3 -> "NULLIF(" + count() + ", " + random.nextInt(40) + ")";
            case 4 -> "COALESCE(NULLIF(" + count() + ", 3), 0)";
            case 5 -> "CASE WHEN " + count() + " > 20 THEN " + count() + " WHEN " + count() + " > 5 THEN -1 END";
            case 6 -> "EXTRACT(" + one("YEAR", "MONTH", "DAY", "QUARTER", "WEEK", "DOY") + " FROM s.date)";
            case 7 -> "ABS(" + count() + " - 30)";
            case 8 -> "-" + count();
            default -> count();
        };
    }

    private String fraction() {
        return one(
                "s.average_session_length",
                "s.average_session_length * 2",
                "s.average_session_length + " + count(),
                "1.5 * " + count(),
                count() + " - 0.25",
                "ROUND(s.average_session_length" + one(")", ", 1)", ", -1)", ", " + count() + ")"),
                "TRUNCATE(s.average_session_length, 1)",
                one("CEIL(", "FLOOR(") + "s.average_session_length)",
                one("CEIL(", "FLOOR(") + "CAST(s.average_session_length AS DECIMAL(8, 3)))",
                "ROUND(CAST(s.average_session_length AS DECIMAL(8, 3)), 1)",
                "CAST(" + count() + " AS DOUBLE)",
                "CAST(" + count() + " AS DECIMAL(10, 2))",
                "CAST(s.average_session_length AS DECIMAL(8, 3))",
                "CAST(" + count() + " AS DOUBLE) / 3");
    }

    private String count() {
        return one(
                "s.sessions_count",
                "s.user_queries_count",
                "s.model_responses_count",
                "s.unique_models_count",
                String.valueOf(1 + random.nextInt(50)));
    }

    private String text() {
        return one(
                "s.company_name",
                "UPPER(s.company_name)",
                "LOWER(s.company_name)",
                "SUBSTRING(s.company_name, 2, 3)",
                "s.company_name || '-' || s.company_name",
                "TRIM(" + one("", "BOTH 'N' FROM ", "LEADING 'N' FROM ", "TRAILING 'd' FROM ") + "s.company_name)",
                one("LTRIM", "RTRIM") + "('  ' || s.company_name || ' ')",
                "CAST(s.date AS VARCHAR)",
                "CAST(s.company_id AS VARCHAR)",
                "CASE WHEN s.sessions_count > 30 THEN 'many' ELSE 'a few' END",
                "CAST(s.company_name AS VARCHAR(4))");
    }

    private String day() {
        return one(
                "s.date",
                "FLOOR(s.date TO MONTH)",
                "DATE_TRUNC('week', s.date)",
                "s.date + INTERVAL '3' DAY",
                "s.date - INTERVAL '1' MONTH",
                "CURRENT_DATE");
    }

    private String order() {
        return one("", " DESC", " NULLS FIRST", " DESC NULLS LAST");
    }

    private String limit() {
        return one("", "", " LIMIT 7", " LIMIT 5 OFFSET 3");
    }

    private String one(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
