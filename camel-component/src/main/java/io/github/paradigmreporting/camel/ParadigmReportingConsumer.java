package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedPass;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.settings.DayExpression;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.InflightRepository;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.UnitOfWorkHelper;
import org.apache.camel.util.CastUtils;
import org.jspecify.annotations.Nullable;

/**
 * Sends each row of a report that is new or restated, once. A poll is a pass of the core's feed; messages are sent one after
 * the other, and the position moves when they are done, without a gap.
 *
 * @param <R> the row type
 */
@ManagedResource(description = "Consumer of a Paradigm report")
final class ParadigmReportingConsumer<R extends Row> extends ManagedReportConsumer {
    /** Most rows read ahead of the route, to number the messages of a batch. */
    private static final int BATCH_ROWS = 500;

    /** Bytes of an answer read ahead of the route. */
    private static final long READ_AHEAD_BYTES = 256 * 1024;

    /**
     * Longest time a suspension waits for the poll that it has cancelled. Camel looks once a second whether a route is done:
     * a poll that is still ending when it first looks would cost that second.
     */
    private static final long ENDING_MILLIS = 300;

    private final ParadigmReportingEndpoint endpoint;
    private final Report<R> report;
    private final ColumnRules rules;
    private final Exchanges<R> exchanges;
    private final Parking parking;
    private final PollHistory history;
    private final int batchSize;
    private final ReentrantLock running = new ReentrantLock();

    private volatile @Nullable KeptState<R> kept;
    private Positions<R> sent;
    private volatile Frontier<List<Position<R>>> frontier = new Frontier<>(positions -> {});
    private volatile Cancellation cancellation = new Cancellation();
    private volatile @Nullable Instant pollingSince;
    private final Object ends = new Object();
    /** Whether a failed message will be what a poll ends with; guarded by {@link #ends}, as is the message. */
    private boolean polling;

    private @Nullable StoppedAtMessageException stopped;
    /** Messages of the poll before, after which a greedy consumer polls again at once. */
    private int polledBefore;

    private long round;
    private boolean sentInRound;
    private final AtomicReference<@Nullable LocalDate> wantedAgain = new AtomicReference<>();

    ParadigmReportingConsumer(ParadigmReportingEndpoint endpoint, Report<R> report, Processor processor) {
        super(endpoint, processor);
        ParadigmReportingConfiguration configuration = endpoint.getConfiguration();
        this.endpoint = endpoint;
        this.report = report;
        this.sent = new Positions<>(report);
        this.batchSize = configuration.getBatchSize();
        this.rules = endpoint.columnRules();
        RowWriter<R> writer = new RowWriter<>(report, rules, configuration.getOutputType());
        this.exchanges = new Exchanges<>(report, new RecordKeys<>(report), writer, batchSize);
        this.parking = new Parking(endpoint.clock());
        this.history = new PollHistory(endpoint.clock());
        setMaxMessagesPerPoll(endpoint.getMaxMessagesPerPoll());
    }

    @Override
    protected void doBuild() throws Exception {
        super.doBuild();
        HealthCheck inherited = getHealthCheck();
        if (inherited != null) {
            setHealthCheck(new ReportHealthCheck(this, inherited.getId()));
        }
    }

    @Override
    protected void doStart() throws Exception {
        hold();
        round = keeper().reached().round();
        rewind();
        super.doStart();
    }

    /** A template or an enricher starts its consumer when it first takes a message, and ignores what fails then. */
    @Override
    public void onInit() throws Exception {
        hold();
        super.onInit();
    }

    private void hold() throws IOException {
        if (kept == null) {
            kept = KeptState.open(endpoint, report);
        }
    }

    /** Runs a poll; a suspension waits for its end. */
    @Override
    public void run() {
        running.lock();
        try {
            super.run();
        } finally {
            running.unlock();
        }
    }

    @Override
    protected void doSuspend() throws Exception {
        cancellation.cancel();
        super.doSuspend();
        if (running.tryLock(ENDING_MILLIS, TimeUnit.MILLISECONDS)) {
            running.unlock();
        }
    }

    /** Waits as long as a template or an enricher says; the inherited way would wait a whole delay, here an hour. */
    @Override
    public long beforePoll(long timeout) throws Exception {
        super.beforePoll(timeout);
        return timeout;
    }

    /**
     * Does not suspend, as other scheduled consumers do after each message that a template or an enricher takes: that would
     * end the poll in the middle, and the next one is far away. What is not taken waits in the taker's queue.
     */
    @Override
    public void afterPoll() {}

