package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.client.WindowPlanner;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A query's rows, segment by segment. The next segments are opened while one is taken: none at first, since a caller may
 * want but a few rows, then 3, 15 … up to a maximum. Days whose request failed, perhaps because it was for too many, are
 * requested again by shorter ones.
 */
final class StoreRows<R extends Row> implements Rows<R> {
    /** Read ahead of the taker where rows are read for one query alone, as bytes on the wire. */
    private static final long READ_AHEAD_BYTES = 512 * 1024;

    private final DayStore store;
    private final WindowSource source;
    private final ReportQuery<R> query;
    private final DaysObserver observer;
    private final Cancellation ended = new Cancellation();
    private final Cancellation.Registration callers;
    private final List<Segment<R>> pending = new ArrayList<>();
    private final NavigableSet<LocalDate> ends = new TreeSet<>();
    private volatile boolean over;
    private boolean begun;
    private boolean exhausted;
    private boolean outwaited;
    private @Nullable RuntimeException broken;
    private int ahead = 1;
    private @Nullable Segment<R> current;
    private Iterator<R> taking = Collections.emptyIterator();
    private @Nullable R upcoming;

    StoreRows(
            DayStore store,
            WindowSource source,
            ReportQuery<R> query,
            Cancellation cancellation,
            DaysObserver observer) {
        this.store = store;
        this.source = source;
        this.query = query;
        this.observer = observer;
        var unused = ended.onCancel(this::leaveAll);
        this.callers = cancellation.onCancel(ended::cancel);
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null) {
            if (exhausted) {
                return false;
            }
            if (over) {
                ended.throwIfCancelled();
            }
            if (taking.hasNext()) {
                R row = taking.next();
                if (query.companies().isEmpty() || query.companies().contains(row.companyId())) {
                    upcoming = row;
                }
            } else if (!advance()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public R next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        R row = upcoming;
        upcoming = null;
        return row;
    }

    /** Goes on to the next segment and waits for it; false at the end. */
    private boolean advance() {
        if (broken != null) {
            // Days are missing from here on, so that this is not the end, however often somebody asks.
            throw broken;
        }
        try {
            Segment<R> segment = nextSegment();
            exhausted = segment == null;
            if (segment != null) {
                taking = rowsOf(segment);
            }
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        }
        if (exhausted) {
            callers.close();
        }
        return !exhausted;
    }

    private synchronized @Nullable Segment<R> nextSegment() {
        ended.throwIfCancelled();
        begin();
        if (current != null) {
            leave(current);
            current = null;
            ahead = Math.min(4 * ahead, source.maxConcurrentRequests());
        }
        openAhead();
        current = pending.isEmpty() ? null : pending.remove(0);
        return current;
    }

    private void openAhead() {
        ListIterator<Segment<R>> segments = pending.listIterator();
        for (int opened = 0; opened < ahead && segments.hasNext(); opened++) {
            if (segments.next() instanceof Segment.Later<R> later) {
                if (opened > 0 && !store.hasRoom()) {
                    return;
                }
                Segment<R> segment;
                try {
                    segment = segment(later.days());
                } catch (RuntimeException e) {
                    if (opened == 0) {
                        throw e;
                    }
                    // Only ahead of time: it is thrown again when the segment is needed.
                    return;
                }
                segments.set(segment);
                Window rest = after(later.days(), segment);
                if (rest != null) {
                    segments.add(new Segment.Later<>(rest));
                    segments.previous();
                }
            }
        }
    }

    private Segment<R> segment(Window days) {
        Segment<R> segment = store.next(source, query, days, ends);
        if (segment instanceof Segment.Kept<R>) {
            observer.kept(segment.days());
        } else if (segment instanceof Segment.Awaited<R> awaited && awaited.flight().fromDisk) {
            observer.onDisk(segment.days());
        } else if (segment instanceof Segment.Awaited<R> awaited && !awaited.leads()) {
            observer.shared(segment.days());
        }
        return segment;
    }

    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        Window days = store.past(query);
        store.look();
        if (days != null) {
            pending.add(new Segment.Later<>(days));
            new WindowPlanner(mostDays(days)).split(days).forEach(window -> ends.add(window.to()));
        }
    }

