package io.github.paradigmreporting.examples.routes;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Each night, every day of a company that is new or restated goes into a CRM. A {@code PUT} to an address made of company and
 * day is an upsert: told twice, after a crash or a redelivery, it changes nothing. Needs {@code crm.url} and
 * {@code crm.token}.
 */
public final class CrmSync extends RouteBuilder {
    /** The route. */
    public CrmSync() {}

    @Override
    public void configure() {
        // What stays refused after this stops the poll; the next night begins with the same row.
        onException(Exception.class)
                .maximumRedeliveries(3)
                .redeliveryDelay("{{crm.redeliveryDelay:5000}}")
                .useExponentialBackOff();

        from("paradigm-reporting:sessions?outputType=Json&scheduler=quartz"
                        + "&scheduler.timeZone=UTC&scheduler.cron={{crm.nightly:0+30+2+*+*+?}}")
                .setHeader(Exchange.HTTP_METHOD, constant("PUT"))
                .setHeader(
                        Exchange.HTTP_PATH,
                        simple("companies/${header.CamelParadigmReportingCompanyId}"
                                + "/usage/${header.CamelParadigmReportingDate}"))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .setHeader("Authorization", simple("Bearer {{crm.token}}"))
                .to("{{crm.url}}");
    }
}
