package io.github.paradigmreporting.jdbc.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.engine.PlannedQuery;
import io.github.paradigmreporting.jdbc.engine.SqlEngine;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlColumn;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.TableSource;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the direct tier ends, and how many plans are kept. */
class DirectBoundsTest {
    private static final int MOST_PLANS = 200;

    private final DirectEngine direct = new DirectEngine(Catalog.BUILT_IN);

    /** A double is exact up to 2^53; beyond, to compare it with a whole number is for the planner. */
    @ParameterizedTest
    @CsvSource({
        "9007199254740992, true",
        "-9007199254740992, true",
        "9007199254740993, false",
        "-9007199254740993, false"
    })
    void comparesAveragesWithWholeNumbersThatADoubleHolds(long number, boolean taken) {
        assertThat(direct.plan("SELECT date FROM sessions WHERE average_session_length < " + number) != null)
                .isEqualTo(taken);
        assertThat(direct.plan("SELECT date FROM sessions WHERE sessions_count < " + number))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "20, true", "21, false", "5000, false"})
    void readsConditionsInUpToTwentyParentheses(int deep, boolean taken) {
        String condition = "(".repeat(deep) + "sessions_count > 1" + ")".repeat(deep);

        assertThat(direct.plan("SELECT date FROM sessions WHERE " + condition) != null)
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsThePlansOfTwoHundredStatements(boolean byCalcite) throws SQLException {
        SqlEngine engine = byCalcite ? SqlEngine.calcite(Catalog.BUILT_IN) : TieredEngine.of(Catalog.BUILT_IN);
        String own = byCalcite ? "calcite" : "tiered";
        PlannedQuery first = plan(engine, own, 0);
        for (int i = 1; i < MOST_PLANS; i++) {
            plan(engine, own, i);
        }
        assertThat(plan(engine, own, 0)).isSameAs(first);

        for (int i = MOST_PLANS; i < 2 * MOST_PLANS; i++) {
            plan(engine, own, i);
        }
        assertThat(plan(engine, own, 0)).isNotSameAs(first);
    }

    private static PlannedQuery plan(SqlEngine engine, String own, int number) throws SQLException {
        return engine.plan("SELECT '" + own + number + "' FROM calendar");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheEnginesOfSixteenCatalogs(boolean byCalcite) {
        Function<Catalog, SqlEngine> engines = byCalcite ? SqlEngine::calcite : TieredEngine::of;
        SqlEngine first = engines.apply(catalog(0));
        for (int i = 1; i < 16; i++) {
            assertThat(engines.apply(catalog(i))).isNotSameAs(first);
        }
        assertThat(engines.apply(catalog(0))).isSameAs(first);

        for (int i = 16; i < 32; i++) {
            assertThat(engines.apply(catalog(i))).isNotSameAs(first);
        }
        assertThat(engines.apply(catalog(0))).isNotSameAs(first);
    }

    private static Catalog catalog(int number) {
        return Catalog.BUILT_IN.with(new SqlTable(
                "view" + number,
                new TableSource.OfQuery("SELECT 1 AS x"),
                "",
                List.of(new SqlColumn("x", ColumnType.BIGINT, false, "")),
                List.of(),
                List.of()));
    }

    @Test
    void theSameCatalogHasOneEngine() {
        assertThat(TieredEngine.of(Catalog.BUILT_IN)).isSameAs(TieredEngine.of(Catalog.BUILT_IN));
    }
}
