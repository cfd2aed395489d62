package io.github.paradigmreporting.examples.routes;

import org.apache.camel.builder.RouteBuilder;

/**
 * Rows to a topic by the camel-kafka component, for those who run Camel and no Kafka Connect. The record key is the row's, so
 * that a compacted topic holds the newest version of each; at least once. Needs {@code kafka.brokers}.
 */
public final class ReportsToKafka extends RouteBuilder {
    /** The route. */
    public ReportsToKafka() {}

    @Override
    public void configure() {
        from("paradigm-reporting:documents?outputType=Json&startDate=-P30D&delay={{poll:1h}}")
                .setHeader("kafka.KEY", header("CamelParadigmReportingRecordKey"))
                .to("kafka:documents?brokers={{kafka.brokers}}&requestRequiredAcks=all");
    }
}
