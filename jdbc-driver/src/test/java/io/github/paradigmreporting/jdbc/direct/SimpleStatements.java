package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.table.Calendar;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import io.github.paradigmreporting.jdbc.table.SystemTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Statements of one table at random from a seed: most are simple, some are nearly so, some are wrong. */
final class SimpleStatements {
    private static final List<SqlTable> TABLES = List.of(
            SqlTables.find("sessions").orElseThrow(),
            SqlTables.find("sessions").orElseThrow(),
            SqlTables.find("sessions").orElseThrow(),
            SqlTables.find("documents").orElseThrow(),
            SqlTables.find("members").orElseThrow(),
            SqlTables.COMPANIES,
            Calendar.TABLE,
            SystemTables.KEY_COLUMN_USAGE);

    private final Random random;
    private SqlTable table = TABLES.get(0);
    private String alias = "";

    SimpleStatements(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        if (random.nextInt(40) == 0) {
            return one(
                    "SELECT 1", "select 1 as one;", "SELECT 'x', -7", "SELECT CURRENT_DATE d", "SELECT 1 WHERE 1 = 0");
        }
        table = one(TABLES.toArray(new SqlTable[0]));
        alias = random.nextInt(3) == 0 ? one("s", "t1", "\"T\"") : "";
        String sql = word("SELECT ") + (random.nextInt(20) == 0 ? "TOP " + random.nextInt(4) + " " : "") + items()
                + "\n" + word("FROM ") + table() + where() + order() + limit()
                + one("", "", "", ";", " -- all\n", " /* x */;");
        return sql;
    }

    private String table() {
        boolean system = SystemTables.KEY_COLUMN_USAGE.equals(table);
        String schema = system ? "information_schema." : one("", "", "paradigm.", "\"paradigm\".");
        return schema
                + one(
                        table.name(),
                        '"' + table.name() + '"',
                        '`' + table.name() + '`',
                        table.name().toUpperCase(Locale.ROOT))
                + (alias.isEmpty() ? "" : one(" ", " AS ") + alias);
    }

