package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;

/** A route from a report that polls only when told, and keeps what it was sent. */
class Polled implements AutoCloseable {
    private final CamelContext context;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /** One message. */
    record Sent(Object body, Map<String, Object> headers, Map<String, Object> properties) {
        Object header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }
    }

    Polled(World world, String uri, Processor... first) throws Exception {
        context = world.context();
        prepare(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(false).logStackTrace(false).logExhausted(false);
                var route = from(uri + (uri.contains("?") ? "&" : "?") + "startScheduler=false")
                        .routeId("polled");
                for (Processor processor : first) {
                    route.process(processor);
                }
                route.process(Polled.this::keep);
            }
        });
        context.start();
    }

    /** Before the route is added. */
    void prepare(CamelContext unstarted) {}

    private void keep(Exchange exchange) {
        sent.add(new Sent(
                exchange.getMessage().getBody(),
                Map.copyOf(exchange.getMessage().getHeaders()),
                Map.copyOf(exchange.getAllProperties())));
    }

    ParadigmReportingConsumer<?> consumer() {
        return (ParadigmReportingConsumer<?>) context.getRoute("polled").getConsumer();
    }

    CamelContext context() {
        return context;
    }

    /** Polls once; what it sent, also when it stopped at a message that the route did not accept. */
    List<Sent> poll() throws Exception {
        int before = sent.size();
        int count;
        try {
            count = consumer().poll();
        } catch (StoppedAtMessageException e) {
            // As a scheduler would: the next poll sends the message again.
            return List.copyOf(sent.subList(before, sent.size()));
        }
        List<Sent> now = List.copyOf(sent.subList(before, sent.size()));
        if (now.size() > count) {
            throw new AssertionError("sent " + now.size() + " and counted " + count);
        }
        return now;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    static List<Object> bodies(List<Sent> messages) {
        return messages.stream().map(Sent::body).toList();
    }

    /** What a receiver holds that overwrites by record key. */
    static Map<String, Object> applied(List<Sent> messages) {
        Map<String, Object> rows = new TreeMap<>();
        for (Sent message : messages) {
            String key = (String) message.header(ParadigmReportingConstants.RECORD_KEY);
            if ("removed".equals(message.header(ParadigmReportingConstants.CHANGE))) {
                rows.remove(key);
            } else {
                rows.put(key, message.body());
            }
        }
        return rows;
    }

    /** The same for the truth. */
    static <R extends Row> Map<String, Object> keyed(Report<R> report, List<R> rows) {
        Map<String, Object> keyed = new TreeMap<>();
        for (R row : rows) {
            List<String> key = new ArrayList<>(List.of(report.name()));
            report.key()
                    .forEach(column -> key.add(String.valueOf(column.value(row))
                            .replace("%", "%25")
                            .replace("/", "%2F")));
            keyed.put(String.join("/", key), row);
        }
        return keyed;
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
