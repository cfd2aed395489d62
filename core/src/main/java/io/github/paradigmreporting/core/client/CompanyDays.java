package io.github.paradigmreporting.core.client;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of companies and of their days within a window, about 100 bytes per company and a bit per day. Holds no more than
 * a bounded number of companies and days. Not safe for threads.
 */
final class CompanyDays {
    /** Stands for the day where rows are not counted by day. */
    static final int NO_DAY = 0;

    private static final int MOST_COMPANIES = 100_000;
    /** Two million words are 16 MiB: each company with all days of three years, or fewer companies with more. */
    private static final long MOST_WORDS = 2_000_000;

    private final long firstDay;
    private final Map<Long, BitSet> days = new HashMap<>();
    private long words;
    private long lastCompany;
    private @Nullable BitSet lastDays;

    CompanyDays(Window window) {
        this.firstDay = window.from().toEpochDay();
    }

    /** The number of a day of the window, from 0. */
    int index(LocalDate day) {
        return (int) Math.min(day.toEpochDay() - firstDay, Integer.MAX_VALUE);
    }

    /** Whether there was room for the company and the day. */
    boolean hasRoom() {
        return days.size() <= MOST_COMPANIES && words <= MOST_WORDS;
    }

    /** Adds a company, with or without days. */
    void add(long company) {
        of(company);
    }

    /** Adds a company's day; false when it was there. */
    boolean add(long company, int day) {
        if (day >= MOST_WORDS * Long.SIZE) {
            words = Long.MAX_VALUE;
            return true;
        }
        BitSet known = of(company);
        if (known.get(day)) {
            return false;
        }
        int before = known.size();
        known.set(day);
        words += (known.size() - before) / Long.SIZE;
        return true;
    }

    boolean contains(long company) {
        return days.containsKey(company);
    }

    boolean contains(long company, int day) {
        BitSet known = days.get(company);
        return known != null && known.get(day);
    }

    boolean isEmpty() {
        return days.isEmpty();
    }

    private BitSet of(long company) {
        BitSet last = lastDays;
        if (last == null || company != lastCompany) {
            last = days.computeIfAbsent(company, id -> new BitSet(Integer.SIZE));
            lastDays = last;
            lastCompany = company;
        }
        return last;
    }
}
