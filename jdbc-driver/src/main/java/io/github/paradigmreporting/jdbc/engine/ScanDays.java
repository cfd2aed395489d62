package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.InvalidQueryException;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.jdbc.table.TableSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Which days a scan asks for. Every day from 1970 to today is put to the tests of the filter, so that any condition
 * narrows the range; a range without a beginning starts at {@code historyStart}, and the user is told so.
 */
final class ScanDays {
    /** Days nobody wants that are read rather than asked around: weekends, mostly. */
    private static final int GAP_READ_OVER = 7;

    private final Execution execution;
    private final ScanSpec spec;
    private final Grain grain;
    private boolean exact = true;

    ScanDays(Execution execution, ScanSpec spec) {
        this.execution = execution;
        this.spec = spec;
        this.grain = spec.table().source().grain();
    }

    /** The windows to ask for, ascending; none when no day passes. */
    List<Window> windows(List<IntPredicate> tests) {
        return switch (grain) {
            case DAY -> joined(runs(test("date", tests)));
            case WINDOW -> asked(runs(test("window_start", tests)), runs(test("window_end", tests)));
        };
    }

    /** Whether the windows made last hold no day but those that pass its test. */
    boolean exact() {
        return exact && grain == Grain.DAY;
    }

    /** The members' window: the first day that may be its start, the last that may be its end; each run on its own. */
    private List<Window> asked(List<Window> starts, List<Window> ends) {
        List<Window> windows = new ArrayList<>();
        for (Window start : starts) {
            for (Window end : ends) {
                if (!end.to().isBefore(start.from())) {
                    windows.add(new Window(start.from(), end.to()));
                }
            }
        }
        return windows;
    }

    private IntPredicate test(String column, List<IntPredicate> tests) {
        int number = spec.table().indexOf(column).orElseThrow();
        int index = spec.dayColumns().indexOf(number);
        if (index < 0) {
            return DaySet.ALL;
        }
        IntPredicate test = tests.get(index);
        exact &= test instanceof DaySet;
        return test instanceof DaySet ? test : day -> passes(test, day);
    }

    /** A test that cannot be answered for a day that may have no row must not fail the statement: the day is read. */
    private static boolean passes(IntPredicate test, int day) {
        try {
            return test.test(day);
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Longest runs of days that pass, ascending. */
    private List<Window> runs(IntPredicate test) {
        List<Window> runs = new ArrayList<>();
        int today = (int) execution.today().toEpochDay();
        if (test instanceof DaySet days) {
            for (int i = 0; i < days.runs() && days.first(i) <= today; i++) {
                if (days.last(i) >= 0) {
                    addRun(runs, Math.max(0, days.first(i)), Math.min(today, days.last(i)));
                }
            }
            return runs;
        }
        int from = -1;
        for (int day = 0; day <= today + 1; day++) {
            boolean passes = day <= today && test.test(day);
            if (passes && from < 0) {
                from = day;
            } else if (!passes && from >= 0) {
                addRun(runs, from, day - 1);
                from = -1;
            }
        }
        return runs;
    }

    private void addRun(List<Window> runs, int from, int to) {
        LocalDate first = LocalDate.ofEpochDay(from);
        LocalDate last = LocalDate.ofEpochDay(to);
        if (from > 0) {
            runs.add(new Window(first, last));
            return;
        }
        LocalDate start = execution.scope().historyStart().apply(execution.today());
        boolean asks = spec.table().source() instanceof TableSource.OfReport;
        if (asks && execution.scope().requireDateFilter()) {
            throw new InvalidQueryException(spec.table() + " is read without a first day and requireDateFilter is set;"
                    + " add a filter such as date >= DATE '" + execution.today().minusMonths(1) + "'");
        }
        if (!last.isBefore(start)) {
            runs.add(new Window(start, last));
        }
        if (!asks) {
            return;
        }
        execution.warn(spec.table() + " was read from " + start + " (historyStart) to " + last
                + ", because the statement gives no first day");
    }

    private List<Window> joined(List<Window> runs) {
        List<Window> joined = new ArrayList<>();
        for (Window run : runs) {
            Window last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.to().plusDays(GAP_READ_OVER + 1L).isAfter(run.from().minusDays(1))) {
                exact = false;
                joined.set(joined.size() - 1, new Window(last.from(), run.to()));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }
}
