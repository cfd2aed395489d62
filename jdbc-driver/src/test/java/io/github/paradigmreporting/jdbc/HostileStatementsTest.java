package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.lean.ScalarFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.sql.SqlOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd and malformed statements have an answer or an error that says what is wrong: never XX000. */
class HostileStatementsTest extends OnSimulator {
    /** One of each type, columns and literals. */
    private static final List<String> VALUES = List.of(
            "sessions_count",
            "3",
            "2.5",
            "average_session_length",
            "company_name",
            "'a'",
            "date",
            "last_model_response_date",
            "(sessions_count > 3)",
            "INTERVAL '1' DAY",
            "NULL",
            "ARRAY[1, 2]");

    private static final List<String> OPERATORS =
            List.of("+ - * / % ^ || = <> < >= AND OR LIKE ILIKE ~ !~*".split(" "));

    @Test
    void noStatementFailsInAWayThatTheDriverDidNotExpect() throws IOException {
        List<String> unexpected = new ArrayList<>();
        for (String sql : Files.readAllLines(Path.of("src", "test", "resources", "hostile.sql"))) {
            String outcome = outcome(sql);
            if (outcome.startsWith("XX") || outcome.contains("Exception")) {
                unexpected.add(sql + "\n    " + outcome);
            }
        }

        assertThat(unexpected).isEmpty();
    }

    /** Statements that programs make: as long as they like, or refused in words. */
    @ParameterizedTest
    @ValueSource(ints = {3_000, 20_000})
    @Timeout(600) // seconds on two cores that have nothing else to do; what it proves is that it ends in words
    void manyConditionsHaveAnAnswerOrAreTooMany(int many) {
        String where = "SELECT COUNT(*) FROM companies WHERE ";

        assertThat(outcome(where + joined(many, " AND ", "company_id <> "))).matches("(?s)answered|54001 .*simpl.*");
        assertThat(outcome(where + joined(many, " OR ", "company_id = "))).matches("(?s)answered|54001 .*simpl.*");
        assertThat(outcome(where + joined(many, " AND ", "company_name <> '") + "'"))
                .matches("(?s)answered|54001 .*simpl.*");
        assertThat(outcome(where + "company_id IN (" + joined(many, ", ", "") + ")"))
                .isEqualTo("answered");
        assertThat(outcome("SELECT " + joined(many, " + ", ""))).matches("(?s)answered|54001 .*simpl.*");
        assertThat(outcome("SELECT " + joined(many, " || ", "'x") + "'")).matches("(?s)answered|54001 .*simpl.*");
        assertThat(outcome("SELECT 1" + " UNION ALL SELECT 1".repeat(many))).matches("(?s)answered|54001 .*simpl.*");
    }

    /** Whatever the driver's functions and the operators are given: a value, or an error of the types or of the value. */
    @Test
    void functionsAndOperatorsHaveOperandsOfAllTypes() {
        List<String> calls = new ArrayList<>();
        Random random = new Random(20_260_331);
        for (SqlOperator function : ScalarFunctions.all()) {
            VALUES.forEach(value -> calls.add(function.getName() + "(" + value + ")"));
            List<String> values = new ArrayList<>(VALUES);
            for (int i = 0; i < 24; i++) {
                Collections.shuffle(values, random);
                calls.add(function.getName() + "(" + String.join(", ", values.subList(0, 2 + i % 3)) + ")");
            }
        }
        for (String operator : OPERATORS) {
            for (String left : VALUES) {
                calls.add(left + " " + operator + " " + VALUES.get(random.nextInt(VALUES.size())));
                calls.add(VALUES.get(random.nextInt(VALUES.size())) + " " + operator + " " + left);
            }
        }

        assertThat(calls).hasSizeGreaterThan(3_000).allSatisfy(call -> assertThat(
                        outcome("SELECT " + call + " FROM sessions WHERE date = DATE '2026-03-01'"))
                .doesNotStartWith("XX")
                .doesNotContain("Exception", "java.", "cannot translate", "While compiling"));
    }

    private static String joined(int many, String with, String before) {
        String end = before.endsWith("'") || before.endsWith("'x") ? "'" + with : with;
        return IntStream.range(0, many).mapToObj(i -> before + i).collect(Collectors.joining(end));
    }

    private static String outcome(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(500);
            if (statement.execute(sql)) {
                for (int i = 0; i < 100 && statement.getResultSet().next(); i++) {
                    statement.getResultSet().getObject(1);
                }
            }
            return "answered";
        } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage();
        }
    }
}
