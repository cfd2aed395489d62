package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedOptions;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A task: hands Connect what its fetching threads have ready. Nothing on Connect's own thread waits for the instance, so
 * that it stops within a second whatever the instance does.
 */
public final class ParadigmReportingSourceTask extends SourceTask {
    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingSourceTask.class);

    /** Connect can neither stop nor pause a task during {@link #poll}. */
    private static final Duration POLL_WAIT = Duration.ofMillis(400);

    /** Rows of one answer read ahead, as bytes on the wire. */
    private static final long READ_AHEAD_BYTES = 512 * 1024;

    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(10);

    /** Tasks of this JVM between start and stop, with the names of their connectors. */
    private static final Map<ParadigmReportingSourceTask, String> RUNNING = new ConcurrentHashMap<>();

    private final Clock clock;
    private final InstanceClock instanceClock;
    private final Duration pollWait;
    private @Nullable SliceQueue queue;
    private @Nullable Batches batches;
    private @Nullable Fetching fetching;
    private @Nullable ParadigmReportingClient client;
    private @Nullable TaskMetrics metrics;
    private volatile @Nullable Delivery delivery;
    private @Nullable ScheduledExecutorService watch;
    private volatile @Nullable Thread connectThread;
    private volatile boolean interrupted;
    private final Map<String, SliceRecords<?>> records = new HashMap<>();

    /** Made by Connect. */
    public ParadigmReportingSourceTask() {
        this(Clock.systemUTC(), POLL_WAIT);
    }

    ParadigmReportingSourceTask(Clock clock, Duration pollWait) {
        this.clock = clock;
        this.pollWait = pollWait;
        this.instanceClock = new InstanceClock(clock);
    }

    @Override
    public String version() {
        return Version.get();
    }

    /** Reads the stored positions and starts the threads; sends nothing itself. */
    @Override
    public void start(Map<String, String> props) {
        try {
            start(props, ConnectorConfig.of(props), TaskUnits.read(props));
        } catch (InvalidSettingException e) {
            throw new ConnectException(Messages.of(e), e);
        }
    }

    private void start(Map<String, String> props, ConnectorConfig config, List<WorkUnit> units) {
        RUNNING.put(this, props.getOrDefault("name", ""));
        ParadigmReportingClient newClient = config.newClient(clock);
        client = newClient;
        SliceQueue newQueue =
                new SliceQueue(config.get(ConnectSettings.QUEUE_RECORDS), config.get(ConnectSettings.QUEUE_BYTES));
        queue = newQueue;
        batches = new Batches(newQueue, config.get(ConnectSettings.BATCH_RECORDS), context.transactionContext());
        TaskMetrics newMetrics = TaskMetrics.of(context, config, props, instanceClock);
        metrics = newMetrics;
        newMetrics.show(newQueue);
        Delivery newDelivery =
                new Delivery(config.topics().progress(), config.get(ConnectSettings.ALLOW_DROPPED_RECORDS), clock);
        delivery = newDelivery;
        newMetrics.show(newDelivery);
        watch = watch(newDelivery);
        Map<WorkUnit, Positions> positions = new StoredPositions(
                        context.offsetStorageReader(), newClient.baseUrl(), config.day(clock.instant()))
                .read(units);
        List<SourceRecord> found = config.knownCompanies(newClient.baseUrl())
                .remember(context.offsetStorageReader(), TaskUnits.companies(props), instanceClock.worker());
        if (!found.isEmpty()) {
            newQueue.putFirst(Slice.of(found));
        }
        int threads = Math.min(units.size(), newClient.maxConcurrentRequests());
        Fetching newFetching = new Fetching(config, newQueue, clock, threads);
        fetching = newFetching;
        newFetching.start(units.stream()
                .map(unit -> fetcher(
                        config,
                        newClient,
                        newQueue,
                        newMetrics,
                        unit,
                        unit.report(),
                        Objects.requireNonNull(positions.get(unit))))
                .toList());
    }

    private <R extends Row> UnitFetcher<R> fetcher(
            ConnectorConfig config,
            ParadigmReportingClient from,
            SliceQueue to,
            TaskMetrics shown,
            WorkUnit unit,
            Report<R> report,
            Positions positions) {
        FeedOptions options = config.feedOptions(unit.company());
        ReportSchema<R> schema = ReportSchema.of(report, config.columnRules());
        UnitMeter meter = shown.meter(unit);
        Feed<R> feed = new Feed<>(
                report,
                options,
                query -> new CountedRows<>(from.window(schema.select(query), READ_AHEAD_BYTES, meter), meter.rows));
        SliceRecords<R> slices = new SliceRecords<>(
                from.baseUrl(),
                schema,
                config.topics(),
                config.get(ConnectSettings.TOMBSTONES),
                config.get(ConnectSettings.VALUE_FORMAT));
        records.put(report.name(), slices);
        CompanyMeters companies = new CompanyMeters(shown, report, positions.states());
        Passes passes = new Passes(config.schedule(), options, config.get(ConnectSettings.RECHECK_INTERVAL));
        return new UnitFetcher<>(
                unit,
                feed,
                slices,
                to,
                instanceClock,
                passes,
                positions,
                meter,
                companies,
                config.get(ConnectSettings.OFFSET_LIMIT));
    }

    /** Warns when Connect does not come back for more records: its thread may wait for a topic that does not exist. */
    private static ScheduledExecutorService watch(Delivery delivery) {
        Map<String, String> loggingContext = MDC.getCopyOfContextMap();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread daemon = new Thread(run, "paradigm-delivery");
            daemon.setDaemon(true);
            return daemon;
        });
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    if (loggingContext != null) {
                        MDC.setContextMap(loggingContext);
                    }
                    delivery.watch();
                },
                WATCH_INTERVAL.toMillis(),
                WATCH_INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
        return thread;
    }

    /**
     * Whole slices, unless the connector sets the transactions; null when nothing is ready within 0.4 s.
     *
     * @throws ConnectException when a unit cannot go on, or records were dropped that must not be
     */
    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        Batches from = batches;
        Delivery to = delivery;
        if (from == null || to == null) {
            return null;
        }
        connectThread = Thread.currentThread();
        to.returned();
        List<SourceRecord> ready = corrections(to);
        if (ready.isEmpty()) {
            to.check();
            ready = from.next(pollWait);
        } else {
            ready = from.whole(ready);
        }
        if (ready != null) {
            to.handedOver(ready);
        }
        return ready;
    }

    private List<SourceRecord> corrections(Delivery to) {
        List<SourceRecord> corrections = new ArrayList<>();
        to.takeBack().forEach((partition, before) -> {
            String company = String.valueOf(partition.get(SourcePartition.COMPANY_KEY));
            SliceRecords<?> slices =
                    Objects.requireNonNull(records.get(String.valueOf(partition.get(SourcePartition.REPORT_KEY))));
            corrections.add(slices.takeBack(
                    company.equals(SourcePartition.DIRECTORY) ? null : Long.valueOf(company),
                    before,
                    instanceClock.worker()));
        });
        return corrections;
    }

    /** Kafka has a record; or, without metadata, Connect dropped it because of a transform or converter. */
    @Override
    public void commitRecord(SourceRecord record, @Nullable RecordMetadata metadata) {
        Delivery of = delivery;
        if (of == null) {
            return;
        }
        if (metadata == null) {
            of.dropped(record);
        } else {
            of.written(record);
        }
    }

    /**
     * A connector stops: interrupts those of its tasks in this JVM whose thread waits in the producer for a topic that does
     * not exist. Connect would wait for them until its graceful timeout, and they would go on at the same time as their successors.
     */
    static void release(String connector) {
        RUNNING.forEach((task, of) -> {
            Delivery to = task.delivery;
            Thread thread = task.connectThread;
            if (of.equals(connector) && to != null && thread != null && to.stuck()) {
                task.interrupted = true;
                thread.interrupt();
            }
        });
    }

    /** Aborts what runs and returns at once. May be called twice, and without {@link #start}. */
    @Override
    public void stop() {
        RUNNING.remove(this);
        if (interrupted && Thread.interrupted()) {
            LOG.debug("The task no longer waits for its topic");
        }
        if (watch != null) {
            watch.shutdownNow();
        }
        if (queue != null) {
            queue.close();
        }
        if (fetching != null) {
            fetching.close();
        }
        if (client != null) {
            client.close();
        }
        if (metrics != null) {
            metrics.close();
        }
    }
}
