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
 * The days that a scan reads. The tests of the filter are applied to every day up to today, so that any condition narrows
 * the range. Where days up to 1970-01-01 pass, the condition gives no first day: the range then starts at {@code
 * historyStart}, and a warning says so.
 */
final class ScanDays {
    /** Days nobody wants that are read rather than asked around: weekends, mostly. */
    private static final int GAP_READ_OVER = 7;

    /**
     * Where the tests begin. Four years before 1970, which hold a leap day, tell conditions without a first day, such as
     * that of every first of a month, from those with one.
     */
    private static final int FIRST_TESTED = -4 * 366;

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
        if (grain == Grain.DAY) {
            List<Window> days = runs(test("date", tests));
            return joined(sinceHistoryStart(days, days));
        }
        List<Window> ends = known("window_end", runs(test("window_end", tests)));
        return asked(sinceHistoryStart(known("window_start", runs(test("window_start", tests))), ends), ends);
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

    /** The days of a column as they are, unless only rows tell which of several neighbouring ones are wanted. */
    private List<Window> known(String column, List<Window> runs) {
        for (Window run : runs) {
            if (run.days() > 1
                    && spec.joined().contains(spec.table().indexOf(column).orElseThrow())) {
                throw new InvalidQueryException(spec.table() + " are counted anew for each window, and the days of "
                        + column
                        + " depend on rows, so that the windows are not known before those are read;"
                        + " write a SELECT for each window, such as SELECT ... FROM " + spec.table()
                        + " WHERE window_start = DATE '" + execution.today().withDayOfMonth(1)
                        + "' AND window_end = DATE '" + execution.today() + "', with UNION ALL between them");
            }
        }
        return runs;
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

    /** Longest runs of days that pass, ascending; those of a condition without a first day begin before 1970-01-02. */
    private List<Window> runs(IntPredicate test) {
        List<Window> runs = new ArrayList<>();
        int today = (int) execution.today().toEpochDay();
        if (test instanceof DaySet days) {
            for (int i = 0; i < days.runs() && days.first(i) <= today; i++) {
                if (days.last(i) >= FIRST_TESTED) {
                    addRun(runs, Math.max(FIRST_TESTED, days.first(i)), Math.min(today, days.last(i)));
                }
            }
            return runs;
        }
        boolean before = false;
        int from = FIRST_TESTED;
        for (int day = FIRST_TESTED; day <= today + 1; day++) {
            boolean passes = day <= today && test.test(day);
            if (passes && !before) {
                from = day;
            } else if (!passes && before) {
                addRun(runs, from, day - 1);
            }
            before = passes;
        }
        return runs;
    }

    private static void addRun(List<Window> runs, int from, int to) {
        runs.add(new Window(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)));
    }

    /** The runs as they are where the first one gives a first day, else those from {@code historyStart} on. */
    private List<Window> sinceHistoryStart(List<Window> runs, List<Window> ends) {
        if (runs.isEmpty() || ends.isEmpty() || runs.get(0).from().isAfter(LocalDate.EPOCH)) {
            return runs;
        }
        boolean asks = spec.table().source() instanceof TableSource.OfReport;
        if (asks && execution.scope().requireDateFilter()) {
            throw new InvalidQueryException(spec.table() + " is read without a first day and requireDateFilter is set;"
                    + " add a filter such as date >= DATE '" + execution.today().minusMonths(1) + "'");
        }
        LocalDate start = execution.scope().historyStart().apply(execution.today());
        List<Window> since = new ArrayList<>();
        for (Window run : runs) {
            if (!run.to().isBefore(start)) {
                since.add(run.from().isBefore(start) ? new Window(start, run.to()) : run);
            }
        }
        if (asks) {
            LocalDate last = ends.get(ends.size() - 1).to();
            execution.warn(
                    since.isEmpty()
                            ? "nothing of " + spec.table()
                                    + " was read, because the statement gives no first day and its" + " last one, "
                                    + last + ", lies before " + start + " (historyStart)"
                            : spec.table() + " was read from " + start + " (historyStart) to " + last
                                    + ", because the statement gives no first day");
        }
        return since;
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
