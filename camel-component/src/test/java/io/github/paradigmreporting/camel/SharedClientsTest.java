package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Many addresses, one connection. */
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

    private static ParadigmReportingComponent component(CamelContext context) {
        return context.getComponent("paradigm-reporting", ParadigmReportingComponent.class);
    }

    private static ParadigmReportingEndpoint endpoint(CamelContext context, String path) {
        return context.getEndpoint("paradigm-reporting:" + path, ParadigmReportingEndpoint.class);
    }
}
