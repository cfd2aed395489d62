package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.store.DaysObserver;
import io.github.paradigmreporting.jdbc.table.Catalog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCacheTest {
    private final SqlEngine engine = SqlEngine.calcite(Catalog.BUILT_IN);
    private final List<Window> asked = new ArrayList<>();

    @Test
    void plansAStatementOnce() throws SQLException {
        String sql = "SELECT date FROM sessions WHERE date = '2026-01-02' /* once */";

        assertThat(engine.plan(sql)).isSameAs(engine.plan(sql));
    }

    @Test
    void plansStatementsOnceThatDifferInBlanksCommentsAndTheCaseOfKeywords() throws SQLException {
        PlannedQuery plan = engine.plan("SELECT date, 'a  b' FROM sessions WHERE date = '2026-01-02'");

        assertThat(engine.plan("""
                select  date, 'a  b' -- both
                from sessions /* of a day */
                where date = '2026-01-02'
                """)).isSameAs(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT DATE, 'a  b' FROM sessions WHERE date = '2026-01-02'",
                "SELECT date, 'a b' FROM sessions WHERE date = '2026-01-02'",
                "SELECT date, 'a  B' FROM sessions WHERE date = '2026-01-02'",
                "SELECT \"date\", 'a  b' FROM sessions WHERE date = '2026-01-02'",
                "SELECT date, 'a  b' FROM sessions WHERE date = '2026-01-03'"
            })
    void plansStatementsAnewThatDifferInNamesOrLiterals(String other) throws SQLException {
        assertThat(engine.plan(other))
                .isNotSameAs(engine.plan("SELECT date, 'a  b' FROM sessions WHERE date = '2026-01-02'"));
    }

    @Test
    void readsAnotherDayOnAnotherDayByTheSamePlan() throws SQLException {
        String sql = "SELECT CURRENT_DATE, COUNT(*) FROM sessions WHERE date >= CURRENT_DATE - 2";
        LocalDate first = LocalDate.parse("2026-03-01");

        assertThat(run(sql, first, List.of())).isEqualTo((int) first.toEpochDay());
        assertThat(run(sql, first.plusDays(40), List.of()))
                .isEqualTo((int) first.plusDays(40).toEpochDay());

        assertThat(asked)
                .containsExactly(
                        new Window(first.minusDays(2), first), new Window(first.plusDays(38), first.plusDays(40)));
    }

    @Test
    void readsAnotherDayForAnotherParameterByTheSamePlan() throws SQLException {
        String sql = "SELECT COUNT(*) FROM sessions WHERE date = ?";
        LocalDate today = LocalDate.parse("2026-03-01");

        run(sql, today, List.of((int) LocalDate.parse("2026-01-05").toEpochDay()));
        run(sql, today, List.of((int) LocalDate.parse("2026-01-09").toEpochDay()));

        assertThat(asked)
                .extracting(Window::from)
                .containsExactly(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-01-09"));
    }

    @Test
    void forgetsThePlanNotUsedForLongest() throws SQLException {
        PlanCache plans = new PlanCache(2);
        PlannedQuery plan = engine.plan("SELECT 1");
        plans.put("a", plan);
        plans.put("b", plan);
        assertThat(plans.get("a")).isNotNull();

        plans.put("c", plan);

        assertThat(plans.size()).isEqualTo(2);
        assertThat(plans.get("a")).isNotNull();
        assertThat(plans.get("b")).isNull();
    }

    private @Nullable Object run(String sql, LocalDate today, List<Object> parameters) throws SQLException {
        Clock clock = Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC);
        Scope scope = new Scope(clock, day -> LocalDate.parse("2026-01-01"), Set.of(), false, Integer.MAX_VALUE);
        Execution execution =
                new Execution(scope, this::nothing, table -> List.of(), new ReadLog(), new Cancellation(), parameters);
        try (RowCursor rows = engine.plan(sql).execute(execution)) {
            assertThat(rows.next()).isTrue();
            return rows.row()[0];
        }
    }

    private <R extends Row> Rows<R> nothing(ReportQuery<R> query, Cancellation cancellation, DaysObserver observer) {
        asked.add(query.window());
        Iterator<R> none = List.<R>of().iterator();
        return new Rows<>() {
            @Override
            public boolean hasNext() {
                return none.hasNext();
            }

            @Override
            public R next() {
                return none.next();
            }

            @Override
            public void close() {}
        };
    }
}
