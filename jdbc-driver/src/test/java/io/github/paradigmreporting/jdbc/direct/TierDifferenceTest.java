package io.github.paradigmreporting.jdbc.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.ReadLog;
import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.Scope;
import io.github.paradigmreporting.jdbc.engine.SqlEngine;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.TableRows;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What this tier answers, compared with what Calcite answers: never anything else. */
class TierDifferenceTest {
    private static final Scope SCOPE = new Scope(
            Clock.fixed(FewRows.now(), ZoneOffset.UTC),
            today -> LocalDate.parse("2026-01-01"),
            Set.of(),
            false,
            Integer.MAX_VALUE);

    /** All that can be seen of a run. */
    private record Seen(
            List<ResultColumn> columns,
            List<ResultColumn> parameters,
            List<List<@Nullable Object>> rows,
            List<String> warnings,
            List<String> asked) {
        /** The same; after the last row wanted, linq4j asks for one more. */
        boolean isLike(Seen other) {
            return columns.equals(other.columns)
                    && parameters.equals(other.parameters)
                    && rows.equals(other.rows)
                    && warnings.equals(other.warnings)
                    && asked.size() <= other.asked.size()
                    && asked.equals(other.asked.subList(0, asked.size()));
        }
    }

    private final DirectEngine direct = new DirectEngine(Catalog.BUILT_IN);
    private final SqlEngine calcite = SqlEngine.calcite(Catalog.BUILT_IN);
    private final List<String> differences = new ArrayList<>();
    private int taken;

    @Test
    void answersLikeCalciteOrNotAtAll() {
        compare(20260122, 700);

        assertThat(taken).isGreaterThan(300);
    }

    @Test
    @Tag("long")
    @Timeout(3600)
    void answersLikeCalciteOrNotAtAllManyTimes() {
        for (int seed = 1; seed <= 10; seed++) {
            compare(seed, 3_000);
        }

        assertThat(taken).isGreaterThan(15_000);
    }

    private void compare(long seed, int statements) {
        SimpleStatements random = new SimpleStatements(seed);
        FewRows rows = new FewRows(seed);
        for (int i = 0; i < statements; i++) {
            String sql = random.next();
            PlannedQuery plan = direct.plan(sql);
            if (plan != null) {
                taken++;
                differ(sql, seen(plan, rows, i), rows, i);
            }
        }
        assertThat(differences).isEmpty();
    }

    private void differ(String sql, Seen seen, FewRows rows, int number) {
        try {
            Seen right = seen(calcite.plan(sql), rows, number);
            if (!seen.isLike(right)) {
                differences.add(sql + "\n gave " + seen + "\n not  " + right);
            }
        } catch (SQLException e) {
            differences.add(sql + "\n gave " + seen + "\n not  " + e.getMessage());
        }
    }

    private static Seen seen(PlannedQuery plan, FewRows source, long seed) {
        Random random = new Random(seed);
        List<@Nullable Object> parameters = new ArrayList<>();
        for (ResultColumn parameter : plan.parameters()) {
            parameters.add(random.nextInt(8) == 0 ? null : SimpleStatements.parameter(parameter.jdbcType(), random));
        }
        Execution execution = new Execution(
                SCOPE,
                source,
                table -> TableRows.of(table, Catalog.BUILT_IN),
                new ReadLog(),
                new Cancellation(),
                parameters);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (RowCursor cursor = plan.execute(execution)) {
            while (cursor.next()) {
                rows.add(
                        Arrays.asList(Arrays.copyOf(cursor.row(), plan.columns().size())));
            }
        }
        return new Seen(plan.columns(), plan.parameters(), rows, execution.warnings(), source.asked());
    }
}
