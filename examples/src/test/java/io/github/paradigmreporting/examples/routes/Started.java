package io.github.paradigmreporting.examples.routes;

import io.github.paradigmreporting.camel.ParadigmReportingComponent;
import io.github.paradigmreporting.camel.ParadigmReportingConfiguration;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Routes that run against the simulator until they are closed; what they were sent is kept in a folder. */
public final class Started implements AutoCloseable {
    private final CamelContext context = new DefaultCamelContext();

    /** Starts routes with the properties that they name. */
    public Started(ParadigmSimulator simulator, Path state, Map<String, String> properties, RoutesBuilder... routes)
            throws Exception {
        ParadigmReportingConfiguration configuration = new ParadigmReportingConfiguration();
        configuration.setBaseUrl(simulator.baseUrl().toString());
        configuration.setApiKey(simulator.key());
        configuration.setStartDate("-P10D");
        configuration.setStateDirectory(state.toString());
        configuration.setRequestsPerMinute(100_000);
        context.getComponent("paradigm-reporting", ParadigmReportingComponent.class)
                .setConfiguration(configuration);
        Properties initial = new Properties();
        initial.putAll(properties);
        context.getPropertiesComponent().setInitialProperties(initial);
        for (RoutesBuilder builder : routes) {
            context.addRoutes(builder);
        }
        context.start();
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
