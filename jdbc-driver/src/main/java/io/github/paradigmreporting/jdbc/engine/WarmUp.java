package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.store.DaysObserver;
import io.github.paradigmreporting.jdbc.table.Catalog;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Plans and runs a small join once in the life of the JVM, after somebody has had an answer, so that the first join of a
 * user need not wait for Calcite's classes. On a daemon thread of least priority; asks the instance for nothing.
 */
public final class WarmUp implements RowSource {
    /** Planned, not run: what people ask. */
    private static final String JOIN =
            "SELECT s.company_name, EXTRACT(MONTH FROM s.date), SUM(s.sessions_count), COUNT(DISTINCT d.document_id)"
                    + " FROM sessions s LEFT JOIN documents d ON d.company_id = s.company_id AND d.date = s.date"
                    + " WHERE s.date BETWEEN '2026-01-01' AND CURRENT_DATE - 1 GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10";

    /** Run: days are read from nowhere. */
    private static final String OF_DAYS =
            "SELECT EXTRACT(DOW FROM a.date), COUNT(*), MAX(b.date), AVG(EXTRACT(DAY FROM b.date)) FROM calendar a"
                    + " JOIN calendar b ON b.date = a.date AND b.date > DATE '2026-01-02'"
                    + " WHERE a.date BETWEEN DATE '2026-01-01' AND DATE '2026-01-31' GROUP BY 1 ORDER BY 2 DESC, 1";

    private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    /** A system property that says false keeps the engine cold, for those who measure or watch what is loaded. */
    private static final String PROPERTY = "paradigm.jdbc.warmUp";

    private WarmUp() {}

    /** Tells that somebody has had an answer. The first time, it starts the warm-up and returns. */
    @SuppressWarnings("ThreadPriorityCheck") // a wish only: nothing depends on it
    public static void answered() {
        if (BEGUN.get() || !BEGUN.compareAndSet(false, true)) {
            return;
        }
        if (!Boolean.parseBoolean(System.getProperty(PROPERTY, "true"))) {
            return;
        }
        Thread thread = new Thread(() -> new WarmUp().run(), "paradigm-jdbc-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void run() {
        try {
            CalciteEngine engine = CalciteEngine.of(Catalog.BUILT_IN);
            engine.planHere(JOIN);
            Clock clock = Clock.systemUTC();
            Scope scope = new Scope(clock, today -> today, Set.of(), false, 0);
            try (Execution execution = new Execution(
                            scope, this, table -> List.of(), new ReadLog(), new Cancellation(), List.of());
                    RowCursor rows = engine.planHere(OF_DAYS).execute(execution)) {
                while (rows.next()) {
                    LOG.finest("warmer");
                }
            }
        } catch (SQLException | RuntimeException | LinkageError e) {
            // Nobody asked for it and nobody misses it: a statement that has the same trouble will say so.
            LOG.log(Level.FINE, "the SQL engine was not warmed up", e);
        }
    }

    @Override
    public <R extends Row> Rows<R> rows(ReportQuery<R> query, Cancellation cancellation, DaysObserver observer) {
        throw new IllegalStateException("the warm-up asks for nothing");
    }
}