    @Override
    protected void doStop() throws Exception {
        cancellation.cancel();
        super.doStop();
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        Cancellation stop = new Cancellation();
        cancellation = stop;
        if (!isPollAllowed() || isSuspendingOrSuspended()) {
            return 0;
        }
        boolean again = isGreedy() && polledBefore > 0;
        polledBefore = 0;
        StoppedAtMessageException late = stopped();
        if (again && late != null) {
            // The message failed after the poll had ended; polling again at once would be as greedy as without the
            // failure.
            throw late;
        }
        synchronized (ends) {
            polling = true;
        }
        pollingSince = endpoint.clock().instant();
        try {
            int count = poll(stop);
            end();
            history.succeeded(count);
            polledBefore = count;
            return count;
        } catch (Exception e) {
            history.failed(e);
            throw e;
        } catch (Error e) {
            // Camel's scheduler would not poll again after an Error.
            history.failed(e);
            throw new RuntimeCamelException("the poll of " + report + " ended with " + e, e);
        } finally {
            synchronized (ends) {
                polling = false;
            }
            pollingSince = null;
            endRound();
            keeper().saveIfDue(true);
        }
    }

    /** From here on a failed message is reported when it fails. */
    private void end() {
        synchronized (ends) {
            polling = false;
            if (stopped != null) {
                throw stopped;
            }
        }
    }

    private @Nullable StoppedAtMessageException stopped() {
        synchronized (ends) {
            return stopped;
        }
    }

    /** A revision is of one round, so that it never returns; the next poll begins another one if this one sent anything. */
    private void endRound() {
        if (!sentInRound) {
            return;
        }
        sentInRound = false;
        round++;
        List<Position<R>> step = List.of(Position.afterRound(round));
        if (frontier.isBroken()) {
            keeper().reach(step);
        } else {
            // What is still on its way comes again with the same revision if this process dies.
            frontier.then(step);
        }
    }

    private int poll(Cancellation stop) throws Exception {
        try {
            parking.check();
            // A save that failed comes before anything new.
            keeper().save();
            rewindWhereWanted();
            if (frontier.isBroken()) {
                rewind();
            }
            return pass(stop);
        } catch (ReportingException e) {
            parking.note(e);
            throw ParadigmReportingException.of(e);
        }
    }

    @Override
    String sendAgain(DayExpression from) {
        LocalDate day = from.resolve(endpoint.today());
        wantedAgain.set(day);
        if (running.tryLock()) {
            try {
                rewindWhereWanted();
            } finally {
                running.unlock();
            }
        }
        return report + " from " + day + " on is sent again by the next poll";
    }

    /** Goes back before the day that somebody wants to see again; what is on its way does not move the position any more. */
    private void rewindWhereWanted() {
        LocalDate day = wantedAgain.getAndSet(null);
        if (day != null) {
            frontier.abandon();
            keeper().rewind(day);
            rewind();
        }
    }

    @Override
    ConsumerStatus status() {
        KeptState<R> state = kept;
        return ConsumerStatus.of(
                report.name(),
                state == null ? null : state.keeper().watermark(),
                endpoint.today(),
                history,
                state == null ? null : state.keeper().failure(),
                parking.until(),
                pollingSince,
                frontier.inFlight());
    }

    /** Whether a poll has read and sent something, although none has ended yet. */
    boolean isDelivering() {
        return pollingSince != null && history.isProgressing();
    }

    @Override
    String endWait() {
        boolean waited = parking.end();
        endpoint.client().endWait();
        return (waited
                        ? "the wait is over"
                        : report + " does not wait here; waits of others with the same key are over")
                + "; the next poll requests";
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new RouteFailures(super.getExceptionHandler());
    }

    /** Goes back to what is done for certain; what is still on its way will be sent again. */
    private void rewind() {
        frontier.abandon();
        PositionKeeper<R> keeper = keeper();
        sent = keeper.reached();
        synchronized (ends) {
            stopped = null;
            frontier = new Frontier<>(keeper::reach);
        }
    }

    private int pass(Cancellation stop) throws Exception {
        Feed<R> feed = new Feed<>(report, endpoint.feedOptions(), query -> endpoint.client()
                .window(
                        rules.select(query),
                        READ_AHEAD_BYTES,
                        endpoint.getConfiguration().getMaxRetryAfter()));
        int count = 0;
        try (FeedPass<R> pass = feed.begin(sent.states(), endpoint.clock().instant());
                Cancellation.Registration registration = stop.onCancel(pass::close)) {
            OutgoingReader<R> reader = new OutgoingReader<>(
                    pass, batchSize, endpoint.getConfiguration().isSendRemoved());
            boolean more = true;
            while (more && isBatchAllowed() && !frontier.isBroken()) {
                Queue<Object> batch = gather(reader, count);
                forceConsumerAsReady();
                history.progressed();
                more = !batch.isEmpty();
                count += processBatch(batch);
            }
        } catch (CancelledException e) {
            if (!stop.isCancelled()) {
                throw e;
            }
        }
        return count;
    }

