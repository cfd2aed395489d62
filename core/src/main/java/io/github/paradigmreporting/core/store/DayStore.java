package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Days already fetched, kept for everybody with the same address and key in this JVM. A range costs only the days that
 * are missing, and a day that somebody is fetching is waited for instead of being fetched again.
 *
 * <p>A day that had settled when it was asked for is kept until memory is needed for days used more recently; any other
 * is served for a short time and then asked for again. Days without rows are kept, too. Days after today are never asked
 * for. Reports that count whole windows are kept for a short time, by exact window. Rows are always kept whole, whatever
 * columns a query selects. Safe for threads.
 */
public final class DayStore {
    private static final Map<String, DayStore> SHARED = new ConcurrentHashMap<>();

    private final InstantSource clock;
    private final Shelf shelf = new Shelf();
    private final List<Flight<?>> flights = new ArrayList<>();
    private StoreOptions options;
    private int clears;

    DayStore(StoreOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    /**
     * The store of everybody with a client's address and key.
     *
     * @param client whose address and key
     * @param options hold from now on for all of them
     * @return the store
     */
    public static DayStore shared(ParadigmReportingClient client, StoreOptions options) {
        DayStore store =
                SHARED.computeIfAbsent(client.identity(), any -> new DayStore(options, InstantSource.system()));
        store.options(options);
        return store;
    }

    /**
     * The rows a query asks for, from the store as far as it has them, else from the instance. Windows of days ascend;
     * within one, days ascend with each company's day in one piece, unless the window is too large to be kept: then it
     * is in the instance's order. Every column is filled, whatever the query selects. Nothing is sent before the first
     * row is asked for.
     *
     * @param client asks for what is missing
     * @param query what is asked
     * @param cancellation ends these rows, from any thread, and their requests unless others wait for them, too
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> Rows<R> rows(
            ParadigmReportingClient client, ReportQuery<R> query, Cancellation cancellation) {
        if (options().maxBytes() == 0) {
            return client.rows(query, cancellation);
        }
        return rows(WindowSource.of(client), query, cancellation);
    }

    <R extends Row> Rows<R> rows(WindowSource source, ReportQuery<R> query, Cancellation cancellation) {
        return new StoreRows<>(this, source, query, cancellation);
    }

    /**
     * What is kept now.
     *
     * @return ranges of days, by report, company and day
     */
    public synchronized List<StoredRange> contents() {
        return Contents.of(shelf.all(), this::settled);
    }

    /** Forgets everything; what is on its way now will not be kept either. */
    public synchronized void clear() {
        shelf.clear();
        clears++;
    }

    synchronized void options(StoreOptions newOptions) {
        options = newOptions;
        shelf.shrink(options.maxBytes());
    }

    private synchronized StoreOptions options() {
        return options;
    }

    synchronized LocalDate today() {
        return options.dayOf(clock.instant());
    }

    /** Most bytes of an answer that are collected to be kept. */
    private long flightBytes() {
        return Math.max(1L << 20, options.maxBytes() / 8);
    }

    /** The first days of what is left of a query, from wherever they come soonest. */
    synchronized <R extends Row> Segment<R> next(
            WindowSource source, ReportQuery<R> query, Window left, NavigableSet<LocalDate> ends) {
        Long scope = Slot.scope(query);
        List<Stored<R>> kept = kept(query, scope, left, source.windowDays());
        if (!kept.isEmpty()) {
            kept.forEach(shelf::used);
            Window last = kept.get(kept.size() - 1).slot().days();
            return new Segment.Kept<>(new Window(left.from(), last.to()), kept);
        }
        Flight<R> flight = flight(query, scope, left.from());
        if (flight != null) {
            flight.users++;
            LocalDate end = flight.slot.days().to();
            return new Segment.Awaited<>(
                    new Window(left.from(), end.isBefore(left.to()) ? end : left.to()), flight, false);
        }
        Window days = query.report().grain() == Grain.WINDOW
                ? left
                : new MissingDays(
                                day -> fresh(query, scope, day) != null,
                                day -> flight(query, scope, day) != null,
                                source.windowDays(),
                                ends)
                        .next(left);
        return new Segment.Awaited<>(days, start(source, query, new Slot(query.report(), scope, days)), true);
    }

    private <R extends Row> Flight<R> start(WindowSource source, ReportQuery<R> query, Slot slot) {
        Instant now = clock.instant();
        Flight<R> flight =
                new Flight<>(query.report(), slot, now, source.open(slot.query(query.report()), flightBytes()));
        int clearsBefore = clears;
        Collectors.execute(() -> landed(flight, flight.collect(), clearsBefore));
        flights.add(flight);
        return flight;
    }

    private <R extends Row> void landed(Flight<R> flight, Landing<R> how, int clearsBefore) {
        boolean finished;
        synchronized (this) {
            flights.remove(flight);
            if (how instanceof Landing.Whole<R> whole && clears == clearsBefore) {
                whole.parts().forEach(part -> shelf.put(part, options.maxBytes()));
            }
            flight.land(how);
            finished = flight.leaderGone || !(how instanceof Landing.TooLarge);
        }
        if (finished) {
            flight.rows.close();
        }
    }

    /** Somebody no longer wants a flight's rows; when nobody does, it is aborted. */
    void leave(Flight<?> flight, boolean leader) {
        boolean finished;
        synchronized (this) {
            flight.users--;
            flight.leaderGone |= leader;
            finished = flight.landing() == null ? flight.users == 0 : leader;
            if (finished) {
                flights.remove(flight);
            }
        }
        if (finished) {
            flight.rows.close();
        }
    }

    private <R extends Row> List<Stored<R>> kept(ReportQuery<R> query, @Nullable Long scope, Window left, int most) {
        if (query.report().grain() == Grain.WINDOW) {
            Stored<R> stored = fresh(query, scope, left);
            return stored == null ? List.of() : List.of(stored);
        }
        List<Stored<R>> run = new ArrayList<>();
        for (LocalDate day = left.from(); !day.isAfter(left.to()) && run.size() < most; day = day.plusDays(1)) {
            Stored<R> stored = fresh(query, scope, day);
            if (stored == null) {
                break;
            }
            run.add(stored);
        }
        return run;
    }

    private <R extends Row> @Nullable Stored<R> fresh(ReportQuery<R> query, @Nullable Long scope, LocalDate day) {
        return fresh(query, scope, new Window(day, day));
    }

    private <R extends Row> @Nullable Stored<R> fresh(ReportQuery<R> query, @Nullable Long scope, Window days) {
        Stored<R> ofAll = fresh(new Slot(query.report(), null, days));
        return ofAll != null || scope == null ? ofAll : fresh(new Slot(query.report(), scope, days));
    }

    private <R extends Row> @Nullable Stored<R> fresh(Slot slot) {
        Stored<R> stored = shelf.look(slot);
        if (stored == null || settled(stored)) {
            return stored;
        }
        Instant now = clock.instant();
        // A clock that was put back makes a day older, never younger.
        boolean recent =
                !now.isBefore(stored.askedAt()) && now.isBefore(stored.askedAt().plus(options.recentTtl()));
        return recent ? stored : null;
    }

    private boolean settled(Stored<?> stored) {
        return stored.slot().report().grain() == Grain.DAY
                && options.settled(stored.slot().days().from(), stored.askedAt());
    }

    @SuppressWarnings("unchecked") // The slot names the report, and with it the row type.
    private <R extends Row> @Nullable Flight<R> flight(ReportQuery<R> query, @Nullable Long scope, LocalDate day) {
        Predicate<Slot> holds = query.report().grain() == Grain.WINDOW
                ? slot -> slot.days().equals(query.window())
                : slot -> slot.days().contains(day);
        for (Flight<?> flight : flights) {
            if (flight.slot.serves(query.report(), scope) && holds.test(flight.slot)) {
                return (Flight<R>) flight;
            }
        }
        return null;
    }
}
