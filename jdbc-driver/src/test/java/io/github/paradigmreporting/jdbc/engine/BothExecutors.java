package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.store.DaysObserver;
import io.github.paradigmreporting.jdbc.lean.Declined;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs statements by closures and by generated code over the same rows, and notes where they differ. */
final class BothExecutors {
    private static final LocalDate TODAY = LocalDate.parse("2026-10-15");
    private static final int MOST_ROWS = 20_000;

    /** What one executor makes of a statement. */
    private record Outcome(List<ResultColumn> columns, List<String> rows, List<String> reads, List<String> warnings) {}

    private final CalciteEngine engine = CalciteEngine.of(Catalog.BUILT_IN);
    private final ParadigmSimulator simulator;
    private final Map<String, List<? extends Row>> known = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> declined = new TreeMap<>();
    private int taken;
    private long rows;

    BothExecutors(ParadigmSimulator simulator) {
        this.simulator = simulator;
    }

    List<String> differences() {
        return differences;
    }

    /** How many statements closures took. */
    int taken() {
        return taken;
    }

    /** What closures declined, and how often. */
    Map<String, Integer> declined() {
        return declined;
    }

    long rows() {
        return rows;
    }

    /**
     * Runs a statement by both.
     *
     * @param ordered whether the order of its rows is fixed
     */
    void compare(String sql, boolean ordered) {
        Object lean;
        try {
            lean = outcome(sql, Executor.LEAN, ordered);
        } catch (Declined e) {
            declined.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            return;
        }
        Object generated = outcome(sql, Executor.GENERATED, ordered);
        taken++;
        if (!lean.equals(generated)) {
            differences.add(sql + "\n  closures:  " + shown(lean) + "\n  generated: " + shown(generated));
        }
    }

    private Object outcome(String sql, Executor executor, boolean ordered) {
        try {
            PlannedQuery plan = engine.plan(sql, executor, new Cancellation());
            List<@Nullable Object> parameters = new ArrayList<>();
            plan.parameters().forEach(parameter -> parameters.add(null));
            Scope scope = new Scope(
                    Clock.fixed(Instant.parse(TODAY + "T11:22:33Z"), ZoneOffset.UTC),
                    day -> LocalDate.parse("2026-08-01"),
                    Set.of(),
                    false,
                    Integer.MAX_VALUE);
            Execution execution =
                    new Execution(scope, this::rows, table -> List.of(), new ReadLog(), new Cancellation(), parameters);
            List<String> all = new ArrayList<>();
            try (RowCursor cursor = plan.execute(execution)) {
                while (all.size() < MOST_ROWS && cursor.next()) {
                    all.add(text(cursor.row()));
                }
            }
            rows += all.size();
            // What is read twice is in memory the second time; a planner may find that once is enough.
            List<String> reads = execution.reads().stream().distinct().sorted().toList();
            return new Outcome(
                    plan.columns(),
                    ordered ? all : all.stream().sorted().toList(),
                    reads,
                    execution.warnings().stream().sorted().toList());
        } catch (SQLException e) {
            return "SQLState " + e.getSQLState();
        } catch (Declined e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return "fails: " + root.getClass().getSimpleName() + " " + root.getMessage();
        }
    }

    /** Values with their classes; doubles to ten digits, since their sums depend on the order of rows. */
    private static String text(@Nullable Object[] row) {
        StringBuilder text = new StringBuilder();
        for (Object value : row) {
            if (value instanceof Double number && Double.isFinite(number)) {
                text.append("Double ")
                        .append(new BigDecimal(number)
                                .round(new MathContext(10))
                                .doubleValue());
            } else if (value != null) {
                text.append(value.getClass().getSimpleName()).append(' ').append(value);
            }
            text.append(" | ");
        }
        return text.toString();
    }

    private static String shown(Object outcome) {
        String text = outcome.toString();
        return text.substring(0, Math.min(900, text.length()));
    }

    @SuppressWarnings("unchecked") // rows are kept under the name of their report
    private <R extends Row> Rows<R> rows(ReportQuery<R> query, Cancellation cancellation, DaysObserver observer) {
        observer.requested(query.window());
        List<R> all = (List<R>)
                known.computeIfAbsent(query.report().name() + query.window() + query.companies(), key -> simulator
                        .dataset()
                        .rows(
                                query.report(),
                                query.window().from(),
                                query.window().to(),
                                query.companies()));
        Iterator<R> rest = all.iterator();
        return new Rows<>() {
            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public R next() {
                return rest.next();
            }

            @Override
            public void close() {}
        };
    }
}
