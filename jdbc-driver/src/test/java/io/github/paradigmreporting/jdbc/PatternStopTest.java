package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patterns that take long by nature end by themselves or when their statement does, whether rows or constants are matched;
 * functions that read a whole text end with their statement.
 */
@Timeout(300)
class PatternStopTest extends OnSimulator {
    /** Far more than the 250 ms that are wanted, for machines that have other things to do. */
    private static final long SECONDS = 10;

    /** Each function that takes a pattern, of a text and a pattern. */
    private static final List<String> REGULAR = List.of(
            "%s ~ %s",
            "%s ~* %s",
            "%s !~ %s",
            "%s !~* %s",
            "REGEXP_LIKE(%s, %s)",
            "REGEXP_REPLACE(%s, %s, 'x')",
            "REGEXP_REPLACE(%s, %s, 'x', 'g')",
            "REGEXP_SUBSTR(%s, %s)",
            "REGEXP_COUNT(%s, %s)",
            "REGEXP_INSTR(%s, %s)",
            "SUBSTRING(%s FROM %s)",
            "(REGEXP_MATCHES(%s, %s))[1]");

    private static final List<String> CATASTROPHES = List.of(
            "(.*a){20}b",
            "(a+)+b",
            "(a|a)*b",
            "(a|aa)+$b",
            "(a*)*\\1b",
            "(|a|a)*(?!)",
            "(?=(.*a){20}b)a",
            "a*a*a*a*a*a*a*b",
            "(x+x+)+y|(.*)(.*)(.*)(.*)b",
            "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)()\\33b");

    private static final List<String> LIKES =
            List.of("%s LIKE %s", "%s NOT LIKE %s", "%s ILIKE %s", "%s SIMILAR TO %s");

    static Stream<String> tests() {
        return Stream.concat(REGULAR.stream(), LIKES.stream());
    }

    private static List<String> patterns(String test) {
        return LIKES.contains(test)
                ? List.of("%a".repeat(20) + "b", "%" + "a%".repeat(200) + "_b", "%" + "_".repeat(300) + "b")
                : CATASTROPHES;
    }

