package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.dialect.KeyWords;
import io.github.paradigmreporting.jdbc.dialect.SqlText;
import io.github.paradigmreporting.jdbc.direct.DirectEngine;
import io.github.paradigmreporting.jdbc.table.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that PostgreSQL takes for a name is one, wherever PostgreSQL takes it. */
class KeyWordsTest {
    private record KeyWord(String word, char category, boolean bare) {
        /** Whether it may name a column or table. */
        boolean names() {
            return category == 'U' || category == 'C';
        }
    }

    private static final List<KeyWord> WORDS = words();

    private final SqlAbstractParserImpl.Metadata parser =
            SqlParser.create("", SqlFront.PARSER).getMetadata();
    private final DirectEngine direct = new DirectEngine(Catalog.BUILT_IN);

    private static List<KeyWord> words() {
        List<KeyWord> words = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(KeyWordsTest.class.getResourceAsStream("/key-words.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] facts = line.split(" ", -1);
                if (!line.startsWith("#")) {
                    words.add(new KeyWord(facts[0], facts[1].charAt(0), facts[2].equals("t")));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return List.copyOf(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 AS $",
                "SELECT t.$, t.$ + 1, MAX(t.$) OVER (PARTITION BY t.$ ORDER BY t.$) FROM (SELECT 1 AS $, 2 AS x) AS t",
                "SELECT \"t\".$::text FROM (SELECT 1 AS $) AS t WHERE t.$ = 1 GROUP BY t.$ HAVING COUNT(t.$) > 1 ORDER BY t.$ DESC",
            })
    void isANameBehindAsOrAPoint(String sql) {
        assertNames(sql, word -> true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT 1 $", "SELECT 1 $, 2", "SELECT MAX(x) $ FROM t", "SELECT DATE '2026-01-01' $ FROM t"})
    void isANameWithoutAs(String sql) {
        assertNames(sql, word -> word.bare() && !word.word().equals("interval"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $ AS x, COUNT(*) AS $ FROM (SELECT 1 AS $) AS t GROUP BY $ ORDER BY $",
                "SELECT $ + 1, 1 + $, -$, ($), COUNT($), COUNT(DISTINCT $), $ * $, $ || 'x', $ = 1 FROM t",
                "SELECT CASE $ WHEN $ THEN $ ELSE $ END, CASE WHEN $ = 1 THEN 2 END FROM t",
                "SELECT 1 FROM t WHERE $ IS NULL AND NOT $ = 1 OR $ BETWEEN $ AND $ AND $ IN ($, 2) AND $ LIKE $",
                "SELECT $::text, CAST($ AS text), ($)::int, COALESCE($, 1), GREATEST($, 1) FROM t",
                "SELECT SUM($) OVER (PARTITION BY $ ORDER BY $ ROWS 1 PRECEDING), SUM(x) OVER (ORDER BY $ DESC) FROM t",
                "SELECT 1 FROM t WHERE $ NOT BETWEEN SYMMETRIC $ AND $ AND x NOT LIKE $ ESCAPE '!' OR $ NOT IN ($)",
                "SELECT x, $ FROM t ORDER BY x, $ NULLS FIRST",
                "SELECT DISTINCT $ FROM t UNION ALL SELECT $ FROM t LIMIT 1",
                "SELECT EXTRACT(YEAR FROM $), DATE_TRUNC('month', $), SUBSTRING($ FROM 1 FOR 2) FROM t",
                "SELECT $ IS NOT DISTINCT FROM 1, $ IS DISTINCT FROM $ FROM t",
                "SELECT 1 WHERE EXISTS (SELECT $ FROM t)",
                "SELECT 1 FROM a JOIN b USING ($)",
                "WITH y($) AS (SELECT 1) SELECT $ FROM y",
                "SELECT * FROM (VALUES (1)) AS v($) WHERE v.$ = 1",
            })
    void isAColumn(String sql) {
        assertNames(sql, KeyWord::names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $.x FROM t AS $ WHERE $.x = 1",
                "SELECT $.x FROM t $ WHERE $.x = 1",
                "SELECT $.* FROM t $ ORDER BY $.x",
                "SELECT 1 FROM t u JOIN t $ ON $.x = u.x LEFT JOIN t v USING (x), t w",
                "SELECT 1 FROM (SELECT 1 AS x) $, t u",
                "SELECT 1 FROM (SELECT 1 AS x) AS $(x)",
                "WITH $ AS (SELECT 1 AS x) SELECT $.x FROM $",
                "WITH a AS (SELECT 1 AS x), $ AS (SELECT 2 AS x) SELECT a.x FROM a JOIN $ ON a.x = $.x",
                "SELECT SUM(x) OVER $ FROM t WINDOW $ AS (ORDER BY x)",
            })
    void isATable(String sql) {
        assertNames(sql, KeyWord::names);
    }

    private static void assertNames(String sql, Predicate<KeyWord> taken) {
        assertThat(WORDS)
                .hasSizeGreaterThan(450)
                .filteredOn(taken)
                .hasSizeGreaterThan(300)
                .allSatisfy(word ->
                        assertThat(parsed(sql.replace("$", word.word()))).contains("`" + word.word() + "`"));
    }

    /** The statement as the parser understands it, with every name in backticks. */
    private static String parsed(String sql) throws SqlParseException {
        return SqlFront.parse(SqlText.of(sql).text()).toString();
    }

    @Test
    void areReservedAsTheParserHasIt() {
        assertThat(parser.getTokens())
                .filteredOn(word -> word.matches("[A-Z_][A-Z0-9_]*"))
                .hasSizeGreaterThan(400)
                .allSatisfy(word -> assertThat(KeyWords.isReserved(word)).isEqualTo(parser.isReservedWord(word)));
    }

    @Test
    void areNamesBehindAsWithoutCalciteToo() {
        assertThat(WORDS)
                .allSatisfy(word -> assertThat(direct.plan("SELECT company_id AS " + word.word() + " FROM sessions"))
                        .isNotNull());
    }

    @Test
    void noColumnIsNamedLikeAReservedOneButDate() {
        assertThat(Catalog.BUILT_IN.schemas().values()).allSatisfy(tables -> assertThat(tables)
                .allSatisfy(table -> assertThat(table.columns()).allSatisfy(column -> assertThat(
                                column.name().equals("date") || !KeyWords.isReserved(column.name()))
                        .as(column.name())
                        .isTrue())));
    }
}
