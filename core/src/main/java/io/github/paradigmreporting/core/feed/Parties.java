package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everyone in a pass's scope: the companies known, those that appear on the way, and, when all companies are wanted, the
 * scope itself, which knows the days read for companies that nobody has heard of yet. Not safe for threads.
 */
final class Parties {
    private final Report<?> report;
    private final Set<Long> listed;
    private final TreeMap<Long, CompanyProgress> companies = new TreeMap<>();
    private final @Nullable CompanyProgress scope;
    /** Settled days read for all companies in this pass: they count for a company that appears later in it. */
    private DayRanges readForAll = DayRanges.NONE;

    Parties(Report<?> report, FeedOptions options, Horizon horizon, Map<Long, FeedState> states) {
        this.report = report;
        this.listed = options.companies();
        states.forEach((company, state) -> {
            if (company != Feed.ALL_COMPANIES && contains(company)) {
                companies.put(company, resumed(company, state, horizon));
            }
        });
        listed.forEach(company -> companies.computeIfAbsent(company, this::fresh));
        FeedState saved = states.get(Feed.ALL_COMPANIES);
        boolean needsScope = listed.isEmpty() && report.grain() == Grain.DAY;
        this.scope = !needsScope
                ? null
                : saved == null ? fresh(Feed.ALL_COMPANIES) : resumed(Feed.ALL_COMPANIES, saved, horizon);
    }

    private CompanyProgress fresh(long company) {
        return new CompanyProgress(company, FeedState.none(report));
    }

    private CompanyProgress resumed(long company, FeedState saved, Horizon horizon) {
        if (!saved.report().equals(report.name())) {
            throw new InvalidSettingException(
                    "feedState",
                    "the state saved for company " + company + " is of report " + saved.report() + ", not of " + report
                            + "; keep the states of each report apart");
        }
        if (company < 1 && company != Feed.ALL_COMPANIES) {
            throw new InvalidSettingException(
                    "feedState", "there is no company " + company + ", ids begin at 1; remove its state");
        }
        LocalDate newest = saved.settledThrough();
        // Zones, and clocks that differ by hours, make a day of difference. Open days are read again in any case.
        if (newest != null && newest.isAfter(horizon.today().plusDays(1))) {
            throw new InvalidSettingException(
                    "feedState",
                    "the state saved for company " + company + " of " + report + " calls days settled up to " + newest
                            + ", and today is " + horizon.today()
                            + ": a clock was or is wrong. Set this machine's clock"
                            + " right, or remove the state to read everything again");
        }
        CompanyProgress progress = new CompanyProgress(company, saved);
        FeedState current = saved.forKey(KeyShape.of(report));
        progress.moveTo(
                report.grain() == Grain.DAY ? current.closeBefore(horizon).forget(horizon.keptFrom()) : current);
        return progress;
    }

    boolean contains(long company) {
        return listed.isEmpty() || listed.contains(company);
    }

    /** A company's progress; it may be the first that is heard of it. */
    CompanyProgress of(long company) {
        return companies.computeIfAbsent(company, id -> {
            CompanyProgress newcomer = fresh(id);
            for (Window read : readForAll.ranges()) {
                newcomer.moveTo(newcomer.state().settle(read));
            }
            return newcomer;
        });
    }

    Collection<CompanyProgress> companies() {
        return companies.values();
    }

    @Nullable
    CompanyProgress scope() {
        return scope;
    }

    /** All, for planning. */
    Collection<CompanyProgress> all() {
        if (scope == null) {
            return companies();
        }
        Collection<CompanyProgress> all = new ArrayList<>(companies());
        all.add(scope);
        return all;
    }

    /** A window was read to its end for everyone in scope. */
    void readForAll(@Nullable Window settledDays) {
        readForAll = readForAll.plus(settledDays);
    }
}
