package io.github.paradigmreporting.camel;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A program whose route counts rows, for {@link MemoryIT} to run in a small heap. */
final class CountingRoute {
    private static long rows;

    private CountingRoute() {}

    /**
     * Polls once and prints how many rows came and how long it took.
     *
     * @param args address, key, first day, options, state directory
     */
    public static void main(String[] args) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            ParadigmReportingComponent component = new ParadigmReportingComponent();
            component.getConfiguration().setBaseUrl(args[0]);
            component.getConfiguration().setApiKey(args[1]);
            component.getConfiguration().setStartDate(args[2]);
            component.getConfiguration().setStateDirectory(args[4]);
            component.useClock(World.AT_FIRST);
            context.addComponent("paradigm-reporting", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("paradigm-reporting:documents?startScheduler=false&" + args[3])
                            .routeId("reports")
                            .process(exchange ->
                                    rows += exchange.getMessage().getBody() instanceof List<?> list ? list.size() : 1);
                }
            });
            context.start();
            long before = System.nanoTime();
            ((ParadigmReportingConsumer<?>) context.getRoute("reports").getConsumer()).poll();
            System.out.println(rows + " rows in " + (System.nanoTime() - before) / 1_000_000 + " ms");
        }
    }
}
