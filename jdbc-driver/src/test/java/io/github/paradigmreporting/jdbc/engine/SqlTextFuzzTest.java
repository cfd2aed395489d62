package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.dialect.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.util.Litmus;
import org.junit.jupiter.api.Test;

/** The pre-pass never changes what the parser takes as it stands: random statements, some of them nonsense. */
class SqlTextFuzzTest {
    private static final int STATEMENTS = 1_200;

    private static final List<String> ATOMS = List.of(
            "date '2026-11-03'",
            "DATE'2026-11-03'",
            "{d '2026-11-03'}",
            "CAST('2026-11-03' AS DATE)",
            "CAST(d AS date)",
            "\"date\"",
            "\"a::b\"",
            "'a::b `c` date; TOP 2'",
            "'it''s'",
            "x",
            "t.x",
            "\"t\".\"date\"",
            "1",
            ".5",
            "2.5e3",
            "NULL",
            "TRUE",
            "CURRENT_DATE",
            "INTERVAL '1' DAY",
            "INTERVAL '1-2' YEAR TO MONTH",
            "?",
            "top",
            "t.top",
            "year(x)",
            "EXTRACT(YEAR FROM x)",
            "DATE_PART('year', x)",
            "TIMESTAMP '2026-11-03 10:00:00'",
            "CAST(NULL AS ROW(a DATE, b INTEGER))",
            "CASE x WHEN 1 THEN 2 ELSE 3 END",
            "FLOOR(x TO DAY)",
            "{fn YEAR(x)}",
            "POSITION('a' IN x)",
            "COUNT(*) FILTER (WHERE x > 1)",
            "SUM(x) OVER (PARTITION BY y ORDER BY z)",
            "ARRAY[1, 2]",
            "TRIM(BOTH 'a' FROM x)",
            "CONVERT(x USING utf8)",
            "TRY_CAST(x AS TIMESTAMP)",
            "JSON_VALUE(x, '$.a' RETURNING DATE)");

    private static final List<String> BINARY =
            List.of("+", "-", "*", "/", "||", "=", "<>", "<=", "AND", "OR", "IS NOT DISTINCT FROM", "LIKE", "<", ">=");

    private static final List<String> BLANKS =
            List.of(" ", "  ", "\n", " /* date `x` :: TOP 1 ; */ ", " -- it's; date\n", "\t");

    private final Random random = new Random(20261122);

    @Test
    void changesNothingThatTheParserTakes() {
        List<String> changed = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < STATEMENTS; i++) {
            String sql = statement(0);
            SqlNode asIs = parsed(sql);
            if (asIs == null) {
                continue;
            }
            accepted++;
            SqlNode after = parsed(SqlText.of(sql).text());
            if (after == null || !asIs.equalsDeep(after, Litmus.IGNORE)) {
                changed.add(sql);
            }
        }

        assertThat(changed).isEmpty();
        assertThat(accepted).isGreaterThan(STATEMENTS / 2);
    }

    private static @org.jspecify.annotations.Nullable SqlNode parsed(String sql) {
        try {
            return SqlParser.create(sql, SqlFront.PARSER).parseStmt();
        } catch (SqlParseException e) {
            return null;
        }
    }

    private String statement(int depth) {
        StringBuilder sql = new StringBuilder("SELECT").append(blank());
        if (random.nextInt(8) == 0) {
            sql.append("DISTINCT").append(blank());
        }
        int columns = 1 + random.nextInt(3);
        for (int i = 0; i < columns; i++) {
            sql.append(i == 0 ? "" : ",").append(blank()).append(expression(depth));
            if (random.nextInt(4) == 0) {
                sql.append(blank()).append(one(List.of("AS a", "AS \"date\"", "b", "AS \"value\"", "AS top")));
            }
        }
        sql.append(blank()).append("FROM").append(blank());
        sql.append(
                depth < 2 && random.nextInt(4) == 0
                        ? "(" + statement(depth + 1) + ")" + blank() + "AS t"
                        : one(List.of(
                                "sessions", "sessions AS t", "paradigm.sessions t", "\"date\" AS t", "a, b AS t")));
        if (random.nextInt(2) == 0) {
            sql.append(blank()).append("WHERE").append(blank()).append(expression(depth));
        }
        if (random.nextInt(4) == 0) {
            sql.append(blank()).append("GROUP BY").append(blank()).append(expression(depth + 2));
        }
        if (depth == 0 && random.nextInt(6) == 0) {
            sql.append(blank()).append("UNION ALL").append(blank()).append(statement(2));
        }
        if (random.nextInt(3) == 0) {
            sql.append(blank())
                    .append(one(List.of("ORDER BY 1", "LIMIT 3", "FETCH FIRST 2 ROWS ONLY", "ORDER BY x DESC")));
        }
        return sql.toString();
    }

    private String expression(int depth) {
        int kind = random.nextInt(8);
        if (depth < 2 && kind == 0) {
            return "(" + expression(depth + 1) + ")";
        }
        if (depth < 2 && kind == 1) {
            return "x IN (" + statement(2) + ")";
        }
        if (kind < 4) {
            return one(ATOMS) + blank() + one(BINARY) + blank() + one(ATOMS);
        }
        return one(ATOMS);
    }

    private String blank() {
        return random.nextInt(6) == 0 ? one(BLANKS) : " ";
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
