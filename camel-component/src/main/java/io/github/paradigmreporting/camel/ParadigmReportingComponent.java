package io.github.paradigmreporting.camel;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/** The component {@code paradigm-reporting}: options set here hold for all its endpoints unless their URI says otherwise. */
@Component("paradigm-reporting")
public class ParadigmReportingComponent extends HealthCheckComponent implements SSLContextParametersAware {
    @Metadata(description = "Options shared by all endpoints.")
    private ParadigmReportingConfiguration configuration = new ParadigmReportingConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description =
                    "Takes the SSL context parameters of the Camel context where an endpoint has none of its own and no"
                            + " trustStore.")
    private boolean useGlobalSslContextParameters;

    private final SharedClients clients = new SharedClients();
    private final PendingAnswers pending = new PendingAnswers();
    private @Nullable ExecutorService threads;
    private Clock clock = Clock.systemUTC();

    /** A component that is told its context later. */
    public ParadigmReportingComponent() {}

    /**
     * A component of a context.
     *
     * @param context the context
     */
    public ParadigmReportingComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Set<String> given = Set.copyOf(parameters.keySet());
        OptionTexts.read(parameters);
        ParadigmReportingEndpoint endpoint =
                new ParadigmReportingEndpoint(uri, this, remaining, configuration.copy(), given);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        return new ComponentOptions();
    }

    @Override
    public PropertyConfigurer getEndpointPropertyConfigurer() {
        return new EndpointOptions();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        pending.start(getCamelContext());
    }

    @Override
    protected void doStop() throws Exception {
        pending.stop(getCamelContext());
        closeThreads();
        clients.close();
        super.doStop();
    }

    private synchronized void closeThreads() {
        if (threads != null) {
            getCamelContext().getExecutorServiceManager().shutdownNow(threads);
            threads = null;
        }
    }

    /** The threads on which all producers of this component wait. */
    synchronized ExecutorService threads() {
        if (threads == null) {
            threads = getCamelContext()
                    .getExecutorServiceManager()
                    .newCachedThreadPool(this, "ParadigmReportingProducer");
        }
        return threads;
    }

    /** The clients of all endpoints. */
    SharedClients clients() {
        return clients;
    }

    /** What producers are waiting for. */
    PendingAnswers pending() {
        return pending;
    }

    /** What time it is; tests set another clock. */
    Clock clock() {
        return clock;
    }

    void useClock(Clock other) {
        this.clock = other;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public ParadigmReportingConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(ParadigmReportingConfiguration configuration) {
        this.configuration = configuration;
    }
}
