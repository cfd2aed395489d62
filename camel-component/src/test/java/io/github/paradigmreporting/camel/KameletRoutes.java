package io.github.paradigmreporting.camel;

import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A program with a Kamelet of each kind, whose log {@link TraceIT} reads. */
final class KameletRoutes {
    private KameletRoutes() {}

    /**
     * Runs until each has had an answer.
     *
     * @param args address, key, first day, state directory
     */
    public static void main(String[] args) throws Exception {
        CountDownLatch rows = new CountDownLatch(1);
        CountDownLatch alerts = new CountDownLatch(1);
        try (CamelContext context = new DefaultCamelContext()) {
            ParadigmReportingComponent component = new ParadigmReportingComponent();
            component.getConfiguration().setBaseUrl(args[0]);
            component.getConfiguration().setApiKey(args[1]);
            component.useClock(World.AT_FIRST);
            context.addComponent("paradigm-reporting", component);
            String options = "&startDate=" + args[2];
            String state = "&stateDirectory=" + args[3];
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("kamelet:paradigm-reporting-source?report=tools" + options + state)
                            .process(exchange -> rows.countDown());
                    from("kamelet:paradigm-reporting-alert-source?report=sessions&metric=sessions_count&limit=50"
                                    + options + state)
                            .process(exchange -> alerts.countDown());
                    from("direct:ask").to("kamelet:paradigm-reporting-fetch-action?report=feedback" + options);
                }
            });
            context.start();
            context.createProducerTemplate().requestBody("direct:ask", "");
            rows.await();
            alerts.await();
        }
    }
}
