package io.github.paradigmreporting.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries of reports that any SQL database answers, at random from a seed. Their order is always complete. */
public final class RandomQueries {
    private static final List<String> COUNTS =
            List.of("s.sessions_count", "s.user_queries_count", "s.model_responses_count", "s.unique_models_count");

    private static final List<String> FEEDBACK = List.of("f.likes_count", "f.dislikes_count", "f.copies_count");

    private final Random random;

    /**
     * Queries.
     *
     * @param seed the same one, the same queries
     */
    public RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Another query.
     *
     * @return its SQL
     */
    public String next() {
        return switch (random.nextInt(10)) {
            case 0 -> rows();
            case 1 -> nested();
            case 2 -> union();
            case 3 -> windows();
            case 4 -> orderedUnion();
            case 5 -> quantified();
            case 6 -> named();
            default -> groups();
        };
    }

    /** Rows of sessions, perhaps with those of feedback, in the order of their key. */
    private String rows() {
        boolean joined = random.nextBoolean();
        List<String> columns = new ArrayList<>(List.of("s.company_id", "s.\"date\""));
        int extra = 1 + random.nextInt(3);
        for (int i = 0; i < extra; i++) {
            columns.add(value(joined));
        }
        return "SELECT " + String.join(", ", columns) + from(joined) + where(joined) + " ORDER BY "
                + one(List.of("1, 2", "2, 1", "2 DESC, 1", "1 DESC, 2 DESC", "s.\"date\", s.company_id")) + limit();
    }