    /** Most days in a window of a range: so few that as many requests as are allowed at once share it, but the usual number. */
    private int mostDays(Window range) {
        int together = source.maxConcurrentRequests();
        long share = (range.days() + together - 1) / together;
        return (int) Math.max(source.windowDays(), Math.min(source.longestWindowDays(), share));
    }

    private static @Nullable Window after(Window left, Segment<?> segment) {
        LocalDate to = segment.days().to();
        return to.isBefore(left.to()) ? new Window(to.plusDays(1), left.to()) : null;
    }

    private Iterator<R> rowsOf(Segment<R> segment) {
        if (segment instanceof Segment.Kept<R> kept) {
            return rowsOf(kept.parts(), kept.days());
        }
        if (segment instanceof Segment.Private<R> alone) {
            return alone.rows();
        }
        if (segment instanceof Segment.Beside<R> beside) {
            beside.flight().waits.add(observer);
            beside.flight().await(ended);
            again(beside);
            return Collections.emptyIterator();
        }
        Segment.Awaited<R> awaited = (Segment.Awaited<R>) segment;
        awaited.flight().waits.add(observer);
        Landing<R> landing = awaited.flight().await(ended);
        if (landing instanceof Landing.Whole<R> whole) {
            return rowsOf(whole.parts(), awaited.days());
        }
        if (landing instanceof Landing.Failed<R> failed) {
            boolean elsewhere = failed.why() instanceof DiskFetch.Unusable
                    || (awaited.flight().splits && failed.mayBeForItsLength())
                    || (!awaited.leads() && isLeadersOwn(failed.why()));
            if (!elsewhere) {
                throw failed.why();
            }
            again(awaited);
            return Collections.emptyIterator();
        }
        return awaited.leads() ? awaited.flight().rows : alone(awaited);
    }

    /**
     * Whether a failure says nothing about the instance, only about the one who asked: he cancelled, or had less patience
     * than we. Of the latter only once, lest ten who wait for an instance that hangs wait ten times as long.
     */
    private boolean isLeadersOwn(RuntimeException why) {
        if (why instanceof ReportingException e && e.kind() == ErrorKind.TIMEOUT && !outwaited) {
            outwaited = true;
            return true;
        }
        return why instanceof ReportingException e && e.kind() == ErrorKind.CANCELLED;
    }

    /** Puts the days of a segment that came to nothing, or to the shelf, back in front. */
    private synchronized void again(Segment<R> lost) {
        ended.throwIfCancelled();
        pending.add(0, new Segment.Later<>(lost.days()));
    }

    private synchronized Iterator<R> alone(Segment.Awaited<R> tooLarge) {
        ended.throwIfCancelled();
        leave(tooLarge);
        current = null;
        Rows<R> rows = source.open(
                query.in(tooLarge.days()), READ_AHEAD_BYTES, new ObservedSource.Exchanges(observer, observer::waits));
        current = new Segment.Private<>(tooLarge.days(), rows);
        return rows;
    }

    private Iterator<R> rowsOf(List<Stored<R>> parts, Window days) {
        if (query.report().grain() == Grain.WINDOW) {
            return new PartsIterator<>(parts);
        }
        return new PartsIterator<>(parts.stream()
                .filter(part -> days.contains(part.slot().days().from()))
                .toList());
    }

    private void leave(Segment<R> segment) {
        if (segment instanceof Segment.Awaited<R> awaited) {
            store.leave(awaited.flight(), awaited.leads());
        } else if (segment instanceof Segment.Beside<R> beside) {
            store.leave(beside.flight(), false);
        } else if (segment instanceof Segment.Private<R> alone) {
            alone.rows().close();
        }
    }

    private synchronized void leaveAll() {
        over = true;
        if (current != null) {
            leave(current);
            current = null;
        }
        pending.forEach(this::leave);
        pending.clear();
    }

    @Override
    public void close() {
        callers.close();
        ended.cancel();
    }
}
