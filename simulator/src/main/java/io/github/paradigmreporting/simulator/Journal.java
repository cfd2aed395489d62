package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Every request that the simulator got, in order of arrival, for assertions. A request is complete in here before its
 * client can have read the end of the answer. Keeps the latest {@value #MOST} requests. Safe for threads.
 */
public final class Journal {
    private static final int MOST = 100_000;

    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final Consumer<Asked> watcher;
    private long number;
    private long forgotten;
    private int open;
    private int peak;

    Journal(Consumer<Asked> watcher) {
        this.watcher = watcher;
    }

    synchronized JournalEntry begin(JournalEntry entry) {
        entry.number(++number);
        if (entries.size() == MOST) {
            entries.removeFirst();
            forgotten++;
        }
        entries.addLast(entry);
        open++;
        peak = Math.max(peak, open);
        notifyAll();
        return entry;
    }

    /** Notes how a request ended; a later note replaces an earlier one. */
    void end(JournalEntry entry, Asked.Outcome outcome, long bytes) {
        synchronized (this) {
            open -= entry.isOpen() ? 1 : 0;
            entry.end(outcome, bytes);
            notifyAll();
        }
        watcher.accept(entry.asked());
    }

    /**
     * All requests so far.
     *
     * @return an immutable copy, in order of arrival
     */
    public synchronized List<Asked> list() {
        return entries.stream().map(JournalEntry::asked).toList();
    }

    /**
     * The requests of one report.
     *
     * @param reportOrEndpoint for example {@code sessions} or {@code chat-sessions}; reports that share an endpoint
     *     share its requests
     * @return an immutable copy, in order of arrival
     */
    public List<Asked> list(String reportOrEndpoint) {
        String endpoint =
                Reports.find(reportOrEndpoint).<String>map(Report::endpoint).orElse(reportOrEndpoint);
        return list().stream()
                .filter(asked -> endpoint.equals(asked.endpoint()))
                .toList();
    }

    /**
     * How many requests there were.
     *
     * @return the number, since the start or the last {@link #clear}
     */
    public synchronized long count() {
        return entries.size() + forgotten;
    }

    /**
     * How many requests one report got.
     *
     * @param reportOrEndpoint for example {@code sessions} or {@code chat-sessions}
     * @return the number
     */
    public int count(String reportOrEndpoint) {
        return list(reportOrEndpoint).size();
    }

    /**
     * Each day that one report was asked for, as often as it was.
     *
     * @param reportOrEndpoint for example {@code sessions} or {@code chat-sessions}
     * @return the days in order of asking; a day asked for twice is there twice
     */
    public List<LocalDate> daysAsked(String reportOrEndpoint) {
        List<LocalDate> days = new ArrayList<>();
        for (Asked asked : list(reportOrEndpoint)) {
            LocalDate from = asked.from();
            LocalDate to = asked.to();
            if (from != null && to != null && !from.isAfter(to)) {
                from.datesUntil(to.plusDays(1)).forEach(days::add);
            }
        }
        return days;
    }

    /**
     * The days that one report was asked for.
     *
     * @param reportOrEndpoint for example {@code sessions} or {@code chat-sessions}
     * @return each day once
     */
    public SortedSet<LocalDate> distinctDaysAsked(String reportOrEndpoint) {
        return new TreeSet<>(daysAsked(reportOrEndpoint));
    }

    /**
     * The most requests that were under way at the same time.
     *
     * @return the peak, since the start or the last {@link #clear}
     */
    public synchronized int peakConcurrency() {
        return peak;
    }

    /**
     * Old requests that are no longer listed.
     *
     * @return how many; 0 below {@value #MOST} requests
     */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** Forgets all requests; those under way are still counted as such. */
    public synchronized void clear() {
        entries.clear();
        forgotten = 0;
        peak = open;
    }

    /**
     * Waits until the requests look as expected.
     *
     * @param what what to wait for; sees all requests
     * @param timeout the longest real time to wait
     * @return whether it came true in time
     * @throws InterruptedException when the thread is interrupted
     */
    public synchronized boolean await(Predicate<List<Asked>> what, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!what.test(list())) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(Math.min(left, 20)); // what happens between a request's arrival and its end does not notify
        }
        return true;
    }
}
