package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer has been given of one report for one company: the settled days, which are read again by a recheck only,
 * and for each day that may still change, or is rechecked, a digest of every row given. Immutable and safe for threads.
 *
 * <p>{@link #encode()} is what to keep. It is a short text of letters, digits, {@code -} and {@code _} with a version and a
 * checksum inside. Measured with seven open days: 135 characters for a report with one row per day, about 1,070 for 10
 * documents per day, about 89,000 for 1,000 documents per day; 12.7 characters per row, with document ids below 100,000.
 */
public final class FeedState {
    /** Stands for the day in states of reports that do not count by day. */
    static final LocalDate NO_DAY = LocalDate.EPOCH;

    private final String report;
    private final KeyShape key;
    private final DayRanges settled;
    private final NavigableMap<LocalDate, DayDigests> open;
    private final DayRanges blank;

    FeedState(String report, KeyShape key, DayRanges settled, NavigableMap<LocalDate, DayDigests> open) {
        this(report, key, settled, open, DayRanges.NONE);
    }

    FeedState(
            String report, KeyShape key, DayRanges settled, NavigableMap<LocalDate, DayDigests> open, DayRanges blank) {
        this.report = report;
        this.key = key;
        this.settled = settled;
        this.open = Collections.unmodifiableNavigableMap(open);
        this.blank = blank;
    }

    static FeedState none(Report<?> report) {
        return new FeedState(report.name(), KeyShape.of(report), DayRanges.NONE, new TreeMap<>());
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @param text the text
     * @return the state
     * @throws io.github.paradigmreporting.core.error.InvalidSettingException when the text is torn, is something else,
     *     or was written by a newer version; says which, and what to do
     */
    public static FeedState decode(String text) {
        return FeedStateText.read(text);
    }

    /**
     * The state of a company when a consumer stops in the middle of a slice: what it was told so far of that slice counts as
     * given, and the slice is not complete. The next pass then gives the rest of it, and what has changed since, be it back
     * to what it was before. A consumer that takes slices whole needs none of this: it saves {@link SliceDelta#state()}.
     *
     * <p>Costs one walk over the rows remembered of the day, and remembers the rows told until the slice is complete, also
     * those of a day that will settle. If the start moves past a settled day before its slice is complete, the day stays
     * as it was told.
     *
     * @param report the report
     * @param before the company's state before, null when nothing was given yet
     * @param told changes that a pass gave for this company, in their order, from any parts of any of its slices
     * @param <R> the row type
     * @return the state to save together with them
     */
    public static <R extends Row> FeedState partly(Report<R> report, @Nullable FeedState before, List<Change<R>> told) {
        return ToldRows.of(report, told).addedTo(before);
    }

    /**
     * What a consumer was told of a slice that is not complete, as a text to keep beside the state before: much shorter than
     * the state that {@link #partly(Report, FeedState, List)} would give, since it grows with what was told only.
     *
     * @param report the report
     * @param told changes that a pass gave for one company, in their order
     * @param <R> the row type
     * @return text for {@link #partly(FeedState, String)}, of letters, digits, {@code -} and {@code _}, with a checksum
     */
    public static <R extends Row> String told(Report<R> report, List<Change<R>> told) {
        return FeedStateText.tell(ToldRows.of(report, told));
    }

    /**
     * The state together with what {@link #told} wrote; the same as {@link #partly(Report, FeedState, List)}.
     *
     * @param before the company's state before, null when nothing was given yet
     * @param told the text
     * @return the state
     * @throws io.github.paradigmreporting.core.error.InvalidSettingException when the text is torn, is something else,
     *     or was written by a newer version; says which, and what to do
     */
    public static FeedState partly(@Nullable FeedState before, String told) {
        return FeedStateText.told(told).addedTo(before);
    }

    /**
     * The state as if nothing had been given of a day and those after it, so that the next pass gives them again as new.
     * For reports that do not count by day, as if nothing had been given at all. The one way for the watermark to go back.
     *
     * @param day the first day to give again
     * @return the state to save
     */
    public FeedState rewind(LocalDate day) {
        NavigableMap<LocalDate, DayDigests> rest = new TreeMap<>(open.headMap(day, false));
        rest.remove(NO_DAY);
        return new FeedState(report, key, settled.before(day), rest, blank.before(day));
    }

    /**
     * The state as a text to keep.
     *
     * @return ASCII, {@link #size()} characters
     */
    public String encode() {
        return FeedStateText.write(this);
    }

    /**
     * How long {@link #encode()} is; what a cap looks at.
     *
     * @return characters, which are also bytes
     */
    public int size() {
        return FeedStateText.size(this);
    }

    /**
     * Name of the report this state is about.
     *
     * @return for example {@code sessions}
     */
    public String report() {
        return report;
    }

    /**
     * First day of the unbroken run of settled days that ends with {@link #settledThrough()}. Moves back while earlier
     * days are being caught up.
     *
     * @return the day, or null when no day is settled yet
     */
    public @Nullable LocalDate from() {
        Window newest = settled.newest();
        return newest == null ? null : newest.from();
    }

    /**
     * The watermark: the newest settled day. It never goes backwards but by {@link #rewind}, and every day from {@link #from()} to it has been
     * read after it had settled.
     *
     * @return the day, or null when no day is settled yet
     */
    public @Nullable LocalDate settledThrough() {
        Window newest = settled.newest();
        return newest == null ? null : newest.to();
    }

    /**
     * How many days are settled, with or without rows; what a progress display divides by.
     *
     * @return days
     */
    public long settledDays() {
        return settled.ranges().stream().mapToLong(Window::days).sum();
    }

    /**
     * Rows given that may still be restated; each takes a few bytes of {@link #size()}.
     *
     * @return how many
     */
    public int openRows() {
        return open.values().stream().mapToInt(DayDigests::rows).sum();
    }

    /**
     * The newest day that was given or settled. It lies after today only when a clock was or is wrong.
     *
     * @return the day, or null when there is none, as in a report that does not count by day
     */
    public @Nullable LocalDate newestDay() {
        LocalDate settledThrough = settledThrough();
        if (open.isEmpty()) {
            return settledThrough;
        }
        LocalDate given = open.lastKey();
        return settledThrough == null || given.isAfter(settledThrough) ? given : settledThrough;
    }

    KeyShape key() {
        return key;
    }

    DayRanges settled() {
        return settled;
    }

    NavigableMap<LocalDate, DayDigests> open() {
        return open;
    }

    /** Days of which the last answer had no row of any company, and which are not settled by it. */
    DayRanges blank() {
        return blank;
    }

    boolean isEmpty() {
        return settled.ranges().isEmpty() && open.isEmpty();
    }

    /** An answer for these days had no row for anyone. */
    FeedState blank(Window days) {
        DayRanges more = blank.plus(days);
        return more.equals(blank) ? this : new FeedState(report, key, settled, open, more);
    }

    /** An answer for these days had rows. */
    FeedState notBlank(Window days) {
        return blank.within(days).ranges().isEmpty()
                ? this
                : new FeedState(report, key, settled, open, blank.without(days));
    }

    /** These days are settled as they were given last. */
    FeedState settle(@Nullable Window days) {
        return settle(days, LocalDate.MAX);
    }

    /** As {@link #settle(Window)}, but rows are remembered from a day on. */
    FeedState settle(@Nullable Window days, LocalDate keptFrom) {
        if (days == null || settled.missing(days).isEmpty()) {
            return this;
        }
        return new FeedState(report, key, settled.plus(days), open, blank).forget(days, keptFrom);
    }

    /** Rows of settled days before a day are not remembered any more. */
    FeedState forget(LocalDate keptFrom) {
        FeedState rest = this;
        for (Window range : settled.ranges()) {
            rest = rest.forget(range, keptFrom);
        }
        return rest;
    }

    private FeedState forget(Window days, LocalDate keptFrom) {
        LocalDate end = days.to().isBefore(keptFrom) ? days.to() : keptFrom.minusDays(1);
        if (end.isBefore(days.from())
                || open.subMap(days.from(), true, end, true).isEmpty()) {
            return this;
        }
        NavigableMap<LocalDate, DayDigests> rest = new TreeMap<>(open);
        rest.subMap(days.from(), true, end, true).clear();
        return new FeedState(report, key, settled, rest, blank);
    }

    /** Days that left the scope before they settled are settled as they were given last, once their time has come. */
    FeedState closeBefore(Horizon horizon) {
        FeedState closed = this;
        for (LocalDate day : open.headMap(horizon.start()).keySet()) {
            if (horizon.isSettled(day)) {
                closed = closed.settle(new Window(day, day));
            }
        }
        return closed;
    }

    /** The digests of a day that may still change. */
    FeedState remember(LocalDate day, DayDigests digests) {
        if (digests.equals(open.get(day)) || (digests.rows() == 0 && !open.containsKey(day))) {
            return this;
        }
        NavigableMap<LocalDate, DayDigests> changed = new TreeMap<>(open);
        if (digests.rows() == 0) {
            changed.remove(day);
        } else {
            changed.put(day, digests);
        }
        return new FeedState(report, key, settled, changed, blank);
    }

    /** The same for a catalogue whose keys have another form: which rows were given is not known any more. */
    FeedState forKey(KeyShape now) {
        if (now.equals(key)) {
            return this;
        }
        NavigableMap<LocalDate, DayDigests> unknown = new TreeMap<>(open);
        unknown.replaceAll((day, digests) -> DayDigests.UNKNOWN);
        return new FeedState(report, now, settled, unknown, blank);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeedState that
                && that.report.equals(report)
                && that.key.equals(key)
                && that.settled.equals(settled)
                && that.open.equals(open)
                && that.blank.equals(blank);
    }

    @Override
    public int hashCode() {
        return Objects.hash(report, key, settled, open, blank);
    }

    @Override
    public String toString() {
        return report + " settled " + settled.ranges() + ", open " + open.keySet() + " with " + openRows() + " rows"
                + (blank.ranges().isEmpty() ? "" : ", blank " + blank.ranges());
    }
}
