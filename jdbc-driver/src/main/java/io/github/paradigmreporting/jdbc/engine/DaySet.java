package io.github.paradigmreporting.jdbc.engine;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Days, each by its number since 1970-01-01, as runs of days that do not touch; tells them apart without asking for each
 * day. Immutable.
 */
public final class DaySet implements IntPredicate {
    /** Every day. */
    public static final DaySet ALL = new DaySet(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** No day. */
    public static final DaySet NONE = new DaySet();

    /** First and last day of each run, ascending. */
    private final int[] bounds;

    private DaySet(int... bounds) {
        this.bounds = bounds;
    }

    /**
     * A run of days.
     *
     * @param first its first day
     * @param last its last day
     * @return none when the first comes after the last
     */
    public static DaySet between(int first, int last) {
        return first > last ? NONE : new DaySet(first, last);
    }

    /**
     * The days of either.
     *
     * @param other other days
     * @return those in this or the other
     */
    public DaySet or(DaySet other) {
        int[] all = new int[bounds.length + other.bounds.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length || theirs < other.bounds.length) {
            boolean takeMine =
                    theirs == other.bounds.length || (mine < bounds.length && bounds[mine] <= other.bounds[theirs]);
            int[] from = takeMine ? bounds : other.bounds;
            int i = takeMine ? mine : theirs;
            mine += takeMine ? 2 : 0;
            theirs += takeMine ? 0 : 2;
            if (size > 0 && from[i] <= (long) all[size - 1] + 1) {
                all[size - 1] = Math.max(all[size - 1], from[i + 1]);
            } else {
                all[size++] = from[i];
                all[size++] = from[i + 1];
            }
        }
        return new DaySet(Arrays.copyOf(all, size));
    }

    /**
     * The days of both.
     *
     * @param other other days
     * @return those in this and the other
     */
    public DaySet and(DaySet other) {
        DaySet both = NONE;
        for (int i = 0; i < bounds.length; i += 2) {
            for (int j = 0; j < other.bounds.length; j += 2) {
                both = both.or(
                        between(Math.max(bounds[i], other.bounds[j]), Math.min(bounds[i + 1], other.bounds[j + 1])));
            }
        }
        return both;
    }

    /**
     * How many runs there are.
     *
     * @return their number
     */
    int runs() {
        return bounds.length / 2;
    }

    int first(int run) {
        return bounds[2 * run];
    }

    int last(int run) {
        return bounds[2 * run + 1];
    }

    @Override
    public boolean test(int day) {
        for (int i = 0; i < bounds.length; i += 2) {
            if (day >= bounds[i] && day <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return Arrays.toString(bounds);
    }
}
