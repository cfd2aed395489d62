package io.github.paradigmreporting.examples.routes;

import io.github.paradigmreporting.core.model.SessionsDay;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.jspecify.annotations.Nullable;

/**
 * An alert by e-mail and to a webhook for each day on which a company's users asked more than {@code alert.limit} questions.
 * Needs {@code alert.mail}, a URI of camel-mail without subject, and {@code alert.webhook}, a URL.
 */
public final class UsageAlerts extends RouteBuilder {
    /** The route. */
    public UsageAlerts() {}

    @Override
    public void configure() {
        from("paradigm-reporting:sessions?startDate=-P7D&delay={{poll:10m}}")
                .filter(simple("${body.userQueriesCount} != null && ${body.userQueriesCount} > {{alert.limit}}"))
                // One after the other, and the first failure ends it: then both are told again by the next poll.
                .multicast()
                .stopOnException()
                .to("direct:mail", "direct:webhook");

        from("direct:mail")
                .setHeader("Subject", simple("${body.companyName}: ${body.userQueriesCount} questions on ${body.date}"))
                .setBody(simple("${body.companyName} asked ${body.userQueriesCount} questions on ${body.date};"
                        + " the limit is {{alert.limit}}."))
                .to("{{alert.mail}}");

        from("direct:webhook")
                .removeHeaders("*")
                .setBody(exchange -> alert(exchange.getMessage().getBody(SessionsDay.class)))
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                .to("{{alert.webhook}}");
    }

    private static Alert alert(SessionsDay day) {
        return new Alert(day.companyId(), day.date().toString(), day.userQueriesCount());
    }

    /**
     * What the webhook is told.
     *
     * @param company id of the company
     * @param day which day, in ISO form
     * @param questions how many questions were asked
     */
    public record Alert(long company, String day, @Nullable Long questions) {}
}
