package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/**
 * One report as a stream of changes: what is new, restated or vanished since the consumer was last told. A consumer that
 * applies every change by key ends equal to the API; nothing is given twice unless a state was not saved.
 *
 * <p>A day is settled when it lies more than the look-back before the day that the settle delay ago was. Settled days are
 * given once and never asked for again. Days that are not settled are asked for in every pass; only differences are given.
 * Days that leave the scope before they settle, because the start moved on, settle as they were given last.
 *
 * <p>An answer without any row settles nothing and lets nothing vanish before a second pass gets the same: an instance that
 * cannot read its figures for a while may answer so, and rows would be lost or deleted by it.
 *
 * <p>Reports that do not count by day ({@code members}) are asked for once per pass, from the start to today; a company is
 * given when one of its figures differs, whatever the window.
 *
 * <p>Immutable and safe for threads; a pass is for one thread.
 *
 * @param <R> the row type
 */
public final class Feed<R extends Row> {
    /**
     * Stands for all companies where a company id is expected: the state that says which settled days were read for
     * everyone, so that a company that appears only in one old window is not missed after a crash. It exists when no
     * companies are listed, never has changes, and is to be saved and handed back like any company's; but only once
     * everything given before it, of whatever company, is saved.
     */
    public static final long ALL_COMPANIES = -1;

    /** Most changes in one delta; a slice with more comes in parts. */
    public static final int MOST_CHANGES = 1_000;

    private final Report<R> report;
    private final FeedOptions options;
    private final Function<ReportQuery<R>, ? extends Rows<R>> source;
    private final int mostChanges;

    /**
     * A feed of a report; asks nothing yet.
     *
     * @param report the report
     * @param options what to read
     * @param source sends one query as one request; {@code query -> client.window(query, bufferBytes)} as a rule. Rows of
     *     a slice (a company's day) come in one piece; what the query does not ask for is ignored
     */
    public Feed(Report<R> report, FeedOptions options, Function<ReportQuery<R>, ? extends Rows<R>> source) {
        this(report, options, source, MOST_CHANGES);
    }

    Feed(Report<R> report, FeedOptions options, Function<ReportQuery<R>, ? extends Rows<R>> source, int mostChanges) {
        this.report = report;
        this.options = options;
        this.source = source;
        this.mostChanges = mostChanges;
    }

    /**
     * Starts a pass over all that is due now; asks nothing before its first {@code next()}.
     *
     * @param states the state saved last for each company and for {@link #ALL_COMPANIES}; empty at first. States of
     *     companies that are not listed are left alone
     * @param now the current time; the instance's own clock where it is known
     * @return the pass, to be closed
     * @throws io.github.paradigmreporting.core.error.InvalidSettingException when a state is another report's
     */
    public FeedPass<R> begin(Map<Long, FeedState> states, Instant now) {
        return new FeedPass<>(report, Slices.of(report, mostChanges), options, source, states, now, false);
    }

    /**
     * As {@link #begin}, but the settled days of the last {@link FeedOptions#recheckDays()} are asked for again, too, and
     * given where they differ from what was given: for the rare figure that changes after its day was taken as settled.
     *
     * @param states as for {@link #begin}
     * @param now the current time
     * @return the pass, to be closed
     * @throws io.github.paradigmreporting.core.error.InvalidSettingException when a state is another report's
     */
    public FeedPass<R> recheck(Map<Long, FeedState> states, Instant now) {
        return new FeedPass<>(report, Slices.of(report, mostChanges), options, source, states, now, true);
    }
}
