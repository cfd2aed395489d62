package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The connector's own thread that finds out which companies there are, again and again. A company once found stays: its
 * past is still to be watched. Safe for threads.
 */
final class CompanyDiscovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CompanyDiscovery.class);
    private final ConnectorConfig config;
    private final Clock clock;
    private final Runnable changed;
    private final Consumer<ConnectException> failed;
    private final ParadigmReportingClient client;
    private final Backoff backoff =
            new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread daemon = new Thread(run, "paradigm-discovery");
        daemon.setDaemon(true);
        return daemon;
    });
    private final @Nullable Map<String, String> loggingContext = MDC.getCopyOfContextMap();
    private volatile Set<Long> companies;

    /**
     * Prepares; sends nothing.
     *
     * @param known companies found before this connector started
     * @param changed told each time that a company was found
     * @param failed told once when there is no sense in going on
     */
    CompanyDiscovery(
            ConnectorConfig config, Clock clock, Set<Long> known, Runnable changed, Consumer<ConnectException> failed) {
        this.config = config;
        this.clock = clock;
        this.companies = Collections.unmodifiableSet(new TreeSet<>(known));
        this.changed = changed;
        this.failed = failed;
        this.client = config.newClient(clock);
    }

    void start() {
        schedule(Duration.ZERO);
    }

    /** The companies found so far, ascending. */
    Set<Long> companies() {
        return companies;
    }

    private void schedule(Duration wait) {
        try {
            var unused = thread.schedule(this::look, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No further look for companies: the connector is being stopped");
        }
    }

    private void look() {
        if (loggingContext != null) {
            MDC.setContextMap(loggingContext);
        }
        try {
            Set<Long> all = new TreeSet<>(companies);
            all.addAll(ask());
            backoff.succeeded();
            if (!all.equals(companies)) {
                LOG.info("Companies found: {}", all);
                companies = Collections.unmodifiableSet(all);
                changed.run();
            }
            schedule(config.get(ConnectSettings.DISCOVERY_INTERVAL));
        } catch (ReportingException e) {
            failed(e);
        } catch (RuntimeException e) {
            failed.accept(new ConnectException("looking for companies: defect in the connector, please report it", e));
        }
    }

    private void failed(ReportingException error) {
        Duration wait = backoff.failed(clock.instant(), null);
        Duration patience =
                switch (Reaction.to(error.kind())) {
                    case STOP -> null;
                    case FAIL -> Duration.ZERO;
                    case PARK -> config.get(ConnectSettings.PARK_LIMIT);
                    case RETRY -> config.get(ConnectSettings.RETRY_LIMIT);
                };
        if (patience == null) {
            return;
        }
        if (backoff.longerThan(patience, clock.instant())) {
            failed.accept(new ConnectException(
                    "looking for companies failed " + backoff.failures() + " times in a row since " + backoff.since()
                            + " (" + error.kind() + "): " + Messages.of(error)
                            + ". Correct the cause, then restart the connector.",
                    error));
            return;
        }
        LOG.warn("Looking for companies failed, next in {} ms: {}", wait.toMillis(), Messages.of(error));
        schedule(wait);
    }

    private Set<Long> ask() {
        return new CompanySearch(client).companies(LocalDate.now(clock.withZone(config.get(Settings.ZONE))));
    }

    /** Ends the thread and aborts what it asked; returns without waiting for it. */
    @Override
    public void close() {
        thread.shutdownNow();
        client.close();
    }
}
