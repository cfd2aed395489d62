package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which windows a pass asks for, one after the other: the open days first, newest first, so that a long history never
 * delays today; then history, oldest first, of those with the fewest days left first, so that one company that catches up
 * never delays the others. A recheck asks for settled days together with the open ones. A window wanted by several is asked for once, a window wanted by one company for it alone.
 */
final class DailyPlan implements RequestPlan {
    private final Horizon horizon;
    private final int windowDays;
    private final Set<Long> listed;
    private final boolean recheck;
    private final Deque<Window> openWindows = new ArrayDeque<>();
    /** Days asked for as open: even an open day is asked for once per pass. */
    private DayRanges asked = DayRanges.NONE;
    /** Days that wait for the next pass. */
    private DayRanges blank = DayRanges.NONE;

    DailyPlan(FeedOptions options, Horizon horizon, boolean recheck) {
        this.horizon = horizon;
        this.windowDays = options.windowDays();
        this.listed = options.companies();
        this.recheck = recheck;
    }

    @Override
    public @Nullable Ask next(Collection<CompanyProgress> parties) {
        Set<DayRanges> settled = settledOf(parties);
        if (openWindows.isEmpty()) {
            openWindows.addAll(openWindows(settled));
        }
        Window open = openWindows.pollFirst();
        if (open != null) {
            asked = asked.plus(open);
            return new Ask(open, listed, true, recheck);
        }
        Window window = nextOfHistory(settled);
        if (window == null) {
            return null;
        }
        List<Long> askers = new ArrayList<>();
        for (CompanyProgress party : parties) {
            if (!party.state().settled().missing(window).isEmpty()) {
                askers.add(party.company());
            }
        }
        boolean alone = askers.size() == 1 && askers.get(0) != Feed.ALL_COMPANIES;
        return alone ? new Ask(window, Set.of(askers.get(0)), false, false) : new Ask(window, listed, true, false);
    }

    @Override
    public void blank(Window window) {
        blank = blank.plus(window);
    }

    @Override
    public int left(Collection<CompanyProgress> parties) {
        Set<DayRanges> settled = settledOf(parties);
        Collection<Window> open = openWindows.isEmpty() ? openWindows(settled) : openWindows;
        for (Window window : open) {
            settled = plus(settled, horizon.settledPart(window));
        }
        int left = open.size();
        for (Window next = nextOfHistory(settled); next != null; next = nextOfHistory(settled)) {
            settled = plus(settled, next);
            left++;
        }
        return left;
    }

    /** The open days not asked for in this pass, newest window first; history comes along where it fits in. */
    private List<Window> openWindows(Set<DayRanges> settled) {
        List<Window> wanted = new ArrayList<>();
        settled.forEach(days -> wanted.addAll(days.plus(asked).missing(horizon.open())));
        if (recheck) {
            wanted.addAll(asked.missing(horizon.kept()));
        }
        LocalDate from = null;
        LocalDate to = null;
        for (Window due : wanted) {
            from = from == null || due.from().isBefore(from) ? due.from() : from;
            to = to == null || due.to().isAfter(to) ? due.to() : to;
        }
        if (from == null || to == null) {
            return List.of();
        }
        List<Window> history = shortestHistory(settled);
        if (!history.isEmpty() && new Window(history.get(0).from(), to).days() <= windowDays) {
            from = history.get(0).from();
        }
        List<Window> windows = new ArrayList<>();
        for (LocalDate end = to; !end.isBefore(from); end = end.minusDays(windowDays)) {
            LocalDate start = end.minusDays(windowDays - 1L);
            windows.add(new Window(start.isBefore(from) ? from : start, end));
        }
        return windows;
    }

    /** From the first day due, as far as a window reaches. */
    private @Nullable Window nextOfHistory(Set<DayRanges> settled) {
        List<Window> history = shortestHistory(settled);
        if (history.isEmpty()) {
            return null;
        }
        LocalDate from = history.get(0).from();
        LocalDate limit = from.plusDays(windowDays - 1L);
        LocalDate to = from;
        for (Window due : history) {
            if (!due.from().isAfter(limit)) {
                to = due.to().isAfter(limit) ? limit : due.to();
            }
        }
        return new Window(from, to);
    }

    /** The days of history due for whom the fewest are; empty when none are due for anyone. */
    private List<Window> shortestHistory(Set<DayRanges> settled) {
        List<Window> shortest = List.of();
        long fewest = Long.MAX_VALUE;
        for (DayRanges days : settled) {
            List<Window> due = days.missing(horizon.history());
            long count = due.stream().mapToLong(Window::days).sum();
            if (count > 0 && count < fewest) {
                shortest = due;
                fewest = count;
            }
        }
        return shortest;
    }

    /** Most parties are equally far, so that there are few different ones. */
    private Set<DayRanges> settledOf(Collection<CompanyProgress> parties) {
        Set<DayRanges> settled = new LinkedHashSet<>();
        parties.forEach(party -> settled.add(party.state().settled().plus(blank)));
        return settled;
    }

    private static Set<DayRanges> plus(Set<DayRanges> settled, @Nullable Window window) {
        Set<DayRanges> after = new LinkedHashSet<>();
        settled.forEach(days -> after.add(days.plus(window)));
        return after;
    }
}
