package io.github.paradigmreporting.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        trial.run(file, statements);

        assertThat(trial.unequal()).as(String.join("\n", differences)).isEmpty();
        assertThat(statements).hasSizeGreaterThan(10);
    }

    @Test
    @Timeout(600) // about 80 s on two cores that have nothing else to do
    void randomStatementsHaveTheSameAnswer() throws Exception {
        compare(
                Long.getLong("paradigm.oracle.seed", 20_240_229),
                Integer.getInteger("paradigm.oracle.statements", 3_000));
    }

    @Test
    @Tag("long")
    @Timeout(14_400)
    void hundredThousandRandomStatementsHaveTheSameAnswer() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            compare(seed, 20_000);
        }
    }

    /** One half of the statements on another thread, on connections of its own. */
    private static void compare(long seed, int statements) throws Exception {
        List<String> differences = new CopyOnWriteArrayList<>();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Trial trial = new Trial(oracle, EnumSet.allOf(Oracle.Way.class), 2, differences::add);
        try (Oracle another = oracle.another()) {
            Trial other = new Trial(another, EnumSet.allOf(Oracle.Way.class), 2, differences::add);
            Future<?> half = threads.submit(() -> run(other, seed, 1, statements));
            run(trial, seed, 0, statements);
            half.get();
            trial.add(other);
        } finally {
            threads.shutdownNow();
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
            int mostErrors =
                    switch (family) {
                        case "failing" -> figures.statements * 2 / 3;
                        // A pattern is made without a look at its groups; some refer to none.
                        case "patterns" -> figures.statements / 4;
                        default -> 1 + figures.statements / 20;
                    };
            assertThat(figures.errors).as(family + ": errors").isLessThan(mostErrors);
        });
    }

    private static void run(Trial trial, long seed, int first, int statements) {
        for (Family family : Family.values()) {
            trial.run(family, seed, first, 2, family.share(statements));
        }
    }
}
