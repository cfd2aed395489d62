package io.github.paradigmreporting.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The driver answers what a real PostgreSQL answers over the same rows. */
class OracleTest {
    private static Oracle oracle;

    @BeforeAll
    static void start() throws IOException, SQLException {
        oracle = Oracle.startOrSkip();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        if (oracle != null) {
            oracle.close();
        }
    }

    static List<String> tables() {
        return SqlTables.ALL.stream().map(SqlTable::name).toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void bothHoldTheSameRows(String table) {
        Oracle.Verdict verdict = oracle.check("SELECT * FROM " + table);

        assertThat(verdict.unequal()).isNull();
        assertThat(((Answer.Table) verdict.expected()).rows()).hasSizeGreaterThan(6);
    }

    static List<String> files() {
        return Cases.FILES;
    }

    @ParameterizedTest
    @MethodSource("files")
    void statementsWrittenByHandHaveTheSameAnswer(String file) {
        List<String> differences = new ArrayList<>();
        Trial trial = new Trial(oracle, EnumSet.allOf(Oracle.Way.class), 3, differences::add);
        List<String> statements = Cases.of(file);
        trial.run(file, statements.stream().filter(sql -> !Known.is(sql)).toList());

        assertThat(trial.unequal()).as(String.join("\n", differences)).isEmpty();
        assertThat(statements).hasSizeGreaterThan(10);
    }

    @Test
    void randomStatementsHaveTheSameAnswer() {
        compare(
                Long.getLong("paradigm.oracle.seed", 20_240_229),
                Integer.getInteger("paradigm.oracle.statements", 3_000));
    }

    @Test
    @Tag("long")
    @Timeout(14_400)
    void hundredThousandRandomStatementsHaveTheSameAnswer() {
        for (long seed = 1; seed <= 5; seed++) {
            compare(seed, 20_000);
        }
    }

    private static void compare(long seed, int statements) {
        List<String> differences = new ArrayList<>();
        Trial trial = new Trial(oracle, EnumSet.allOf(Oracle.Way.class), 3, differences::add);
        for (Family family : Family.values()) {
            if (!Known.is(family)) {
                trial.run(family, seed, 0, family.share(statements));
            }
        }

        assertThat(trial.unequal())
                .as(trial.summary() + String.join("\n", differences))
                .isEmpty();
        trial.figures().forEach((family, figures) -> {
            assertThat(figures.statements).as(family + ": statements").isGreaterThan(statements / 100);
            assertThat(figures.rows).as(family + ": rows").isGreaterThan(figures.statements / 2);
            assertThat(figures.refused)
                    .as(family + ": not taken by PostgreSQL")
                    .isLessThan(1 + figures.statements / 50);
            assertThat(figures.errors)
                    .as(family + ": errors")
                    .isLessThan(family.equals("failing") ? figures.statements * 2 / 3 : 1 + figures.statements / 20);
        });
    }
}
