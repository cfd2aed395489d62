package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.feed.FeedOptions;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.SettingTypes;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads usage reports of a LightOn Paradigm instance: as a consumer each new and restated row, as a producer the rows asked
 * for.
 */
@ManagedResource(description = "Endpoint of a Paradigm report")
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "paradigm-reporting",
        title = "Paradigm Reporting",
        syntax = "paradigm-reporting:report",
        category = {Category.API, Category.SAAS},
        headersClass = ParadigmReportingConstants.class)
public class ParadigmReportingEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {
    private static final long AN_HOUR = 3_600_000;

    /** Options that only a producer has. */
    static final Set<String> PRODUCER_OPTIONS = Set.of("endDate", "operation", "streaming", "lazyStartProducer");

    /** Options that only a consumer has. */
    static final Set<String> CONSUMER_OPTIONS = Set.of(
            "backoffErrorThreshold",
            "backoffIdleThreshold",
            "backoffMultiplier",
            "batchSize",
            "breakOnFirstError",
            "bridgeErrorHandler",
            "commitEvery",
            "commitInterval",
            "delay",
            "exceptionHandler",
            "greedy",
            "initialDelay",
            "lookBackDays",
            "maxMessagesPerPoll",
            "maxRetryAfter",
            "pollStrategy",
            "repeatCount",
            "runLoggingLevel",
            "scheduledExecutorService",
            "scheduler",
            "schedulerProperties",
            "sendEmptyMessageWhenIdle",
            "sendRemoved",
            "settleDelay",
            "startScheduler",
            "stateDirectory",
            "stateKey",
            "stateRepository",
            "timeUnit",
            "useFixedDelay");

    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingEndpoint.class);

    private final ParadigmReportingComponent component;

    @UriPath(
            enums = "sessions,threads,feedback,documents,tools,members",
            description = "Name of the report; the API's own path, such as chat-sessions, is taken as well.")
    @Metadata(required = true)
    private final String report;

    @UriParam
    private ParadigmReportingConfiguration configuration;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description = "Most messages in one poll, 0 for no limit; the next poll goes on where this one stopped.")
    private int maxMessagesPerPoll;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "1h",
            javaType = "java.time.Duration",
            description = "Time before the next poll.")
    private long delay = AN_HOUR;

    /** What the URI says, as opposed to what the component says for all. */
    private final Set<String> given;

    private SharedClients.@Nullable Lease lease;

    ParadigmReportingEndpoint(
            String uri,
            ParadigmReportingComponent component,
            String report,
            ParadigmReportingConfiguration configuration,
            Set<String> given) {
        super(uri, component);
        this.given = given;
        this.component = component;
        this.report = report;
        this.configuration = configuration;
        super.setDelay(AN_HOUR);
    }

    @Override
    public Producer createProducer() throws Exception {
        refuse(CONSUMER_OPTIONS, "a producer");
        return new ParadigmReportingProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        refuse(PRODUCER_OPTIONS, "a consumer");
        checkConsumer();
        ParadigmReportingConsumer<?> consumer = new ParadigmReportingConsumer<>(this, catalogued(), processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** What the path names. */
    Report<?> catalogued() {
        return Reports.named(report);
    }

    /** What would have no effect is a mistake. */
    private void refuse(Set<String> options, String kind) {
        for (String option : given) {
            if (options.contains(option) || (options == CONSUMER_OPTIONS && option.startsWith("scheduler."))) {
                throw new IllegalArgumentException(
                        option + " has no effect for " + kind + " of paradigm-reporting; leave it out");
            }
        }
    }

    /**
     * What a template or an enricher takes messages from: as Camel's own, but when there is none because polls fail, the
     * error of the last one instead of null.
     */
    @Override
    public PollingConsumer createPollingConsumer() throws Exception {
        TakingConsumer consumer = new TakingConsumer(this);
        consumer.setBlockWhenFull(isPollingConsumerBlockWhenFull());
        consumer.setBlockTimeout(getPollingConsumerBlockTimeout());
        consumer.setCopy(isPollingConsumerCopy());
        return consumer;
    }

    private void checkConsumer() {
        LocalDate start = settings().require(Settings.START_DATE).resolve(today());
        if (start.isAfter(today())) {
            LOG.warn("startDate {} of {} lies in the future; nothing is read before that day", start, report);
        }
        checkNotNegative("commitInterval", configuration.getCommitInterval());
        checkNotNegative("maxRetryAfter", configuration.getMaxRetryAfter());
        if (configuration.getBatchSize() < 1) {
            throw new IllegalArgumentException("batchSize is " + configuration.getBatchSize() + "; use 1 or more");
        }
        if (configuration.getCommitEvery() < 1) {
            throw new IllegalArgumentException("commitEvery is " + configuration.getCommitEvery() + "; use 1 or more");
        }
        if (getBackoffMultiplier() == 0 && (getBackoffErrorThreshold() > 0 || getBackoffIdleThreshold() > 0)) {
            throw new IllegalArgumentException(
                    "backoffErrorThreshold or backoffIdleThreshold without backoffMultiplier does nothing but reset the"
                            + " error counter; set backoffMultiplier as well");
        }
    }

    private static void checkNotNegative(String option, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(option + " is " + duration + "; use 0 or more");
        }
    }

    /** What the feed is told. */
    FeedOptions feedOptions() {
        return FeedOptions.of(settings());
    }

    /**
     * What happens to columns with personal data.
     *
     * @throws IllegalArgumentException when an option names no such column, or there is no key to hash with
     */
    ColumnRules columnRules() {
        try {
            return ColumnRules.of(
                    List.of(catalogued()),
                    names(configuration.getExcludeColumns()),
                    names(configuration.getHashColumns()),
                    configuration.getSecretKey(),
                    "secretKey");
        } catch (InvalidSettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static Set<String> names(@Nullable String list) {
        return list == null ? Set.of() : SettingTypes.COLUMN_NAMES.parser().apply(list);
    }

    /** The settings as options give them, else as the environment does. */
    SettingValues settings() {
        return Options.of(this);
    }

    /** Today, in the zone that the instance counts days in. */
    LocalDate today() {
        return LocalDate.now(clock().withZone(settings().require(Settings.ZONE)));
    }

    Clock clock() {
        return component.clock();
    }

    /** How messages to this endpoint are read. */
    QuestionReader questions() {
        return new QuestionReader(catalogued(), settings(), configuration.getEndDate(), clock());
    }

    /** The client of this endpoint, shared with others of the same connection, from when it is first needed until the end. */
    synchronized ParadigmReportingClient client() {
        ParadigmReportingClient other = configuration.getClient();
        if (other != null) {
            return other;
        }
        if (lease == null) {
            lease = component.clients().lease(this);
        }
        return lease.client();
    }

    /**
     * Ends a wait that the instance demanded, for all consumers and producers of the same address and key in this JVM; a consumer
     * that keeps such a wait between its polls has an operation of this name of its own.
     */
    @ManagedOperation(description = "Ends a wait that the instance demanded; the next request is sent at once")
    public void endRetryWait() {
        client().endWait();
    }

    /** The threads on which producers wait. */
    ExecutorService threads() {
        return component.threads();
    }

    /** What producers are waiting for. */
    PendingAnswers pending() {
        return component.pending();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        catalogued();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        closeClient();
    }

    /** Its own, else the Camel context's where the component is told to take them; null for none. */
    @Nullable
    SSLContextParameters sslContextParameters() {
        SSLContextParameters own = configuration.getSslContextParameters();
        return own != null || configuration.getTrustStore() != null || !component.isUseGlobalSslContextParameters()
                ? own
                : component.retrieveGlobalSslContextParameters();
    }

    private synchronized void closeClient() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }

    @Override
    public @Nullable String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("report", report);
    }

    public String getReport() {
        return report;
    }

    public ParadigmReportingConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ParadigmReportingConfiguration configuration) {
        this.configuration = configuration;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        this.delay = delay;
        super.setDelay(delay);
    }
}
