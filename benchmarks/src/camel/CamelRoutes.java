import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpServer;
import io.github.paradigmreporting.camel.ParadigmReportingComponent;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/**
 * Time to bring one answer of the documents report through a route, row by row and in lists: with the component, with the
 * route that a user would write (http, unmarshal, nested splits of the tree) and with the one an expert would write (an
 * iterator over Jackson's tokens). All in one JVM, in turns; each answer is made before and served from memory, uncompressed.
 * "cpu" is the processor time of the whole process, with the start of the route, the server, compiler and collector.
 */
final class CamelRoutes {
    private static final int DAYS = 20;

    private final String base;
    private final int rows;
    private long seen;

    private CamelRoutes(String base, int rows) {
        this.base = base;
        this.rows = rows;
    }

    /** Arguments: rounds, documents per company and day. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        int documents = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        ParadigmSimulator simulator = ParadigmSimulator.builder()
                .from(LocalDate.now(ZoneOffset.UTC).minusDays(DAYS))
                .companies(10)
                .documentsPerDay(documents)
                .start();
        Map<String, byte[]> answers = new ConcurrentHashMap<>();
        byte[] whole = answers.computeIfAbsent(path(), asked -> answer(simulator, asked));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> {
            byte[] answer = answers.computeIfAbsent(
                    exchange.getRequestURI().toString().replace("&disableStreamCache=true", ""),
                    asked -> answer(simulator, asked));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        int rows = (int) Arrays.stream(new String(whole, java.nio.charset.StandardCharsets.UTF_8).split("\"document_id\"", -1))
                        .count()
                - 1;
        new CamelRoutes("http://127.0.0.1:" + server.getAddress().getPort(), rows).run(rounds, whole.length);
        server.stop(0);
        simulator.close();
        System.exit(0);
    }

    private static byte[] answer(ParadigmSimulator simulator, String asked) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + asked))
                    .header("Authorization", "Bearer " + simulator.key())
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return "/api/v2/reporting/used-documents/?start_date=" + today.minusDays(DAYS) + "&end_date=" + today;
    }

    private interface Way {
        long nanos() throws Exception;
    }

    private void run(int rounds, int bytes) throws Exception {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("rows: usual route", () -> byHand(usual()));
        ways.put("rows: expert route", () -> byHand(expert(1)));
        ways.put("rows: component", () -> component("batchSize=1", false));
        ways.put("rows: component, commitEvery=5000", () -> component("batchSize=1&commitEvery=5000", false));
        ways.put("rows: component, state in memory", () -> component("batchSize=1", true));
        ways.put("lists of 500: expert route", () -> byHand(expert(500)));
        ways.put("lists of 500: component", () -> component("batchSize=500", false));
        ways.put("lists of 500: component, state in memory", () -> component("batchSize=500", true));
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        Map<String, List<Double>> processor = new LinkedHashMap<>();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int round = -3; round < rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                seen = 0;
                System.gc();
                long before = system.getProcessCpuTime();
                double took = way.getValue().nanos() / 1e6;
                double used = (system.getProcessCpuTime() - before) / 1e6;
                if (seen != rows) {
                    throw new IllegalStateException(way.getKey() + " saw " + seen + " of " + rows + " rows");
                }
                if (round >= 0) {
                    millis.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(took);
                    processor.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(used);
                }
            }
        }
        System.out.printf("%d rows, %d bytes, %d rounds, Java %s%n", rows, bytes, rounds, Runtime.version());
        System.out.printf("%-42s %9s %9s %9s %9s   time against the usual route, per round%n",
                "", "median ms", "min", "max", "cpu ms");
        List<Double> usual = millis.get("rows: usual route");
        millis.forEach((name, times) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < times.size(); i++) {
                ratios.add(times.get(i) / usual.get(i));
            }
            System.out.printf(
                    "%-42s %9.0f %9.0f %9.0f %9.0f   %.2f (%.2f to %.2f)%n",
                    name, at(times, 0.5), at(times, 0), at(times, 1), at(processor.get(name), 0.5), at(ratios, 0.5), at(ratios, 0), at(ratios, 1));
        });
    }

    private static double at(List<Double> values, double share) {
        return values.stream().sorted().toList().get((int) ((values.size() - 1) * share));
    }

    private void row(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        // Looks at a value, so that nobody saves himself the reading of it.
        if (body instanceof DocumentUse use ? use.usageCount() != null : ((Map<?, ?>) body).get("usage_count") != null) {
            seen++;
        }
    }

    private void list(Exchange exchange) {
        seen += exchange.getMessage().getBody(List.class).size();
    }

    private long byHand(RouteBuilder routes) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addRoutes(routes);
            context.start();
            long before = System.nanoTime();
            Exchange answer = context.createFluentProducerTemplate().to("direct:go").send();
            long took = System.nanoTime() - before;
            if (answer.getException() != null) {
                throw answer.getException();
            }
            return took;
        }
    }

    private RouteBuilder usual() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:go")
                        .setHeader("Authorization", constant("Bearer key"))
                        .to(base + path())
                        .unmarshal()
                        .json()
                        .split(simple("${body[reporting]}"))
                        .streaming()
                        .split(simple("${body[dates]}"))
                        .streaming()
                        .split(simple("${body[documents]}"))
                        .streaming()
                        .process(CamelRoutes.this::row);
            }
        };
    }

    private RouteBuilder expert(int size) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                var split = from("direct:go")
                        .setHeader("Authorization", constant("Bearer key"))
                        .to(base + path() + "&disableStreamCache=true")
                        .process(exchange -> exchange.getMessage()
                                .setBody(new Tokens(exchange.getMessage().getBody(InputStream.class), size)))
                        .split(body())
                        .streaming();
                split.process(size == 1 ? CamelRoutes.this::row : CamelRoutes.this::list);
            }
        };
    }

    private long component(String options, boolean inMemory) throws Exception {
        Path state = Files.createTempDirectory("camel-routes");
        try (CamelContext context = new DefaultCamelContext()) {
            ParadigmReportingComponent component = new ParadigmReportingComponent();
            component.getConfiguration().setBaseUrl(base);
            component.getConfiguration().setApiKey("key");
            component.getConfiguration().setStateDirectory(state.toString());
            component.getConfiguration().setRequestsPerMinute(100_000);
            component.getConfiguration().setGzip(false);
            if (inMemory) {
                component.getConfiguration().setStateRepository(new MemoryStateRepository());
            }
            context.addComponent("paradigm-reporting", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("paradigm-reporting:documents?startScheduler=false&startDate=-P" + DAYS + "D&" + options)
                            .routeId("reports")
                            .process(options.startsWith("batchSize=1&") || options.equals("batchSize=1")
                                    ? CamelRoutes.this::row
                                    : CamelRoutes.this::list);
                }
            });
            context.start();
            long before = System.nanoTime();
            ((ScheduledPollConsumer) context.getRoute("reports").getConsumer()).run();
            return System.nanoTime() - before;
        } finally {
            try (var files = Files.walk(state)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Rows as maps, or lists of them, out of an answer that is never held whole. */
    private static final class Tokens implements Iterator<Object> {
        private static final JsonFactory JSON = new JsonFactory();

