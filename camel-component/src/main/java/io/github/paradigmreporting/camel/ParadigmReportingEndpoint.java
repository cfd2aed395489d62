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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * Reads usage reports of a LightOn Paradigm instance: as a consumer each new and restated row, as a producer the rows asked
 * for.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "paradigm-reporting",
        title = "Paradigm Reporting",
        syntax = "paradigm-reporting:report",
        category = {Category.API, Category.SAAS},
        headersClass = ParadigmReportingConstants.class)
public class ParadigmReportingEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {
    private static final long AN_HOUR = 3_600_000;

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

    private @Nullable ParadigmReportingClient client;
    private boolean ownsClient;

    ParadigmReportingEndpoint(
            String uri,
            ParadigmReportingComponent component,
            String report,
            ParadigmReportingConfiguration configuration) {
        super(uri, component);
        this.component = component;
        this.report = report;
        this.configuration = configuration;
        super.setDelay(AN_HOUR);
    }

    @Override
    public Producer createProducer() throws Exception {
        return new ParadigmReportingProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        checkConsumer();
        ParadigmReportingConsumer<?> consumer = new ParadigmReportingConsumer<>(this, catalogued(), processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** What the path names. */
    Report<?> catalogued() {
        return Reports.named(report);
    }

    private void checkConsumer() {
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

    /** The client of this endpoint, made when first needed and closed with the endpoint. */
    synchronized ParadigmReportingClient client() {
        if (client == null) {
            ParadigmReportingClient given = configuration.getClient();
            ownsClient = given == null;
            client = given != null ? given : Clients.open(this);
        }
        return client;
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
        if (client != null && ownsClient) {
            client.close();
        }
        client = null;
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
