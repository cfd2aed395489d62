package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.settings.Setting;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The threads of a task that ask the instance: they bring each unit up to date, again and again, each on its own beat. A
 * unit that fails waits alone; when its patience is over, the task fails. Safe for threads.
 */
final class Fetching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ConnectorConfig config;
    private final SliceQueue queue;
    private final Clock clock;
    private final ScheduledExecutorService threads;
    private final @Nullable Map<String, String> loggingContext = MDC.getCopyOfContextMap();

    Fetching(ConnectorConfig config, SliceQueue queue, Clock clock, int threadCount) {
        this.config = config;
        this.queue = queue;
        this.clock = clock;
        this.threads = Executors.newScheduledThreadPool(threadCount, run -> {
            Thread thread = new Thread(run, "paradigm-fetcher-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts to work on the units. */
    void start(Collection<? extends UnitFetcher<?>> fetchers) {
        for (UnitFetcher<?> fetcher : fetchers) {
            schedule(fetcher, new Backoff(() -> ThreadLocalRandom.current().nextDouble()), Duration.ZERO);
        }
    }

    private void schedule(UnitFetcher<?> fetcher, Backoff backoff, Duration wait) {
        try {
            var unused = threads.schedule(() -> work(fetcher, backoff), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not scheduled again: the task is being stopped", fetcher.unit());
        }
    }

    private void work(UnitFetcher<?> fetcher, Backoff backoff) {
        if (loggingContext != null) {
            MDC.setContextMap(loggingContext);
        }
        try {
            UnitFetcher.End end = fetcher.pass();
            if (end == UnitFetcher.End.CLOSED) {
                return;
            }
            if (backoff.failures() > 0) {
                LOG.info("{} works again", fetcher.unit().description());
            }
            backoff.succeeded();
            schedule(fetcher, backoff, end == UnitFetcher.End.UNFINISHED ? Duration.ZERO : fetcher.pause());
        } catch (ReportingException e) {
            failed(fetcher, backoff, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            queue.fail(new ConnectException(
                    fetcher.unit().description() + ": defect in the connector, please report it: " + e, e));
        }
    }

    private void failed(UnitFetcher<?> fetcher, Backoff backoff, ReportingException error) {
        Duration asked = error instanceof AnsweredException answered ? answered.retryAfter() : null;
        Duration wait = backoff.failed(clock.instant(), asked);
        switch (Reaction.to(error.kind())) {
            case STOP -> LOG.debug("{} ended: the task is being stopped", fetcher.unit());
            case FAIL -> fail(fetcher, backoff, error);
            case PARK -> patiently(fetcher, backoff, error, wait, ConnectSettings.PARK_LIMIT, UnitState.PARKED);
            case RETRY -> patiently(fetcher, backoff, error, wait, ConnectSettings.RETRY_LIMIT, UnitState.RETRYING);
        }
    }

    private void patiently(
            UnitFetcher<?> fetcher,
            Backoff backoff,
            ReportingException error,
            Duration pause,
            Setting<Duration> limit,
            UnitState state) {
        if (backoff.longerThan(config.get(limit), clock.instant())) {
            fail(fetcher, backoff, error);
            return;
        }
        fetcher.meter().failed(state, backoff.failures());
        // Whoever watches hears of the failure when the limit is over, not at the end of a long wait.
        Duration left = backoff.left(config.get(limit), clock.instant());
        boolean asked = error instanceof AnsweredException answered && answered.retryAfter() != null;
        Duration wait = asked || pause.compareTo(left) < 0 ? pause : left;
        LOG.warn(
                "{} failed ({} in a row since {}, {}); the next attempt is in {} ms, the task fails {} after the first: {}",
                fetcher.unit().description(),
                backoff.failures(),
                backoff.since(),
                error.kind(),
                wait.toMillis(),
                config.get(limit),
                Messages.of(error));
        schedule(fetcher, backoff, wait);
    }

    private void fail(UnitFetcher<?> fetcher, Backoff backoff, ReportingException error) {
        fetcher.meter().failed(UnitState.FAILED, backoff.failures());
        String said = Messages.of(error);
        queue.fail(new ConnectException(
                fetcher.unit().description() + " failed " + backoff.failures() + " times in a row since "
                        + backoff.since() + " (" + error.kind() + "): " + said
                        + ". Correct the cause, then restart the task: it goes on where it was.",
                error));
    }

    /** Ends the threads; returns without waiting for them. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