    /** The next messages, as many as may be sent and fit into a batch; none at the end of the pass. */
    private Queue<Object> gather(OutgoingReader<R> reader, int count) {
        Queue<Object> batch = new ArrayDeque<>();
        int messages = maxMessagesPerPoll > 0 ? maxMessagesPerPoll - count : Integer.MAX_VALUE;
        int rows = 0;
        while (messages > 0 && rows < BATCH_ROWS) {
            Outgoing<R> next;
            try {
                next = reader.next();
            } catch (ReportingException e) {
                if (batch.isEmpty()) {
                    throw e;
                }
                // What was read before goes out first; the reader throws again when asked for more.
                return batch;
            }
            if (next == null) {
                return batch;
            }
            batch.add(next);
            rows += next.changes().size();
            messages -= next.changes().isEmpty() ? 0 : 1;
        }
        return batch;
    }

    @Override
    public int processBatch(Queue<Object> batch) throws Exception {
        Queue<Outgoing<R>> messages = CastUtils.cast(batch);
        int size = (int) messages.stream()
                .filter(message -> !message.changes().isEmpty())
                .count();
        int index = 0;
        while (!messages.isEmpty() && isBatchAllowed() && !frontier.isBroken()) {
            Outgoing<R> next = messages.remove();
            if (next.changes().isEmpty()) {
                next.positions().forEach(sent::move);
                frontier.then(next.positions());
            } else {
                pendingExchanges = size - index - 1;
                send(next, index, size);
                index++;
            }
        }
        return index;
    }

    private void send(Outgoing<R> message, int index, int size) {
        Exchange exchange = createExchange(true);
        exchanges.fill(exchange.getMessage(), message.changes(), round + 1);
        sentInRound = true;
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        Frontier<List<Position<R>>>.Ticket ticket = frontier.open(message.positions());
        message.positions().forEach(sent::move);
        history.sent(message.changes());
        Completion completion = new Completion(ticket, message.changes().get(0));
        exchange.getExchangeExtension().addOnCompletion(completion);
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        } catch (Error e) {
            exchange.setException(e);
            release(exchange);
        }
        if (exchange.getException() != null) {
            // Does nothing unless the route refused the exchange before it was one of its own.
            completion.onFailure(exchange);
        }
    }

    /** After an Error Camel leaves an exchange as it is, and a stop would wait for it until its timeout. */
    private void release(Exchange exchange) {
        InflightRepository inflight = endpoint.getCamelContext().getInflightRepository();
        UnitOfWork unit = exchange.getUnitOfWork();
        if (unit != null) {
            for (Route route = unit.popRoute(); route != null; route = unit.popRoute()) {
                inflight.remove(exchange, route.getRouteId());
            }
            UnitOfWorkHelper.doneUow(unit, exchange);
        }
    }

    /** Whether the last poll ended without a failed message. */
    boolean isAtRest() {
        return !frontier.isBroken();
    }

    private PositionKeeper<R> keeper() {
        KeptState<R> state = kept;
        if (state == null) {
            throw new IllegalStateException("the consumer of " + endpoint + " is not started");
        }
        return state.keeper();
    }

    /** What happens when a message is done, wherever its exchange was handed to. */
    private final class Completion extends SynchronizationAdapter {
        private final Frontier<List<Position<R>>>.Ticket ticket;
        private final Change<R> first;
        private boolean ended;

        Completion(Frontier<List<Position<R>>>.Ticket ticket, Change<R> first) {
            this.ticket = ticket;
            this.first = first;
        }

        @Override
        public void onComplete(Exchange exchange) {
            if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                onFailure(exchange);
            } else if (end()) {
                succeed();
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            if (!end()) {
                return;
            }
            RouteFailures failures = new RouteFailures(ParadigmReportingConsumer.super.getExceptionHandler());
            if (!endpoint.getConfiguration().isBreakOnFirstError()) {
                failures.ofMessage("The route failed for " + key(), exchange, exchange.getException());
                succeed();
                return;
            }
            StoppedAtMessageException failure = new StoppedAtMessageException(key(), cause(exchange));
            boolean late;
            synchronized (ends) {
                ticket.fail();
                late = !polling && ticket.isOf(frontier);
                if (stopped == null && ticket.isOf(frontier)) {
                    stopped = failure;
                }
            }
            if (late) {
                history.failed(failure);
                failures.ofMessage(String.valueOf(failure.getMessage()), exchange, failure);
            }
        }

        /** Camel wraps an Error. */
        private static @Nullable Throwable cause(Exchange exchange) {
            Throwable failure = exchange.getException();
            return failure instanceof CamelExecutionException && failure.getCause() instanceof Error error
                    ? error
                    : failure;
        }

        private String key() {
            return new RecordKeys<>(report).key(first);
        }

        private void succeed() {
            ticket.succeed();
            KeptState<R> state = kept;
            if (state != null) {
                state.keeper().saveIfDue(pollingSince == null && ticket.isLast());
            }
        }

        private synchronized boolean end() {
            boolean first = !ended;
            ended = true;
            return first;
        }
    }
}
