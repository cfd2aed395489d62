package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.Row;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer, read slice by slice. At its end, what was not in it has vanished, the settled days among its days are
 * settled for everyone it was requested for, and then, last of all, for the scope.
 *
 * <p>An answer without any row may be one that the instance could not give. It is remembered, and counts when the answer
 * of a later pass has no row of these days either.
 */
final class WindowReading<R extends Row> {
    private final Ask ask;
    private final Horizon horizon;
    private final Parties parties;
    private final RowKeys<R> keys;
    private final Slices<R> slices;
    private final Rows<R> rows;

    private final Map<Long, BitSet> seen = new HashMap<>();
    private final Deque<CompanyProgress> closing = new ArrayDeque<>();
    private boolean read;
    private boolean holdsBack;
    private @Nullable R ahead;
    private long company;
    private @Nullable LocalDate day;
    private @Nullable SliceDiff<R> slice;

    WindowReading(Ask ask, Horizon horizon, Parties parties, Slices<R> slices, Rows<R> rows) {
        this.ask = ask;
        this.horizon = horizon;
        this.parties = parties;
        this.slices = slices;
        this.keys = slices.keys();
        this.rows = rows;
    }

    /** What changed next, or null when the answer is read and all it means is given. */
    @Nullable
    SliceDelta<R> next() {
        while (true) {
            SliceDiff<R> current = slice;
            if (current != null && current.overflows()) {
                return current.part();
            }
            if (current != null && current.hasEnded()) {
                slice = null;
                SliceDelta<R> last = current.last();
                if (last != null) {
                    return last;
                }
                continue;
            }
            R row = peek();
            if (row != null && isOfCurrentSlice(row)) {
                take(row);
            } else if (current != null) {
                current.end();
            } else if (row != null) {
                enter(row);
            } else {
                CompanyProgress moved = close();
                if (moved != null) {
                    return new SliceDelta<>(moved.company(), null, List.of(), moved.give(), true);
                }
                if (slice == null) {
                    return null;
                }
            }
        }
    }

    private @Nullable R peek() {
        if (ahead == null && !read) {
            if (rows.hasNext()) {
                ahead = rows.next();
            } else {
                read = true;
                startClosing();
            }
        }
        return ahead;
    }

    private boolean isOfCurrentSlice(R row) {
        return day != null && company == row.companyId() && day.equals(RowKeys.day(row));
    }

    private void take(R row) {
        ahead = null;
        if (slice != null) {
            slice.add(row);
        }
    }

    /** The row begins a slice; a slice that is out of scope or settled is passed over. */
    private void enter(R row) {
        LocalDate entered = RowKeys.day(row);
        company = row.companyId();
        day = entered;
        if (!ask.companies().isEmpty() && !ask.companies().contains(company)) {
            return;
        }
        if (keys.daily() && !ask.window().contains(entered)) {
            return;
        }
        BitSet days = seen.computeIfAbsent(company, id -> new BitSet());
        if (days.get(index(entered))) {
            throw new UnexpectedResponseException("the answer for " + ask.window() + " holds "
                    + keys.name(company, entered)
                    + " twice; none can be trusted, report this with the instance's version");
        }
        days.set(index(entered));
        CompanyProgress progress = parties.of(company);
        if (!progress.state().settled().contains(entered) || (ask.recheck() && horizon.keeps(entered))) {
            slice = diff(progress, entered);
        }
    }

    private SliceDiff<R> diff(CompanyProgress progress, LocalDate of) {
        boolean settles = keys.daily() && horizon.isSettled(of);
        return new SliceDiff<>(slices, progress, of, !settles || horizon.keeps(of));
    }

    private int index(LocalDate of) {
        return keys.daily() ? (int) ChronoUnit.DAYS.between(ask.window().from(), of) : 0;
    }

    /** Whether the answer had no row for anyone; only that of one company that catches up may be so at once. */
    boolean isBlank() {
        return read && seen.isEmpty() && ask.shared();
    }

    Window window() {
        return ask.window();
    }

    private void startClosing() {
        for (CompanyProgress party : parties.companies()) {
            if (ask.shared() || ask.companies().contains(party.company())) {
                closing.addLast(party);
            }
        }
        if (ask.shared()) {
            CompanyProgress scope = parties.scope();
            if (scope != null) {
                settling(scope).ranges().forEach(parties::readForAll);
                closing.addLast(scope);
            }
        }
        holdsBack = isBlank() && parties.companies().stream().anyMatch(this::hasUndecided);
    }

    private boolean hasUndecided(CompanyProgress party) {
        DayRanges decided = decided(party);
        return party.state().open().keySet().stream()
                .anyMatch(open -> days().contains(open) && !decided.contains(open));
    }

    /** Whether rows that were given would vanish by this answer if it were taken at its word. */
    boolean holdsBack() {
        return holdsBack;
    }

    /** The days that this answer speaks of; one day stands for all where rows are not counted by day. */
    private Window days() {
        return keys.daily() ? ask.window() : new Window(FeedState.NO_DAY, FeedState.NO_DAY);
    }

    /** Those of the days that this answer decides for at least one company. */
    private DayRanges decided(CompanyProgress party) {
        return isBlank() ? witness(party).state().blank().within(days()) : DayRanges.NONE.plus(days());
    }

    /** Who remembers answers without rows: the scope where there is one. */
    private CompanyProgress witness(CompanyProgress party) {
        CompanyProgress scope = parties.scope();
        return scope == null ? party : scope;
    }

    private DayRanges settling(CompanyProgress party) {
        Window settles = keys.daily() ? horizon.settledPart(ask.window()) : null;
        return settles == null ? DayRanges.NONE : decided(party).within(settles);
    }

    private FeedState closed(CompanyProgress party) {
        DayRanges settling = settling(party);
        FeedState state = party.state();
        for (Window settles : settling.ranges()) {
            state = state.settle(settles, horizon.keptFrom());
        }
        if (!isBlank()) {
            return ask.shared() ? state.notBlank(days()) : state;
        }
        if (party != witness(party)) {
            return state;
        }
        state = state.blank(days());
        for (Window settles : settling.ranges()) {
            state = state.notBlank(settles);
        }
        return state;
    }

    /** Goes on to the next slice that has vanished, or answers whose state moved without any. */
    private @Nullable CompanyProgress close() {
        for (CompanyProgress party = closing.peekFirst(); party != null; party = closing.peekFirst()) {
            LocalDate absent = absent(party);
            if (absent != null) {
                day = null;
                slice = diff(party, absent);
                return null;
            }
            closing.removeFirst();
            party.moveTo(closed(party));
            if (party.mustBeGiven()) {
                return party;
            }
        }
        return null;
    }

    /** A day of which rows were given and which this answer no longer has. */
    private @Nullable LocalDate absent(CompanyProgress party) {
        BitSet days = seen.getOrDefault(party.company(), new BitSet());
        DayRanges decided = decided(party);
        for (LocalDate open : party.state().open().keySet()) {
            if (decided.contains(open) && !days.get(index(open))) {
                return open;
            }
        }
        return null;
    }
}