        private final JsonParser parser;
        private final int size;
        private Object company = "";
        private Object companyName = "";
        private String day = "";
        private Map<String, Object> next;

        Tokens(InputStream in, int size) throws IOException {
            this.parser = JSON.createParser(in);
            this.size = size;
            this.next = read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Object next() {
            if (size == 1) {
                return take();
            }
            List<Object> list = new ArrayList<>(size);
            while (next != null && list.size() < size) {
                list.add(take());
            }
            return list;
        }

        private Map<String, Object> take() {
            try {
                Map<String, Object> row = next;
                next = read();
                return row;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Map<String, Object> read() throws IOException {
            Map<String, Object> row = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.END_OBJECT && row != null) {
                    return row;
                }
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "metadata" -> parser.skipChildren();
                    case "id" -> company = parser.getLongValue();
                    case "name" -> companyName = parser.getText();
                    case "date" -> day = parser.getText();
                    default -> {
                        if (value.isScalarValue()) {
                            if (row == null) {
                                row = new LinkedHashMap<>();
                                row.put("company_id", company);
                                row.put("company_name", companyName);
                                row.put("date", day);
                            }
                            row.put(
                                    name,
                                    value == JsonToken.VALUE_NUMBER_INT
                                            ? (Object) parser.getLongValue()
                                            : parser.getValueAsString());
                        }
                    }
                }
            }
            return row;
        }
    }
}
