package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many addresses, one connection; and what waits when the context stops. */
@Timeout(180)
class SharedClientsTest {
    private final World world = new World();

    @Test
    void doesNotGrowWithAddresses() throws Exception {
        try (world;
                CamelContext context = world.context()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:ask")
                            .toD("paradigm-reporting:sessions?operation=probe&companies=${header.c}&startDate=-P1D");
                }
            });
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            template.sendBodyAndHeader("direct:ask", "", "c", 1);
            int before = Thread.activeCount();
            for (int c = 2; c <= 1_000; c++) {
                template.sendBodyAndHeader("direct:ask", "", "c", c);
            }
            assertThat(Thread.activeCount() - before).isLessThanOrEqualTo(20);
            assertThat(component(context).clients().size()).isEqualTo(1);
        }
    }

    @Test
    void keepsConnectionsApartAndClosesThemWithTheirLastEndpoint() throws Exception {
        try (world;
                CamelContext context = world.context()) {
            context.start();
            ParadigmReportingEndpoint one = endpoint(context, "sessions");
            ParadigmReportingEndpoint same = endpoint(context, "documents?companies=2");
            ParadigmReportingEndpoint other = endpoint(context, "sessions?answerTimeout=7s");
            ParadigmReportingEndpoint otherKey = endpoint(context, "sessions?apiKey=RAW(another)");

            assertThat(one.client()).isSameAs(same.client()).isNotSameAs(other.client());
            assertThat(otherKey.client()).isNotSameAs(one.client());
            assertThat(component(context).clients().size()).isEqualTo(3);
            one.stop();
            assertThat(component(context).clients().size()).isEqualTo(3);
            same.stop();
            assertThat(component(context).clients().size()).isEqualTo(2);
            context.stop();
            assertThat(component(context).clients().size()).isZero();
        }
    }

    @Test
    void endsWhatProducersWaitForWhenTheContextStops() throws Exception {
        try (world;
                CamelContext context = world.context()) {
            world.simulator().faults().always("*", Fault.throttled(Duration.ofHours(1)));
            List<Exception> ends = new CopyOnWriteArrayList<>();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(Exception.class)
                            .maximumRedeliveries(3)
                            .redeliveryDelay(0)
                            .handled(true)
                            .process(exchange ->
                                    ends.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                    from("seda:ask").to("paradigm-reporting:sessions?totalTimeout=3h");
                }
            });
            context.start();
            context.createProducerTemplate().sendBody("seda:ask", "");
            await().atMost(ONE_MINUTE).until(() -> world.simulator().journal().count() == 1);
            long before = System.nanoTime();
            context.stop();

            // Camel looks once a second whether an exchange is done; its own timeout is 45 s.
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
            assertThat(ends).singleElement().satisfies(end -> assertThat(end)
                    .hasMessageContaining("the Camel context stops"));
            assertThat(world.simulator().journal().count()).isEqualTo(1);
        }
    }

    private static ParadigmReportingComponent component(CamelContext context) {
        return context.getComponent("paradigm-reporting", ParadigmReportingComponent.class);
    }

    private static ParadigmReportingEndpoint endpoint(CamelContext context, String path) {
        return context.getEndpoint("paradigm-reporting:" + path, ParadigmReportingEndpoint.class);
    }
}
