package io.github.paradigmreporting.jdbc.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.engine.Execution;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.ReadLog;
import io.github.paradigmreporting.jdbc.engine.RowCursor;
import io.github.paradigmreporting.jdbc.engine.Scope;
import io.github.paradigmreporting.jdbc.table.Catalog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DaysReadOverTest {
    private static final Scope SCOPE = new Scope(
            Clock.fixed(FewRows.now(), ZoneOffset.UTC), today -> FewRows.FIRST, Set.of(), false, Integer.MAX_VALUE);

    private final FewRows instance = new FewRows(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date IN ('2026-02-02', '2026-02-05')",
                "date = '2026-02-02' OR date = '2026-02-05'",
                "date BETWEEN '2026-02-02' AND '2026-02-05' AND date NOT IN ('2026-02-03', '2026-02-04')",
            })
    void areNoRowsOfTheAnswer(String condition) {
        assertThat(days(condition)).containsExactly("2026-02-02", "2026-02-05");
        assertThat(instance.asked()).containsExactly("sessions 2026-02-02..2026-02-05 []");
    }

    @Test
    void leaveTheOtherConditionsToBeTestedWhereThereAreNone() {
        String between = "date BETWEEN '2026-02-02' AND '2026-02-05'";

        assertThat(days(between + " AND sessions_count > 100")).isEmpty();
        assertThat(days(between + " AND sessions_count < 100")).isNotEmpty();
    }

    private Set<String> days(String condition) {
        PlannedQuery plan = Objects.requireNonNull(
                new DirectEngine(Catalog.BUILT_IN).plan("SELECT date FROM sessions WHERE " + condition));
        Set<String> days = new TreeSet<>();
        try (Execution execution = new Execution(
                        SCOPE, instance, table -> List.of(), new ReadLog(), new Cancellation(), List.of());
                RowCursor rows = plan.execute(execution)) {
            while (rows.next()) {
                days.add(LocalDate.ofEpochDay(
                                (Integer) Objects.requireNonNull(rows.column(0).value()))
                        .toString());
            }
        }
        return days;
    }
}
