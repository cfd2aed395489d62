package io.github.paradigmreporting.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap that one very large answer takes, with broker, worker and connector in this one JVM and exactly-once: start it with
 * {@code -Xmx256m}. Argument: megabytes of JSON in the answer (500). Ends with an error when the heap is not enough.
 */
final class ConnectLargeAnswer {
    private static final int DOCUMENTS_PER_SLICE = 500;
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    private ConnectLargeAnswer() {}

    public static void main(String... arguments) throws IOException {
        long megabytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 500;
        long rows = megabytes * 1024 * 1024 / document(0, 0).length();
        AtomicLong bytes = new AtomicLong();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> answer(exchange, rows, bytes));
        server.start();
        try (ConnectUnderTest cluster = new ConnectUnderTest(true)) {
            ConnectUnderTest.Times times = cluster.run(
                    "large",
                    Map.ofEntries(
                            Map.entry(
                                    "connector.class",
                                    "io.github.paradigmreporting.kafka.ParadigmReportingSourceConnector"),
                            Map.entry("tasks.max", "1"),
                            Map.entry(
                                    "paradigm.base.url",
                                    "http://localhost:" + server.getAddress().getPort()),
                            Map.entry("paradigm.api.key", "key"),
                            Map.entry("paradigm.reports", "documents"),
                            Map.entry("paradigm.topic.pattern", "large.${report}"),
                            Map.entry("paradigm.progress.topic", "large.progress"),
                            Map.entry("paradigm.value.format", "map"),
                            Map.entry("paradigm.validate.probe", "false"),
                            Map.entry("paradigm.start.date", DAY.toString()),
                            Map.entry("paradigm.window.days", "366"),
                            Map.entry("topic.creation.default.partitions", "1"),
                            Map.entry("topic.creation.default.replication.factor", "1")),
                    "large.documents",
                    rows / DOCUMENTS_PER_SLICE * DOCUMENTS_PER_SLICE);
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d MB of JSON, %d rows: all readable after %.1f s, first after %.1f s, most heap used %d MiB of %d MiB%n",
                    bytes.get() / 1024 / 1024,
                    rows,
                    times.last().toMillis() / 1000.0,
                    times.first().toMillis() / 1000.0,
                    peak / 1024 / 1024,
                    Runtime.getRuntime().maxMemory() / 1024 / 1024);
        } finally {
            server.stop(0);
        }
    }

    /** One year's answer holds everything, slice after slice; all others are empty. */
    private static void answer(HttpExchange exchange, long rows, AtomicLong bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        boolean large = exchange.getRequestURI().getQuery().contains("start_date=" + DAY);
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8), 1 << 16)) {
            out.write("{\"reporting\": [");
            long slices = large ? rows / DOCUMENTS_PER_SLICE : 0;
            for (long slice = 0; slice < slices; slice++) {
                String text = slice(slice);
                out.write(text);
                bytes.addAndGet(text.length());
            }
            out.write("]}");
        }
    }

    private static String slice(long slice) {
        StringBuilder text = new StringBuilder(slice == 0 ? "" : ",");
        text.append("{\"company\": {\"id\": ")
                .append(1 + slice / 300)
                .append(", \"name\": \"Company\"}, \"dates\": [{\"date\": \"");
        text.append(DAY.plusDays(slice % 300)).append("\", \"documents\": [");
        for (int i = 0; i < DOCUMENTS_PER_SLICE; i++) {
            text.append(i == 0 ? "" : ",").append(document(slice, i));
        }
        return text.append("]}]}").toString();
    }

    private static String document(long slice, int number) {
        return "{\"document_id\": " + (slice * DOCUMENTS_PER_SLICE + number + 1)
                + ", \"document_filename\": \"a file with a name of usual length, version " + number
                + ".pdf\", \"document_title\": \"A title that somebody gave to this document once, and that is rather long, as"
                + " titles of documents are: quarterly report of the department, final, second version\","
                + " \"usage_count\": " + number + "}";
    }
}
