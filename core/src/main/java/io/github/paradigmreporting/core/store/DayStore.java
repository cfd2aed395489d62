package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Days already fetched, kept for everybody with the same address and key in this JVM. A range costs only the days that
 * are missing, and a day that somebody is fetching is waited for instead of being fetched again. Reports that come in one
 * answer are kept together, whichever of them was asked for.
 *
 * <p>A day that had settled when it was asked for is kept until memory is needed for days used more recently; any other
 * is served for a short time and then asked for again. Days without rows are kept, too; where a whole answer had no row they
 * settle by a second one that has none either. Days after today are never asked
 * for. Reports that count whole windows are kept for a short time, by exact window. Rows are always kept whole, whatever
 * columns a query selects. An answer too large to be kept is handed on as it comes. Where the options name a directory,
 * settled days are kept there, too, and read again by the next program. Safe for threads.
 *
 * <p>Memory: {@link StoreOptions#maxBytes()} for what is kept and, at worst, one and a half times as much for four answers
 * on their way. When more than four queries wait for different days at once, each further one takes at worst a tenth.
 */
public final class DayStore {
    private static final SharedStores SHARED =
            new SharedStores(Runtime.getRuntime().maxMemory() / 4);

    /** Flights that queries may have opened ahead of what they wait for, all together. */
    private static final int MOST_OPEN = 4;

    private static final long LEAST_FLIGHT_BYTES = 1 << 20;

    private static final StoreOptions NOTHING = new StoreOptions(0, Duration.ZERO, 0, Duration.ZERO, ZoneOffset.UTC);

    private final InstantSource clock;
    private final SharedStores neighbours;
    private final Shelf shelf = new Shelf();
    private final Flights flights = new Flights();
    private final WindowSizes sizes = new WindowSizes();
    private final StoreFiles files;
    private StoreOptions options = NOTHING;
    private int clears;
    private volatile long lastUse;

    /** A store that keeps nothing until it is told its options. */
    DayStore(String identity, InstantSource clock, SharedStores neighbours) {
        this.files = new StoreFiles(identity, clock);
        this.clock = clock;
        this.neighbours = neighbours;
    }

    /**
     * The store of everybody with a client's address and key. All stores of a JVM together keep no more than a quarter of
     * its heap, whatever the options allow.
     *
     * @param client whose address and key; the first one brings the clock
     * @param options hold from now on for all of them
     * @return the store
     */
    public static DayStore shared(ParadigmReportingClient client, StoreOptions options) {
        return SHARED.of(client.identity(), client.clock(), options);
    }

    /**
     * The rows a query asks for, from the store as far as it has them, else from the instance. Windows of days ascend;
     * within one, days ascend with each company's day in one piece, unless the window is too large to be kept: then it
     * is in the instance's order. Every column is filled, whatever the query selects, unless nothing is kept at all
     * ({@code maxBytes} 0). Nothing is sent before the first row is asked for.
     *
     * @param client asks for what is missing
     * @param query what is asked
     * @param cancellation ends these rows, from any thread, and their requests unless others wait for them, too
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> Rows<R> rows(
            ParadigmReportingClient client, ReportQuery<R> query, Cancellation cancellation) {
        return rows(client, query, cancellation, DaysObserver.NONE);
    }

    /**
     * The same, observed.
     *
     * @param client asks for what is missing
     * @param query what is asked
     * @param cancellation ends these rows, from any thread, and their requests unless others wait for them, too
     * @param observer is told where days come from
     * @return the rows, to be closed
     * @param <R> the row type
     */
    public <R extends Row> Rows<R> rows(
            ParadigmReportingClient client, ReportQuery<R> query, Cancellation cancellation, DaysObserver observer) {
        if (options().maxBytes() > 0) {
            return rows(WindowSource.of(client), query, cancellation, observer);
        }
        Window past = past(query);
        if (past == null) {
            return new NoRows<>();
        }
        return client.rows(
                query.in(past),
                cancellation,
                observer::requested,
                new ObservedSource.Exchanges(observer, observer::waits));
    }

    <R extends Row> Rows<R> rows(WindowSource source, ReportQuery<R> query, Cancellation cancellation) {
        return rows(source, query, cancellation, DaysObserver.NONE);
    }

    <R extends Row> Rows<R> rows(
            WindowSource source, ReportQuery<R> query, Cancellation cancellation, DaysObserver observer) {
        lastUse = neighbours.nextUse();
        return new StoreRows<>(this, new ObservedSource(source, observer), query, cancellation, observer);
    }

    /**
     * What is kept now.
     *
     * @return ranges of days, by report, company and day
     */
    public List<StoredRange> contents() {
        List<Stored<?>> all;
        StoreOptions now;
        synchronized (this) {
            all = shelf.all();
            now = options;
        }
        return Contents.of(all, stored -> stored.settled(now));
    }

    /**
     * Forgets everything, files included. What is on its way now is handed to those who wait for it and then forgotten,
     * too.
     */
    public void clear() {
        synchronized (this) {
            shelf.clear();
            flights.removeAll();
            sizes.clear();
            clears++;
        }
        files.clear();
    }

    /**
     * What keeps settled days from being kept on disk, for people: days are then kept in memory only, and nothing else
     * suffers.
     *
     * @return a sentence with its remedy, or empty when all is well or no directory is set
     */
    public Optional<String> problem() {
        return files.problem();
    }

    /**
     * Waits until what has been fetched so far stands on disk, if it is to; for programs about to end.
     *
     * @param most the longest wait
     * @throws InterruptedException when the thread is interrupted
     */
    public void awaitWritten(Duration most) throws InterruptedException {
        files.awaitWritten(most);
    }

    @SuppressWarnings("ReferenceEquality") // On purpose, see below.
    synchronized void options(StoreOptions newOptions) {
        // To compare two records, a cold JVM makes code that takes longer than to connect.
        if (options != NOTHING && newOptions.equals(options)) {
            return;
        }
        options = newOptions;
        shelf.shrink(options.maxBytes());
        sizes.clear();
        files.options(options);
    }

    /** Looks what is on disk by now. */
    void look() {
        files.look();
    }

    long lastUse() {
        return lastUse;
    }

    synchronized long bytes() {
        return shelf.bytes();
    }

    /** Gives up at least so many bytes, or all there are; how many it was. */
    synchronized long giveUp(long bytes) {
        long before = shelf.bytes();
        shelf.shrink(Math.max(0, before - bytes));
        return before - shelf.bytes();
    }

    private synchronized StoreOptions options() {
        return options;
    }

    /** The days of a query that are not in the future, or null when all are; windows are left as they are. */
    synchronized @Nullable Window past(ReportQuery<?> query) {
        Window asked = query.window();
        LocalDate today = options.dayOf(clock.instant());
        if (query.report().grain() == Grain.WINDOW || !asked.to().isAfter(today)) {
            return asked;
        }
        return asked.from().isAfter(today) ? null : new Window(asked.from(), today);
    }

    /** Whether a query may have another segment opened ahead of what it takes now. */
    synchronized boolean hasRoom() {
        return !isCrowded();
    }

    private boolean isCrowded() {
        return flights.open() >= MOST_OPEN;
    }

    /**
     * Most bytes of an answer that are collected to be kept, as JSON. Rows take two to three times the memory of their
     * JSON, so that four answers take at worst one and a half times what is kept.
     */
    private long flightBytes() {
        return Math.max(LEAST_FLIGHT_BYTES, options.maxBytes() / 8);
    }

    /** The first days of what is left of a query, from wherever they come soonest. */
    synchronized <R extends Row> Segment<R> next(
            WindowSource source, ReportQuery<R> query, Window left, NavigableSet<LocalDate> ends) {
        Report<R> report = query.report();
        Long scope = Slot.scope(query);
        Instant now = clock.instant();
        List<Stored<R>> kept = shelf.fresh(report, scope, left, source.windowDays(), options, now);
        if (!kept.isEmpty()) {
            kept.forEach(shelf::used);
            LocalDate end = kept.get(kept.size() - 1).slot().days().to();
            return new Segment.Kept<>(new Window(left.from(), end), kept);
        }
        Flight<R> flight = flights.bringing(report, scope, left);
        if (flight != null) {
            flight.users++;
            return new Segment.Awaited<>(firstOf(left, flight.slot), flight, false);
        }
        Flight<?> beside = flights.bringingBeside(report, scope, left);
        if (beside != null) {
            beside.users++;
            return new Segment.Beside<>(firstOf(left, beside.slot), beside);
        }
        Window days = left;
        if (report.grain() == Grain.DAY) {
            Disk disk = files.of(source);
            DiskFile file = disk == null ? null : disk.holding(report, scope, left.from(), options);
            if (disk != null && file != null) {
                return start(disk, report, file, left);
            }
            days = new MissingDays(
                            day -> shelf.fresh(report, scope, new Window(day, day), options, now) != null
                                    || (disk != null && disk.holding(report, scope, day, options) != null),
                            day -> flights.isBringing(report, scope, new Window(day, day)),
                            source.windowDays(),
                            sizes.limit(report, scope, source.windowDays(), source.longestWindowDays(), now),
                            ends)
                    .next(left);
        }
        return new Segment.Awaited<>(days, start(source, report, new Slot(report, scope, days)), true);
    }

    private <R extends Row> Flight<R> start(WindowSource source, Report<R> report, Slot slot) {
        Instant now = clock.instant();
        long most = isCrowded() ? Math.max(LEAST_FLIGHT_BYTES, flightBytes() / 4) : flightBytes();
        Disk disk = files.of(source);
        FlightWaits waits = new FlightWaits(clock);
        Flight<R> flight = new Flight<>(
                report,
                slot,
                now,
                most,
                source.open(slot.query(report), most, waits),
                waits,
                report.grain() == Grain.DAY && slot.days().days() > source.windowDays());
        int before = clears;
        start(flight, whole -> files.saving(disk, source, report, whole, options(), () -> isSince(before)));
        return flight;
    }

    private synchronized boolean isSince(int before) {
        return clears == before;
    }

    /** Starts to read a file. Its days that had settled when they were asked for are the first ones. */
    private <R extends Row> Segment<R> start(Disk disk, Report<R> report, DiskFile file, Window left) {
        LocalDate last = file.days().to();
        while (!options.settled(last, file.askedAt())) {
            last = last.minusDays(1);
        }
        Slot slot = new Slot(report, file.company(), new Window(file.days().from(), last));
        ReportQuery<R> query = slot.query(report).in(file.days());
        Flight<R> flight = new Flight<>(
                report,
                slot,
                file.askedAt(),
                flightBytes(),
                new DiskFetch<>(disk, file, query, flightBytes()),
                new FlightWaits(clock),
                false);
        start(flight, whole -> () -> {});
        return new Segment.Awaited<>(firstOf(left, slot), flight, true);
    }

    /** As many of the first days as a slot has. */
    private static Window firstOf(Window left, Slot slot) {
        LocalDate end = slot.days().to();
        return new Window(left.from(), end.isBefore(left.to()) ? end : left.to());
    }

    private <R extends Row> void start(Flight<R> flight, Function<Landing.Whole<R>, Runnable> whatFollows) {
        int before = clears;
        try {
            Collectors.execute(() -> {
                Landing<R> how = flight.collect();
                Runnable then = () -> {};
                if (how instanceof Landing.Whole<R> whole) {
                    Landing.Whole<R> believed = flight.fromDisk ? whole.confirmed() : confirmed(whole);
                    how = believed;
                    then = whatFollows.apply(believed);
                }
                landed(flight, how, before);
                then.run();
            });
        } catch (Error e) {
            // No thread to be had.
            flight.rows.close();
            throw e;
        }
        flights.add(flight);
    }

    /** An answer without any row counts for settled days when the one before had none either. */
    private synchronized <R extends Row> Landing.Whole<R> confirmed(Landing.Whole<R> whole) {
        List<Landing.Beside<?>> beside = new ArrayList<>();
        whole.beside().forEach(other -> beside.add(confirmed(other)));
        return new Landing.Whole<>(confirmed(whole.parts()), beside);
    }

    private <S extends Row> Landing.Beside<S> confirmed(Landing.Beside<S> beside) {
        return new Landing.Beside<>(beside.report(), confirmed(beside.parts()));
    }

    private <R extends Row> List<Stored<R>> confirmed(List<Stored<R>> parts) {
        return parts.stream().map(part -> part.after(shelf.look(part.slot()))).toList();
    }

    private <R extends Row> void landed(Flight<R> flight, Landing<R> how, int clearsBefore) {
        boolean close;
        synchronized (this) {
            flights.remove(flight);
            if (how instanceof Landing.TooLarge && flight.mostBytes == flightBytes()) {
                sizes.tooLarge(flight.slot);
            }
            if (how instanceof Landing.Failed<R> failed && flight.splits && failed.mayBeForItsLength()) {
                sizes.failed(flight.slot, clock.instant());
            }
            if (how instanceof Landing.Whole<R> whole && clears == clearsBefore) {
                keep(flight, whole);
            }
            flight.land(how);
            close = (flight.leaderGone || !(how instanceof Landing.TooLarge)) && flights.close(flight);
        }
        neighbours.balance();
        if (close) {
            flight.rows.close();
        }
    }

    /** Nothing that was asked for makes room for what was not. */
    private <R extends Row> void keep(Flight<R> flight, Landing.Whole<R> whole) {
        long bytes = 0;
        for (Stored<R> part : whole.parts()) {
            shelf.put(part, options.maxBytes());
            bytes += part.bytes();
        }
        for (Landing.Beside<?> beside : whole.beside()) {
            beside.parts().forEach(part -> shelf.putWhereThereIsRoom(part, options.maxBytes()));
        }
        if (!flight.fromDisk) {
            Duration took = Duration.between(flight.startedAt, clock.instant()).minus(flight.waits.total());
            sizes.answered(flight.slot, bytes, flight.mostBytes / 2, took.isNegative() ? Duration.ZERO : took);
        }
    }

    /** Somebody no longer wants a flight's rows; when nobody does, it is aborted. */
    void leave(Flight<?> flight, boolean leader) {
        boolean close;
        synchronized (this) {
            flight.users--;
            flight.leaderGone |= leader;
            boolean unwanted = flight.landing() == null ? flight.users == 0 : leader;
            if (unwanted) {
                flights.remove(flight);
            }
            close = unwanted && flights.close(flight);
        }
        if (close) {
            flight.rows.close();
        }
    }
}
