package io.github.paradigmreporting.camel;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * What a trace tells of an exchange with a report: the report, the company's id, what happened to the row or how many rows
 * there are, and of a failure its kind and status. No names, no figures. Loaded by camel-telemetry where it is there.
 */
public final class ParadigmReportingSpanDecorator extends AbstractSpanDecorator {
    private static final String PREFIX = "paradigm.";

    /** A decorator for {@link java.util.ServiceLoader}. */
    public ParadigmReportingSpanDecorator() {}

    @Override
    public String getComponent() {
        return "paradigm-reporting";
    }

    @Override
    public String getComponentClassName() {
        return ParadigmReportingComponent.class.getName();
    }

    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return endpoint instanceof ParadigmReportingEndpoint reports
                ? reports.catalogued().name()
                : super.getOperationName(exchange, endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        if (endpoint instanceof ParadigmReportingEndpoint reports) {
            span.setTag(PREFIX + "report", reports.catalogued().name());
        }
        tag(span, "company_id", exchange, ParadigmReportingConstants.COMPANY_ID);
        tag(span, "change", exchange, ParadigmReportingConstants.CHANGE);
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        tag(span, "count", exchange, ParadigmReportingConstants.COUNT);
        ParadigmReportingException failure = exchange.getException(ParadigmReportingException.class);
        if (failure != null) {
            span.setTag(PREFIX + "error_kind", failure.getKind().name());
            if (failure.getHttpResponseCode() > 0) {
                span.setTag("http.status_code", String.valueOf(failure.getHttpResponseCode()));
            }
        }
    }

    private static void tag(Span span, String name, Exchange exchange, String header) {
        Object value = exchange.getMessage().getHeader(header);
        if (value != null) {
            span.setTag(PREFIX + name, value.toString());
        }
    }
}
