package io.github.paradigmreporting.camel;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

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
        ParadigmReportingEndpoint endpoint = new ParadigmReportingEndpoint(uri, this, remaining, configuration.copy());
        setProperties(endpoint, parameters);
        return endpoint;
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