    private String groups() {
        boolean joined = random.nextBoolean();
        List<String> keys = one(List.of(
                List.of("s.company_id"),
                List.of("s.company_name"),
                List.of("EXTRACT(MONTH FROM s.\"date\")"),
                List.of("s.company_id", "EXTRACT(MONTH FROM s.\"date\")"),
                List.of("s.company_id", "EXTRACT(DAY FROM s.\"date\")"),
                List.of("s.unique_models_count"),
                List.of("CASE WHEN s.sessions_count > 50 THEN 'many' WHEN s.sessions_count > 20 THEN 'some' END"),
                List.<String>of()));
        List<String> columns = new ArrayList<>(keys);
        int aggregates = 1 + random.nextInt(3);
        for (int i = 0; i < aggregates; i++) {
            columns.add(aggregate(joined));
        }
        String having = random.nextInt(3) == 0
                ? " HAVING " + aggregate(joined) + one(List.of(" > ", " <= ", " <> ")) + random.nextInt(300)
                : "";
        String group = keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys);
        String order = IntStream.rangeClosed(1, keys.size())
                .mapToObj(i -> i + one(List.of(" NULLS FIRST", " NULLS LAST", " DESC NULLS LAST", " DESC NULLS FIRST")))
                .collect(Collectors.joining(", "));
        return "SELECT " + String.join(", ", columns) + from(joined) + where(joined) + group + having
                + (keys.isEmpty() ? "" : " ORDER BY " + order + limit());
    }

    private String nested() {
        String inner =
                "SELECT s.company_id AS c, s.\"date\" AS d, " + value(false) + " AS v" + from(false) + where(false);
        return switch (random.nextInt(5)) {
            case 4 ->
                "SELECT s.company_id, s.\"date\", (SELECT " + one(List.of("SUM", "MAX", "COUNT"))
                        + "(t.usage_count) FROM tools AS t WHERE t.company_id = s.company_id AND t.\"date\" = s.\"date\" AND "
                        + days("t.\"date\"") + ")" + from(false) + where(false) + " ORDER BY 1, 2" + limit();
            case 0 ->
                "SELECT c, COUNT(*), SUM(v), MAX(d) FROM (" + inner + ") AS x WHERE " + days("d")
                        + " GROUP BY c ORDER BY 1";
            case 1 ->
                "SELECT s.company_id, s.\"date\"" + from(false) + where(false)
                        + " AND s.sessions_count > (SELECT AVG(t.sessions_count) FROM sessions AS t WHERE "
                        + days("t.\"date\"")
                        + ") ORDER BY 1, 2" + limit();
            case 2 ->
                "SELECT s.company_id, s.\"date\"" + from(false) + where(false)
                        + one(List.of(" AND EXISTS (", " AND NOT EXISTS ("))
                        + "SELECT 1 FROM feedback AS f WHERE f.company_id = s.company_id AND f.\"date\" = s.\"date\" AND f.likes_count > "
                        + random.nextInt(60) + " AND " + days("f.\"date\"") + ") ORDER BY 2, 1" + limit();
            default ->
                "SELECT t.company_id, t.tool_name, SUM(t.usage_count) FROM tools AS t WHERE " + days("t.\"date\"")
                        + " AND t.company_id IN (SELECT c FROM (" + inner
                        + ") AS x) GROUP BY t.company_id, t.tool_name ORDER BY 1, 2"
                        + limit();
        };
    }

    private String union() {
        String all = one(List.of("UNION ALL", "UNION", "EXCEPT", "INTERSECT"));
        return "SELECT k, COUNT(*), SUM(n) FROM (SELECT 'd' AS k, d.\"date\" AS a, d.usage_count AS n FROM documents AS d WHERE "
                + days("d.\"date\"") + " " + all + " SELECT " + one(List.of("'d'", "'t'"))
                + ", t.\"date\", t.usage_count FROM tools AS t WHERE "
                + days("t.\"date\"") + ") AS u GROUP BY k ORDER BY 1";
    }

    /** Rows by how they compare with those of another query, which may have NULL among them. */
    private String quantified() {
        String other = "SELECT NULLIF(f.likes_count, " + random.nextInt(30) + ") FROM feedback AS f WHERE "
                + days("f.\"date\"") + one(List.of("", " AND f.company_id = s.company_id", " AND f.likes_count > 100"));
        String compared = one(List.of(
                " NOT IN (" + other + ")",
                " IN (" + other + ")",
                " > ALL (" + other + ")",
                " <= ALL (" + other + ")",
                " = ANY (" + other + ")",
                " < ANY (" + other + ")"));
        String condition = count(false) + compared;
        return "SELECT s.company_id, s.\"date\", " + count(false) + from(false) + where(false) + " AND "
                + one(List.of(condition, "(" + condition + " OR s.company_id = 2)", "NOT (" + condition + ")"))
                + " ORDER BY 1, 2" + limit();
    }

    /** A query of two that have names. */
    private String named() {
        String first = "SELECT s.company_id AS c, s.\"date\" AS d, " + count(false) + " AS v" + from(false)
                + where(false) + one(List.of("", " ORDER BY 3 DESC, 1, 2 LIMIT " + (1 + random.nextInt(12))));
        String second = "SELECT t.company_id AS c, COUNT(*) AS n, SUM(t.usage_count) AS u FROM tools AS t WHERE "
                + days("t.\"date\"") + " GROUP BY t.company_id";
        String rest =
                switch (random.nextInt(5)) {
                    case 0 ->
                        "SELECT a.c, a.d, a.v, b.n FROM a LEFT JOIN b ON b.c = a.c AND b.n > a.v ORDER BY 1, 2, 3";
                    case 1 ->
                        "SELECT b.c, b.u, COUNT(a.v) FROM a RIGHT JOIN b ON a.c = b.c GROUP BY b.c, b.u ORDER BY 1";
                    case 2 ->
                        "SELECT x.c, x.d, COUNT(*), SUM(y.v) FROM a AS x JOIN a AS y ON y.d "
                                + one(List.of("<", "<=", ">", "<>")) + " x.d GROUP BY x.c, x.d ORDER BY 1, 2";
                    case 3 -> "SELECT a.c, b.c, MAX(a.v) FROM a CROSS JOIN b GROUP BY a.c, b.c ORDER BY 1, 2";
                    default ->
                        "SELECT a.c, LISTAGG(CAST(a.v AS VARCHAR), ';') WITHIN GROUP (ORDER BY a.d, a.v) FROM a WHERE a.c IN "
                                + "(SELECT b.c FROM b WHERE b.u > (SELECT AVG(b.u) FROM b) / 2) GROUP BY a.c ORDER BY 1";
                };
        return "WITH a AS (" + first + "), b AS (" + second + ") " + rest + limit();
    }

    /** Rows twice or once, the first of them in an order that leaves nothing open. */
    private String orderedUnion() {
        String columns = "s.company_name, " + count(false);
        String nulls = one(List.of(" NULLS FIRST", " NULLS LAST", " DESC NULLS LAST", " DESC NULLS FIRST"));
        return "SELECT " + columns + from(false) + where(false)
                + one(List.of(" UNION ", " UNION ", " UNION ALL ", " EXCEPT ", " INTERSECT ")) + "SELECT " + columns
                + from(false) + where(false) + " ORDER BY 1" + nulls + ", 2" + nulls + limit();
    }

    /** Rows beside figures of others. */
    private String windows() {
        List<String> columns = new ArrayList<>(List.of("s.company_id", "s.\"date\""));
        int more = 1 + random.nextInt(3);
        for (int i = 0; i < more; i++) {
            columns.add(window());
        }
        boolean joined = random.nextInt(4) == 0;
        return "SELECT " + String.join(", ", columns) + from(joined) + where(joined) + " ORDER BY 1, 2" + limit();
    }

    private String window() {
        String value = value(false);
        String company = " OVER (PARTITION BY s.company_id ORDER BY s.\"date\"" + one(List.of("", " DESC"));
        String frame = one(List.of(
                "",
                " ROWS BETWEEN 6 PRECEDING AND CURRENT ROW",
                " ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING",
                " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"));
        return one(List.of(
                "ROW_NUMBER()" + company + ")",
                "LAG(" + value + ")" + company + ")",
                "LEAD(" + count(false) + ", 2, CAST(-1 AS BIGINT))" + company + ")",
                "NTILE(3)" + company + ")",
                one(List.of("RANK", "DENSE_RANK")) + "() OVER (ORDER BY " + count(false)
                        + one(List.of(" NULLS FIRST", " DESC NULLS LAST")) + ")",
                one(List.of("SUM", "MIN", "MAX", "COUNT")) + "(" + value + ")" + company + frame + ")",
                one(List.of("FIRST_VALUE", "LAST_VALUE")) + "(" + count(false) + ")" + company + frame + ")",
                "AVG(CAST(" + count(false) + " AS DOUBLE PRECISION))" + company + frame + ")",
                one(List.of("SUM", "COUNT")) + "(" + value + ") OVER (PARTITION BY s.\"date\")",
                "SUM(" + count(false) + ") OVER ()"));
    }

    private String from(boolean joined) {
        return " FROM sessions AS s"
                + (joined
                        ? one(List.of(" LEFT JOIN", " JOIN"))
                                + " feedback AS f ON f.company_id = s.company_id AND f.\"date\" = " + "s.\"date\""
                                + one(List.of("", " AND f.likes_count > 30"))
                        : "");
    }

    private String where(boolean joined) {
        StringBuilder where = new StringBuilder(" WHERE ").append(days("s.\"date\""));
        int more = random.nextInt(3);
        for (int i = 0; i < more; i++) {
            where.append(" AND ").append(condition(joined));
        }
        return where.toString();
    }

    private String condition(boolean joined) {
        return switch (random.nextInt(6)) {
            case 0 -> "s.company_id " + one(List.of("= 2", "<> 2", "IN (2, 8)", "> 1"));
            case 1 -> value(joined) + one(List.of(" IS NULL", " IS NOT NULL"));
            case 2 ->
                "(" + count(joined) + " > " + random.nextInt(100) + " OR " + count(joined) + " < " + random.nextInt(30)
                        + ")";
            case 3 ->
                "NOT (" + count(joined) + " BETWEEN " + random.nextInt(40) + " AND " + (40 + random.nextInt(80)) + ")";
            case 4 -> "s.company_name LIKE '" + one(List.of("N%", "%e%", "_or%", "x")) + "'";
            default -> count(joined) + one(List.of(" >= ", " <= ", " <> ", " = ")) + random.nextInt(120);
        };
    }

    /** A condition that leaves no more than the days that both databases have. */
    private String days(String date) {
        int month = 8 + random.nextInt(2);
        int day = 1 + random.nextInt(20);
        String from = String.format(Locale.ROOT, "DATE '2026-0%d-%02d'", month, day);
        String to = String.format(Locale.ROOT, "DATE '2026-0%d-%02d'", month, day + random.nextInt(10));
        return switch (random.nextInt(6)) {
            case 0 -> date + " = " + from;
            case 1 -> date + " >= " + from + " AND " + date + " < " + to;
            case 2 -> date + " IN (" + from + ", " + to + ")";
            case 3 ->
                "(" + date + " = " + from + " OR " + date + " > " + to + ") AND EXTRACT(MONTH FROM " + date + ") = "
                        + month + " AND EXTRACT(YEAR FROM " + date + ") = 2026";
            case 4 -> "EXTRACT(YEAR FROM " + date + ") = 2026 AND EXTRACT(MONTH FROM " + date + ") = " + month;
            default -> date + " BETWEEN " + from + " AND " + to;
        };
    }

    private String aggregate(boolean joined) {
        String value = value(joined);
        return one(List.of(
                "COUNT(*)",
                "COUNT(" + value + ")",
                "SUM(" + value + ")",
                "MIN(" + value + ")",
                "MAX(" + value + ")",
                "AVG(CAST(" + value + " AS DOUBLE PRECISION))",
                "COUNT(DISTINCT " + count(joined) + ")",
                "SUM(" + value + ") FILTER (WHERE " + condition(joined) + ")",
                "SUM(DISTINCT " + count(joined) + ")",
                "SUM(CASE WHEN " + count(joined) + " > 40 THEN 1 ELSE 0 END)"));
    }

    private String value(boolean joined) {
        String count = count(joined);
        return one(List.of(
                count,
                count,
                "NULLIF(" + count + ", " + random.nextInt(50) + ")",
                "COALESCE(" + count + ", -1)",
                "CASE WHEN " + count + " > 30 THEN " + count(joined) + " END",
                count + " + " + count(joined),
                count + " - 2 * " + count(joined),
                "s.average_session_length"));
    }

    private String count(boolean joined) {
        return one(joined && random.nextBoolean() ? FEEDBACK : COUNTS);
    }

    private String limit() {
        return switch (random.nextInt(4)) {
            case 0 -> " LIMIT " + (1 + random.nextInt(20));
            case 1 -> " LIMIT " + (1 + random.nextInt(20)) + " OFFSET " + random.nextInt(10);
            default -> "";
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
