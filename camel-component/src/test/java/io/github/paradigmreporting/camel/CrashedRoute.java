package io.github.paradigmreporting.camel;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A program whose route appends a line for each message to a file, for {@link CrashIT} to kill. */
final class CrashedRoute {
    private CrashedRoute() {}

    /**
     * Runs until a poll finds nothing new.
     *
     * @param args address, key, report, first day, options, state directory, file to append to
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[6]);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                CamelContext context = new DefaultCamelContext()) {
            ParadigmReportingComponent component = new ParadigmReportingComponent();
            component.getConfiguration().setBaseUrl(args[0]);
            component.getConfiguration().setApiKey(args[1]);
            component.getConfiguration().setStartDate(args[3]);
            component.getConfiguration().setStateDirectory(args[5]);
            component.getConfiguration().setRequestsPerMinute(100_000);
            component.useClock(World.AT_FIRST);
            context.addComponent("paradigm-reporting", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("paradigm-reporting:" + args[2] + "?startScheduler=false&" + args[4])
                            .routeId("reports")
                            .process(exchange -> append(out, exchange));
                }
            });
            context.start();
            ParadigmReportingConsumer<?> consumer =
                    (ParadigmReportingConsumer<?>) context.getRoute("reports").getConsumer();
            while (consumer.poll() > 0) {
                // The next poll tells whether anything is left.
            }
        }
    }

    /** What became of a row; the digest is the same for the same values, also in another process. */
    record Line(String key, String change, String digest) {
        static Line parse(String text) {
            String[] parts = text.split("\t", -1);
            return new Line(parts[0], parts[1], parts[2]);
        }

        static String digest(Object row) {
            return Integer.toHexString(row.toString().hashCode());
        }

        @Override
        public String toString() {
            return key + "\t" + change + "\t" + digest;
        }
    }

    /** One write per line: what the process wrote before it was killed, the operating system keeps. */
    private static void append(OutputStream out, Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        Line line = new Line(
                message.getHeader(ParadigmReportingConstants.RECORD_KEY, String.class),
                message.getHeader(ParadigmReportingConstants.CHANGE, String.class),
                Line.digest(message.getBody()));
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
