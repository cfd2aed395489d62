package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.List;

/** Every window function, over every kind of frame. */
final class Windows {
    private static final List<String> DAYS = List.of("INTERVAL '6' DAY", "INTERVAL '1' MONTH", "INTERVAL '1' DAY");
    private static final List<String> HOURS = List.of("INTERVAL '1' DAY", "INTERVAL '36' HOUR", "INTERVAL '1' MONTH");

    private final Draw draw;
    private final String table;
    private final Columns columns;
    private final List<String> named = new ArrayList<>();

    private Windows(Draw draw) {
        this.draw = draw;
        this.table = draw.one(Draw.DAILY);
        this.columns = Columns.of(table, "");
    }

    static String statement(Draw draw) {
        return new Windows(draw).statement();
    }

    private String key() {
        return switch (table) {
            case "documents" -> "company_id, date, document_id";
            case "tools" -> "company_id, date, tool_name";
            default -> "company_id, date";
        };
    }

    private String statement() {
        String functions = draw.list(1 + draw.number(2), this::function);
        String where = draw.chance(3) ? " WHERE " + draw.truth(columns) : "";
        String windows = named.isEmpty() ? "" : " WINDOW " + String.join(", ", named);
        String inner = "SELECT " + key() + ", " + functions + " FROM " + table + where + windows;
        return switch (draw.number(6)) {
            case 0 -> "SELECT q.company_id, COUNT(*) FROM (" + inner + ") q GROUP BY q.company_id";
            case 1 -> inner + " ORDER BY " + key();
            default -> inner;
        };
    }

    private String function() {
        String partition =
                draw.one("", "", "PARTITION BY company_id ", "PARTITION BY company_name ", "PARTITION BY date ");
        String small = draw.expression("small", draw.number(2), columns);
        String value = draw.expression(draw.one("small", "text", "day", "double", "moment"), draw.number(2), columns);
        String typed = Aggregates.typed(value);
        String filter = draw.chance(5) ? " FILTER (WHERE " + draw.truth(columns) + ")" : "";
        // What looks at rows by their place needs an order that leaves nothing open.
        String total = partition + "ORDER BY " + draw.one(key(), key().replace(", ", " DESC, "));
        String tied = partition + "ORDER BY " + draw.one("date", "company_id", small, "company_name", "date DESC")
                + draw.one("", " NULLS FIRST").replaceAll(" NULLS FIRST", "");
        return draw.either(
                () -> "ROW_NUMBER() " + over(total, ""),
                () -> draw.one("RANK", "DENSE_RANK", "PERCENT_RANK", "CUME_DIST") + "() " + over(tied, ""),
                () -> "NTILE(" + (1 + draw.number(4)) + ") " + over(total, ""),
                () -> draw.one("LAG(", "LEAD(") + typed + ") " + over(total, ""),
                () -> draw.one("LAG(", "LEAD(") + small + ", " + draw.number(3) + ") " + over(total, ""),
                // Where both the value and the default are parameters, nothing says their type.
                () -> draw.one("LAG(", "LEAD(") + "CAST(" + small + " AS BIGINT), " + (1 + draw.number(2)) + ", "
                        + draw.one("0", "-1", small) + ") " + over(total, ""),
                () -> draw.one("FIRST_VALUE(", "LAST_VALUE(") + typed + ") " + over(total, rows()),
                () -> "NTH_VALUE(" + typed + ", " + (1 + draw.number(3)) + ") " + over(total, rows()),
                () -> aggregate(small) + filter + " " + over(total, rows()),
                () -> aggregate(small) + filter + " " + over(partition, ""),
                () -> aggregate(small) + filter + " " + over(tied, draw.one("", "", groups())),
                () -> aggregate(small) + filter + " " + range(partition));
    }

    private String aggregate(String small) {
        String number = draw.chance(4) ? draw.expression(draw.one("double", "decimal"), 1, columns) : small;
        return draw.one(
                "COUNT(*)",
                "COUNT(" + number + ")",
                "SUM(" + number + ")",
                "SUM(" + number + ")",
                "AVG(" + number + ")",
                "MIN(" + number + ")",
                "MAX(" + number + ")",
                "STDDEV(" + small + ")",
                "VAR_POP(" + small + ")",
                "BOOL_OR(" + small + " > 3)",
                "MAX(company_name)");
    }

    private String over(String window, String frame) {
        if (draw.chance(5) && !window.isBlank()) {
            String name = "w" + named.size();
            named.add(name + " AS (" + window + (draw.chance(2) || frame.isEmpty() ? "" : " ") + ")");
            return frame.isEmpty() ? "OVER " + name : "OVER (" + name + " " + frame + ")";
        }
        return "OVER (" + window + (frame.isEmpty() ? "" : " " + frame) + ")";
    }

    private String rows() {
        return draw.one(
                "",
                "ROWS UNBOUNDED PRECEDING",
                "ROWS 2 PRECEDING",
                "ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
                "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
                "ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
                "ROWS BETWEEN 3 PRECEDING AND 2 PRECEDING",
                "ROWS BETWEEN 1 FOLLOWING AND 3 FOLLOWING",
                "ROWS BETWEEN 2 PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW",
                "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE TIES");
    }

    private String groups() {
        return draw.one(
                "GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW",
                "GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
                "GROUPS UNBOUNDED PRECEDING",
                "GROUPS BETWEEN CURRENT ROW AND 2 FOLLOWING",
                "RANGE UNBOUNDED PRECEDING",
                "RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING",
                "RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
                "RANGE CURRENT ROW",
                "GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE GROUP");
    }

    /** RANGE with a distance: over numbers, days and instants, NULLs among them. */
    private String range(String partition) {
        String direction = draw.one("", "", " DESC", " NULLS FIRST", " DESC NULLS LAST");
        String bounds = draw.one(
                "BETWEEN @ PRECEDING AND CURRENT ROW",
                "BETWEEN @ PRECEDING AND @ FOLLOWING",
                "@ PRECEDING",
                "BETWEEN CURRENT ROW AND @ FOLLOWING",
                "BETWEEN @ FOLLOWING AND UNBOUNDED FOLLOWING",
                "BETWEEN UNBOUNDED PRECEDING AND @ PRECEDING");
        boolean moments = columns.names().contains("last_model_response_date");
        String numbers = "ORDER BY " + draw.expression("a_whole", 0, columns) + direction;
        return draw.either(
                () -> over(partition + numbers, "RANGE " + bounds.replace("@", draw.one("0", "1", "2", "3"))),
                () -> over(partition + "ORDER BY date" + direction, "RANGE " + bounds.replace("@", draw.one(DAYS))),
                () -> moments
                        ? over(
                                partition + "ORDER BY last_model_response_date" + direction,
                                "RANGE " + bounds.replace("@", draw.one(HOURS)))
                        : over(partition + numbers, "RANGE " + bounds.replace("@", "1")));
    }
}
