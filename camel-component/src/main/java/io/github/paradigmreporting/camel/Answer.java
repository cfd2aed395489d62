package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The answer to one message of a producer.
 *
 * @param exchange whose message is answered
 * @param query what it asks
 * @param rules what happens to columns with personal data
 * @param outputType what a row becomes
 * @param client whom to ask
 * @param stop ends the request
 * @param <R> the row type
 */
record Answer<R extends Row>(
        Exchange exchange,
        ReportQuery<R> query,
        ColumnRules rules,
        OutputType outputType,
        ParadigmReportingClient client,
        Cancellation stop) {

    /** All rows, in memory. */
    void fetch() {
        List<R> rows = client.rows(query, stop).toList();
        body(writer().many(rows)).setHeader(ParadigmReportingConstants.COUNT, (long) rows.size());
    }

    /** The rows while they are taken; waits for the first, so that an error is the exchange's and not the iterator's. */
    void stream() {
        Rows<R> rows = client.rows(query, stop);
        StreamedRows<R> bodies = new StreamedRows<>(rows, writer());
        exchange.getExchangeExtension().addOnCompletion(bodies);
        boolean unused = rows.hasNext();
        body(bodies);
    }

    /** How many rows there are; none is kept. */
    void count() {
        long count = 0;
        try (Rows<R> rows = client.rows(query, stop)) {
            while (rows.hasNext()) {
                rows.next();
                count++;
            }
        }
        body(count).setHeader(ParadigmReportingConstants.COUNT, count);
    }

    /** Whether the instance answers: the last day is read and forgotten. */
    void probe() {
        Window lastDay = new Window(query.window().to(), query.window().to());
        client.rows(query.in(lastDay), stop).toList();
        body(true);
    }

    private RowWriter<R> writer() {
        return new RowWriter<>(query.report(), rules, outputType);
    }

    private Message body(Object body) {
        Message message = exchange.getMessage();
        message.setBody(body);
        message.setHeader(ParadigmReportingConstants.REPORT, query.report().name());
        message.setHeader(
                ParadigmReportingConstants.WINDOW_START, query.window().from());
        message.setHeader(ParadigmReportingConstants.WINDOW_END, query.window().to());
        return message;
    }
}