    /** No text that reports hold is longer; by backtracking alone these would take years. */
    @ParameterizedTest
    @MethodSource("tests")
    void endByThemselvesWhereTextsAreShort(String test) throws Exception {
        for (String pattern : patterns(test)) {
            if (pattern.contains("\\")) {
                continue; // a text that is compared with itself is for the wish to stop
            }
            String call = test.formatted("'" + "a".repeat(60) + "' || company_name", "'" + pattern + "'");
            assertThat(ended(
                            "SELECT COUNT(*) FROM companies WHERE COALESCE(CAST(" + call + " AS VARCHAR), '') <> 'y'",
                            false))
                    .as(call)
                    .isEqualTo("answered");
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void endWithTheirStatementWhereRowsAreMatched(String test) throws Exception {
        for (String pattern : patterns(test)) {
            String call = test.formatted("REPEAT('a', 3000000 + CAST(company_id AS INTEGER))", "'" + pattern + "'");
            assertThat(ended("SELECT " + call + " FROM companies", true))
                    .as(call)
                    .matches("57014|answered|53200");
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void endWithTheirStatementWhereConstantsAreMatchedInPlanning(String test) throws Exception {
        for (String pattern : patterns(test)) {
            String call = test.formatted("REPEAT('a', 3000000)", "'" + pattern + "'");
            assertThat(ended("SELECT " + call + " FROM (VALUES (1), (2)) AS t(x) WHERE x > 1", true))
                    .as(call)
                    .matches("57014|answered|53200");
        }
    }

    @Test
    void textsAreSearchedInTimeThatGrowsWithTheirLengths() throws Exception {
        String text = "REPEAT('a', 5000000)";
        String part = "REPEAT('a', 2000000) || 'b'";
        for (String call : List.of(
                "STRPOS(%s, %s)",
                "INSTR(%s, %s)",
                "REPLACE(%s, %s, 'x')",
                "SPLIT_PART(%s, %s, 2)",
                "TRANSLATE(%s, 'b' || %s, 'x')",
                "BTRIM(%s, 'b' || %s)",
                "LTRIM('b' || %s, %s)")) {
            String sql = "SELECT LENGTH(CAST(" + call.formatted(text, part) + " AS VARCHAR)) FROM companies LIMIT 1";
            assertThat(ended(sql, false)).as(sql).isEqualTo("answered");
        }
    }

    /** Each many times over nine million characters: a minute, if nothing looked for the wish to stop. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPPER(%s)",
                "LOWER(%s)",
                "INITCAP(%s)",
                "REVERSE(%s)",
                "TRANSLATE(%s, 'a', 'b')",
                "REPLACE(%s, 'a', 'b')",
                "BTRIM(%s, 'b')",
                "LPAD(%s, 9000000, 'b')",
                "RIGHT(%s, -1)",
                "SPLIT_PART(%s, 'b', -1)",
                "OVERLAY(%s PLACING 'b' FROM 4000000)",
                "CONCAT_WS('', %s, 'b')",
                "CONCAT(%s, 'b')",
                "(%s || 'b')",
                "SUBSTRING(%s FROM 2)"
            })
    void functionsThatReadTextsEndWithTheirStatement(String function) throws Exception {
        for (String text : List.of("REPEAT('a', 9000000 + CAST(company_id AS INTEGER))", "REPEAT('a', 9000000)")) {
            String call = text;
            for (int i = 0; i < 100; i++) {
                call = function.formatted(call);
            }
            assertThat(ended("SELECT LENGTH(" + call + ") FROM companies", true))
                    .as(function)
                    .matches("57014|answered");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SOUNDEX(%s)", "TO_BASE64(%s)", "STRING_TO_ARRAY(%s, ',')", "SHA256(%s)", "STRCMP(%s, 'a')"})
    void functionsThatDoNotLookForTheWishTakeNoLongTexts(String function) throws Exception {
        String text = "REPEAT('a', %d + CAST(company_id AS INTEGER))";
        assertThat(ended("SELECT " + function.formatted(text.formatted(100_000)) + " FROM companies", false))
                .isEqualTo("54000");
        assertThat(ended("SELECT " + function.formatted(text.formatted(10)) + " FROM companies", false))
                .isEqualTo("answered");
    }

    /** Reading a number of five million digits takes hours. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CAST(REPEAT('9', 5000000) AS DECIMAL)                          | 22003
        CAST(REPEAT('9', 5000000) AS DOUBLE)                           | 22003
        CAST(REPEAT('9', 5000000) AS BIGINT)                           | 22003
        REPEAT('9', 5000000) > 1                                       | 22003
        CAST('1e100000000' AS DECIMAL) + 1                             | 22003
        CAST('1e100000' AS DECIMAL) * CAST('1e100000' AS DECIMAL) + 1  | 22003
        CAST(REPEAT('9', 100000) AS DECIMAL) * CAST(REPEAT('9', 100000) AS DECIMAL) | 22003
        REPEAT('1 day ', 800000)::interval                             | 22007
        CAST(REPEAT('1-', 2000000) AS DATE)                            | 22007
        TO_CHAR(DATE '2026-01-01', REPEAT('YYYY ', 1000000))           | 22023
        TO_CHAR(1.5, REPEAT('9', 1000000))                             | 22023
        TO_DATE('1', REPEAT('D ', 1000000))                            | 22023
        TO_DATE(REPEAT('1 ', 1000000), 'D')                            | 22007
        """)
    void whatCannotBeReadSoonIsRefused(String value, String state) throws Exception {
        assertThat(ended("SELECT " + value + " FROM companies", false))
                .as(value)
                .isEqualTo(state);
    }

    @Test
    void namesOfMetadataAreMatchedAtOnce() throws Exception {
        String pattern = "%_".repeat(30) + "%zzz";
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return connection
                        .getMetaData()
                        .getColumns(null, null, pattern, pattern)
                        .next();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(answer.get(SECONDS, TimeUnit.SECONDS)).isFalse();
    }

    /** How a statement ends; cancelled as soon as it is under way. */
    private static String ended(String sql, boolean cancelled) throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        try (Statement statement = connection.createStatement()) {
            Thread worker = new Thread(() -> end.complete(outcome(statement, sql)));
            worker.start();
            while (cancelled && !end.isDone() && !matches()) {
                Thread.onSpinWait();
            }
            if (cancelled) {
                statement.cancel();
            }
            String outcome = end.get(cancelled ? SECONDS : 6 * SECONDS, TimeUnit.SECONDS);
            CompletableFuture<Void> quiet = CompletableFuture.runAsync(() -> {
                while (matches()) {
                    Thread.onSpinWait();
                }
            });
            quiet.get(SECONDS, TimeUnit.SECONDS);
            worker.join();
            return outcome;
        }
    }

    /** Whether any thread is at a pattern or a text now. */
    private static boolean matches() {
        List<StackTraceElement> frames = new ArrayList<>();
        Thread.getAllStackTraces().values().forEach(stack -> frames.addAll(Arrays.asList(stack)));
        return frames.stream()
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .anyMatch(name -> name.matches(".*lean\\.(RegexProgram.*|LikePattern)\\.(find|matches|run)")
                        || name.matches(".*lean\\.(TextFunctions|CodePoints)\\.[^<]*"));
    }

    private static String outcome(Statement statement, String sql) {
        try {
            if (statement.execute(sql)) {
                while (statement.getResultSet().next()) {
                    statement.getResultSet().getObject(1);
                }
            }
            return "answered";
        } catch (SQLException e) {
            assertThat(String.valueOf(e.getMessage())).hasSizeLessThan(2_100);
            return String.valueOf(e.getSQLState());
        }
    }
}
