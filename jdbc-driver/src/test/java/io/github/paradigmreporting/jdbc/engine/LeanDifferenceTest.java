package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.RandomQueries;
import io.github.paradigmreporting.jdbc.SqlScript;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Closures give the rows, classes of values, columns, reads and warnings that Calcite's generated code gives; and they
 * take most of what they are asked.
 */
class LeanDifferenceTest {
    private static ParadigmSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(3)
                .documentsPerDay(2)
                .start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void closuresAnswerRandomQueriesAsGeneratedCodeDoes() {
        compare(120, 20261122);
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void closuresAnswerThousandsOfRandomQueriesAsGeneratedCodeDoes() {
        compare(3_000, 1122);
    }

    private static void compare(int count, long seed) {
        BothExecutors both = new BothExecutors(simulator);
        RandomQueries joins = new RandomQueries(seed);
        RandomExpressions expressions = new RandomExpressions(seed);
        for (int i = 0; i < count; i++) {
            both.compare(i % 2 == 0 ? joins.next() : expressions.next(), true);
        }

        assertThat(both.differences()).as("of " + both.taken()).isEmpty();
        assertThat(both.taken()).as("taken; declined " + both.declined()).isGreaterThan(count * 8 / 10);
        assertThat(both.rows()).isGreaterThan(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAST(sessions_count * 3000000000 AS INTEGER)",
                "CAST(-sessions_count - 3000000000 AS INTEGER)",
                "sessions_count / (sessions_count - sessions_count)",
                "MOD(sessions_count, sessions_count - sessions_count)"
            })
    void closuresFailWhereGeneratedCodeDoes(String expression) {
        BothExecutors both = new BothExecutors(simulator);
        both.compare("SELECT " + expression + " FROM sessions WHERE date = '2026-08-05'", false);

        assertThat(both.differences()).isEmpty();
        assertThat(both.taken()).isOne();
    }

    /** What rules of Calcite's, since left out, made wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT company_name, 1 AS n FROM sessions WHERE date = '2026-08-05' UNION SELECT company_name, 1 FROM sessions"
                        + " WHERE date >= '2026-08-01' AND date < '2026-08-20' ORDER BY 1 LIMIT 3",
                "SELECT s.company_id FROM sessions s, (SELECT COUNT(*) AS n FROM feedback WHERE likes_count < 0"
                        + " AND date = '2026-08-07') f WHERE s.date = '2026-08-05' ORDER BY 1"
            })
    void generatedCodeAnswersAsClosuresDo(String sql) {
        BothExecutors both = new BothExecutors(simulator);
        both.compare(sql, true);

        assertThat(both.differences()).isEmpty();
        assertThat(both.taken()).isOne();
        assertThat(both.rows()).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"golden.sql, 15", "dialects.sql, 20", "push-down.sql, 60"})
    void closuresAnswerStatementsOfAScriptAsGeneratedCodeDoes(String file, int atLeast) {
        BothExecutors both = new BothExecutors(simulator);
        List<SqlScript.Block> blocks = SqlScript.blocks(file);
        blocks.forEach(block -> both.compare(block.sql(), false));

        assertThat(both.differences()).as("of " + both.taken()).isEmpty();
        assertThat(both.taken())
                .as("taken of " + blocks.size() + "; declined " + both.declined())
                .isGreaterThanOrEqualTo(atLeast);
    }
}
