package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedOptions;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/**
 * A task: hands Connect what its fetching threads have ready. Nothing on Connect's own thread waits for the instance, so
 * that it stops within a second whatever the instance does.
 */
public final class ParadigmReportingSourceTask extends SourceTask {
    /** Connect can neither stop nor pause a task during {@link #poll}. */
    private static final Duration POLL_WAIT = Duration.ofMillis(400);

    /** Rows of one answer read ahead, as bytes on the wire. */
    private static final long READ_AHEAD_BYTES = 512 * 1024;

    private final Clock clock;
    private final InstanceClock instanceClock;
    private final Duration pollWait;
    private @Nullable SliceQueue queue;
    private @Nullable Batches batches;
    private @Nullable Fetching fetching;
    private @Nullable ParadigmReportingClient client;
    private @Nullable TaskMetrics metrics;

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
        ParadigmReportingClient newClient = config.newClient(clock);
        client = newClient;
        SliceQueue newQueue =
                new SliceQueue(config.get(ConnectSettings.QUEUE_RECORDS), config.get(ConnectSettings.QUEUE_BYTES));
        queue = newQueue;
        batches = new Batches(newQueue, config.get(ConnectSettings.BATCH_RECORDS), context.transactionContext());
        TaskMetrics newMetrics = TaskMetrics.of(context, config, props, instanceClock);
        metrics = newMetrics;
        newMetrics.show(newQueue);
        Map<WorkUnit, Positions> positions = new StoredPositions(
                        context.offsetStorageReader(), newClient.baseUrl(), config.day(clock.instant()))
                .read(units);
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
        SliceRecords<R> records = new SliceRecords<>(
                from.baseUrl(),
                schema,
                config.topics(),
                config.get(ConnectSettings.TOMBSTONES),
                config.get(ConnectSettings.VALUE_FORMAT));
        CompanyMeters companies = new CompanyMeters(shown, report, positions.states());
        Passes passes = new Passes(config.schedule(), options, config.get(ConnectSettings.RECHECK_INTERVAL));
        return new UnitFetcher<>(
                unit,
                feed,
                records,
                to,
                instanceClock,
                passes,
                positions,
                meter,
                companies,
                config.get(ConnectSettings.OFFSET_LIMIT));
    }

    /** Whole slices, unless the connector sets the transactions; null when nothing is ready within 0.4 s. */
    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        Batches from = batches;
        return from == null ? null : from.next(pollWait);
    }

    /** Aborts what runs and returns at once. May be called twice, and without {@link #start}. */
    @Override
    public void stop() {
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