    private String items() {
        int kind = random.nextInt(12);
        if (kind < 2) {
            return "*";
        }
        if (kind == 2) {
            return (alias.isEmpty() ? table.name() : alias) + ".*";
        }
        if (kind == 3) {
            return one("COUNT(*)", "count(*) AS n");
        }
        List<String> items = new ArrayList<>();
        int number = 1 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            items.add(item());
        }
        return String.join(one(", ", ","), items);
    }

    private String item() {
        return switch (random.nextInt(14)) {
            case 0 -> one("1", "'text'", "CURRENT_DATE", "-3");
            case 1 -> name() + one(" AS ", " ") + one("x", "y2", "\"Z z\"", "company_id", "name", "year");
            case 2 ->
                random.nextInt(4) == 0
                        ? one("UPPER(company_name)", "company_id + 1", "nothing", "*", "NULL", "1.5")
                        : name();
            default -> name();
        };
    }

    private String where() {
        if (random.nextInt(6) == 0) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (random.nextInt(3) > 0 && table.indexOf("date").isPresent()) {
            parts.add(day(named("date")));
        }
        int more = random.nextInt(3);
        for (int i = 0; i < more; i++) {
            parts.add(part());
        }
        if (parts.isEmpty()) {
            parts.add(part());
        }
        return " " + word("WHERE ") + String.join(word(" AND "), parts);
    }

    private String part() {
        return switch (random.nextInt(8)) {
            case 0 -> "(" + atom() + word(" OR ") + atom() + ")";
            case 1 -> "(" + atom() + " OR (" + atom() + " AND " + atom() + "))";
            case 2 -> one("1=1", "1 = 0", "0 <> 0", "(" + atom() + ")", "NOT " + atom(), "2 > 1");
            default -> atom();
        };
    }

    private String atom() {
        SqlColumn column = table.columns().get(random.nextInt(table.columns().size()));
        String name = named(column.name());
        if (random.nextInt(7) == 0) {
            return name + one(" IS NULL", " IS NOT NULL", " is  not\tnull");
        }
        return switch (column.type()) {
            case BIGINT -> numbers(name);
            case DOUBLE -> numbers(name);
            case TEXT -> texts(name);
            case DATE -> day(name);
            case TIMESTAMP -> name + one(" IS NOT NULL", " > TIMESTAMP '2026-02-01 00:00:00'");
        };
    }

    private String numbers(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> name + one(" IN (", " NOT IN (") + number() + ", " + number() + ")";
            case 1 -> name + one(" BETWEEN ", " NOT BETWEEN ") + number() + " AND " + number();
            case 2 -> number() + comparison() + name;
            default -> name + comparison() + number();
        };
    }

    private String number() {
        return random.nextInt(12) == 0
                ? one("?", "?", "1.5", "NULL", "1e0", "'2'")
                : String.valueOf(random.nextInt(7) - 2);
    }

    private String texts(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> name + one(" IN (", " NOT IN (") + text() + "," + text() + ")";
            case 1 ->
                name
                        + one(" LIKE ", " NOT LIKE ")
                        + one("'A%'", "'%me'", "'%cm%'", "'Acme'", "'%'", "'a\\%b%'", "'a_me'");
            case 2 -> name + " BETWEEN " + text() + " AND " + text();
            case 3 -> text() + comparison() + name;
            default -> name + comparison() + text();
        };
    }

    private String text() {
        return one(
                "'Acme'",
                "'acme'",
                "'Zeta'",
                "'O''Neil'",
                "'Acme '",
                "''",
                "'sessions'",
                "'company_id'",
                "?",
                "'Société'");
    }

    private String day(String name) {
        return switch (random.nextInt(10)) {
            case 0 -> name + one(" IN (", " NOT IN (") + day() + ", " + day() + ")";
            case 1, 2, 3 ->
                name + one(" BETWEEN ", " BETWEEN ", " BETWEEN ", " NOT BETWEEN ") + day() + word(" AND ") + day();
            case 4 -> day() + comparison() + name;
            case 5 -> name + " >= " + day() + " AND " + name + " < " + day();
            default -> name + comparison() + day();
        };
    }

    private String day() {
        LocalDate day = FewRows.FIRST.plusDays(random.nextInt(FewRows.DAYS + 8) - 4L);
        return switch (random.nextInt(8)) {
            case 0 ->
                one(
                        "CURRENT_DATE",
                        "current_date - 7",
                        "CURRENT_DATE - INTERVAL '3' DAY",
                        "CURRENT_DATE - INTERVAL '1' MONTH");
            case 1 ->
                random.nextInt(3) == 0
                        ? one("'2026-2-1'", "NOW()", "'x'", "DATE '2026-02-31'", "CURRENT_DATE - INTERVAL '1 week'")
                        : "{d '" + day + "'}";
            case 2 -> "?";
            case 3, 4 -> "'" + day + "'";
            default -> word("DATE") + " '" + day + "'";
        };
    }

    private String comparison() {
        return one(" = ", " = ", "<>", " < ", "<=", ">", " >= ", " != ");
    }

    private String order() {
        if (random.nextInt(3) == 0) {
            return "";
        }
        List<String> keys = new ArrayList<>();
        int number = 1 + random.nextInt(2);
        for (int i = 0; i < number; i++) {
            String key = random.nextInt(3) == 0
                    ? String.valueOf(1 + random.nextInt(3))
                    : random.nextInt(9) == 0 ? one("x", "y2", "name") : name();
            keys.add(key + one("", "", " ASC", " DESC", " desc NULLS LAST", " NULLS FIRST"));
        }
        return " " + word("ORDER BY ") + String.join(", ", keys);
    }

    private String limit() {
        int few = random.nextInt(6);
        return switch (random.nextInt(8)) {
            case 0 -> " LIMIT " + few;
            case 1 -> " LIMIT " + few + " OFFSET 2";
            case 2 -> " OFFSET 3 ROWS FETCH NEXT " + few + " ROWS ONLY";
            case 3 -> " FETCH FIRST " + few + " ROW ONLY";
            default -> "";
        };
    }

    private String name() {
        return named(table.columns().get(random.nextInt(table.columns().size())).name());
    }

    private String named(String column) {
        String qualifier = random.nextInt(3) > 0 ? "" : (alias.isEmpty() ? table.name() : alias) + ".";
        return qualifier + one(column, column, column.toUpperCase(Locale.ROOT), '"' + column + '"', '`' + column + '`');
    }

    private String word(String word) {
        return random.nextInt(3) == 0 ? word.toLowerCase(Locale.ROOT) : word;
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A value for a parameter of a type. */
    static Object parameter(int jdbcType, Random random) {
        return switch (jdbcType) {
            case java.sql.Types.DATE ->
                (int) FewRows.FIRST.plusDays(random.nextInt(FewRows.DAYS)).toEpochDay();
            case java.sql.Types.BIGINT -> (long) random.nextInt(5);
            case java.sql.Types.DOUBLE -> random.nextInt(5) / 2.0;
            case java.sql.Types.VARCHAR -> random.nextBoolean() ? "Acme" : "acme ";
            default -> throw new IllegalArgumentException(ColumnType.values().length + " types, but not " + jdbcType);
        };
    }
}
