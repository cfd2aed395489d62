package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanDecorator;
import org.apache.camel.telemetry.SpanDecoratorManagerImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpanDecoratorTest {
    private final World world = new World();
    private final CamelContext context = world.context();
    private final Map<String, String> tags = new TreeMap<>();

    @AfterEach
    void close() throws Exception {
        context.close();
        world.close();
    }

    @Test
    void isFoundByCamelsTelemetry() {
        assertThat(new SpanDecoratorManagerImpl().get(context.getEndpoint("paradigm-reporting:sessions")))
                .isInstanceOf(ParadigmReportingSpanDecorator.class);
    }

    @Test
    void tellsTheReportTheCompanyAndTheChangeAndNoName() {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(ParadigmReportingConstants.COMPANY_ID, 2L);
        exchange.getMessage().setHeader(ParadigmReportingConstants.COMPANY_NAME, "Northwind");
        exchange.getMessage().setHeader(ParadigmReportingConstants.CHANGE, "restated");

        decorate(exchange, "paradigm-reporting:chat-sessions");

        assertThat(tags)
                .containsEntry("paradigm.report", "sessions")
                .containsEntry("paradigm.company_id", "2")
                .containsEntry("paradigm.change", "restated");
        assertThat(tags.values()).noneMatch(value -> value.contains("Northwind"));
    }

    @Test
    void tellsTheKindAndTheStatusOfAFailure() throws Exception {
        context.start();
        Exchange failed = context.createFluentProducerTemplate()
                .to("paradigm-reporting:sessions?apiKey=RAW(marker-0f9a77c2)")
                .send();

        decorate(failed, "paradigm-reporting:sessions?apiKey=RAW(marker-0f9a77c2)");

        assertThat(tags)
                .containsEntry("paradigm.error_kind", "AUTHENTICATION")
                .containsEntry("http.status_code", "401");
        assertThat(tags.values()).noneMatch(value -> value.contains("marker"));
    }

    private void decorate(Exchange exchange, String uri) {
        Endpoint endpoint = context.getEndpoint(uri);
        SpanDecorator decorator = new SpanDecoratorManagerImpl().get(endpoint);
        Span span = new Tags();
        assertThat(decorator.getOperationName(exchange, endpoint)).isEqualTo("sessions");
        decorator.beforeTracingEvent(span, exchange, endpoint);
        decorator.afterTracingEvent(span, exchange);
    }

    private final class Tags implements Span {
        @Override
        public void log(Map<String, String> fields) {
            tags.putAll(fields);
        }

        @Override
        public void setComponent(String component) {
            tags.put("component", component);
        }

        @Override
        public void setError(boolean error) {
            tags.put("error", String.valueOf(error));
        }

        @Override
        public void setTag(String key, String value) {
            tags.put(key, value);
        }
    }
}
