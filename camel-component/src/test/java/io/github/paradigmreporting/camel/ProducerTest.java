package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProducerTest {
    private final World world = new World();
    private final CamelContext context = world.context();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        world.close();
    }

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void returnsTheTruthOfEveryReport(Report<?> report) {
        Exchange exchange = ask("paradigm-reporting:" + report.name()).send();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo(truth(report));
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(ParadigmReportingConstants.REPORT, report.name())
                .containsEntry(ParadigmReportingConstants.WINDOW_START, World.FIRST_DAY)
                .containsEntry(ParadigmReportingConstants.WINDOW_END, world.today())
                .containsEntry(
                        ParadigmReportingConstants.COUNT, (long) truth(report).size());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void acceptsTheApisOwnPathAsAName(Report<?> report) {
        Object body = ask("paradigm-reporting:" + report.endpoint()).request(Object.class);

        // Two reports share a path; it names the first.
        assertThat(body).isEqualTo(truth(Reports.named(report.endpoint())));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void makesMapsOfEveryColumn(Report<?> report) {
        List<?> maps =
                ask("paradigm-reporting:" + report.name() + "?outputType=Map").request(List.class);

        assertThat(maps)
                .isEqualTo(truth(report).stream().map(row -> map(report, row)).toList());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void makesJsonOfEveryColumn(Report<?> report) throws Exception {
        String json =
                ask("paradigm-reporting:" + report.name() + "?outputType=Json").request(String.class);

        JsonNode array = new ObjectMapper().readTree(json);
        List<String> cells = new ArrayList<>();
        array.forEach(object -> report.columns()
                .forEach(column -> cells.add(object.get(column.name()).asText())));
        List<String> expected = new ArrayList<>();
        truth(report).forEach(row -> map(report, row).values().forEach(value -> expected.add(String.valueOf(value))));
        assertThat(cells).isEqualTo(expected);
    }

    @Test
    void streamsTheRowsAndClosesWithTheExchange() {
        Exchange exchange = ask("paradigm-reporting:documents?streaming=true").send();
        Iterator<?> rows = exchange.getMessage().getBody(Iterator.class);

        // Sent from outside of a route, the exchange was done at once.
        assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                .isInstanceOf(TemporaryReportingException.class)
                .hasMessageContaining("the exchange that requested these rows was done after")
                .hasMessageContaining("not with wireTap, or use streaming=false");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void streamsAllRowsToASplitAndLeavesNothingInTheLog(boolean parallel) throws Exception {
        List<Object> taken = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to("paradigm-reporting:documents?streaming=true")
                        .split(body())
                        .streaming()
                        .parallelProcessing(parallel)
                        .process(exchange -> taken.add(exchange.getMessage().getBody()));
            }
        });
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            assertThat(ask("direct:ask").send().getException()).isNull();
        } finally {
            System.setErr(before);
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(truth(Reports.DOCUMENTS));
        assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void streamsToOneReaderAndRefusesASecondOneInsteadOfDividingTheRows(boolean parallel) throws Exception {
        List<Object> first = new CopyOnWriteArrayList<>();
        List<Object> second = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(false).logExhausted(false);
                from("direct:ask")
                        .to("paradigm-reporting:documents?streaming=true")
                        .multicast()
                        .parallelProcessing(parallel)
                        .to("direct:first", "direct:second");
                from("direct:first")
                        .split(body())
                        .streaming()
                        .process(exchange -> first.add(exchange.getMessage().getBody()));
                from("direct:second")
                        .split(body())
                        .streaming()
                        .process(exchange -> second.add(exchange.getMessage().getBody()));
            }
        });

        Exchange exchange = ask("direct:ask").send();

        assertThat(exchange.getException())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("have one reader");
        assertThat(List.of(first, second)).containsExactlyInAnyOrder(List.of(), List.copyOf(truth(Reports.DOCUMENTS)));
    }

    @Test
    void countsWithoutKeeping() {
        assertThat(ask("paradigm-reporting:documents?operation=count").request(Long.class))
                .isEqualTo(truth(Reports.DOCUMENTS).size());
    }

    @Test
    void probesWithOneDay() {
        assertThat(ask("paradigm-reporting:sessions?operation=probe").request(Boolean.class))
                .isTrue();
        assertThat(world.simulator().journal().distinctDaysAsked("sessions")).containsExactly(world.today());
    }

    @Test
    void letsHeadersOverrideTheOptions() {
        List<?> rows = ask("paradigm-reporting:sessions?startDate=-P5D&endDate=-P1D&companies=2")
                .withHeader(ParadigmReportingConstants.QUERY_REPORT, "feedback")
                .withHeader(ParadigmReportingConstants.QUERY_START_DATE, World.FIRST_DAY)
                .withHeader(ParadigmReportingConstants.QUERY_END_DATE, "2026-03-04")
                .withHeader(ParadigmReportingConstants.QUERY_COMPANIES, List.of(2L, 12L))
                .request(List.class);

        assertThat(rows)
                .hasSizeGreaterThan(4)
                .isEqualTo(world.simulator()
                        .dataset()
                        .rows(Reports.FEEDBACK, World.FIRST_DAY, World.FIRST_DAY.plusDays(3), Set.of(2L, 12L)));
    }

    @Test
    void refusesAHeaderThatMakesNoSenseBeforeAsking() {
        Exchange exchange = ask("paradigm-reporting:sessions")
                .withHeader(ParadigmReportingConstants.QUERY_START_DATE, "yesterday")
                .send();

        assertThat(exchange.getException())
                .isInstanceOf(PermanentReportingException.class)
                .hasMessageContaining("CamelParadigmReportingQueryStartDate")
                .hasMessageContaining("yesterday");
        assertThat(world.simulator().journal().count()).isZero();
    }

    @Test
    void saysThatTheKeyIsWrong() {
        Exchange exchange =
                ask("paradigm-reporting:sessions?apiKey=RAW(no-such-key)").send();

        assertThat(exchange.getException(PermanentReportingException.class))
                .satisfies(error -> assertThat(error.getKind()).isEqualTo(ErrorKind.AUTHENTICATION))
                .satisfies(error -> assertThat(error.getHttpResponseCode()).isEqualTo(401))
                .hasMessageNotContaining("no-such-key");
    }

    @Test
    void saysWhichReportsThereAre() {
        assertThatThrownBy(() -> ask("paradigm-reporting:session").request())
                .hasStackTraceContaining("there is no report 'session'; there are sessions, threads");
    }

    @Test
    void namesTheOptionThatIsMalformed() {
        assertThatThrownBy(() -> ask("paradigm-reporting:sessions?windowDays=0").request())
                .hasStackTraceContaining("windowDays")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void givesTheCallersThreadBackWhileTheInstanceWorks() throws Exception {
        try (World slow = new World(
                        builder -> builder.latency(java.time.Duration.ofMillis(300), java.time.Duration.ZERO));
                CamelContext other = slow.context()) {
            other.start();
            var pending = other.createProducerTemplate().asyncSend("paradigm-reporting:sessions", exchange -> {});
            assertThat(pending.get().getMessage().getBody()).isEqualTo(slow.truth(Reports.SESSIONS));
        }
    }

    @Test
    void keepsTheMessagesOwnHeaders() {
        Exchange exchange =
                ask("paradigm-reporting:sessions").withHeader("mine", 1).send();

        assertThat(exchange.getMessage().getHeader("mine")).isEqualTo(1);
    }

    @Test
    void reportsAClosedInstanceAsTemporary() {
        world.simulator().close();

        assertThatThrownBy(() -> ask("paradigm-reporting:sessions?attempts=1").request())
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOf(TemporaryReportingException.class);
    }

    private FluentProducerTemplate ask(String uri) {
        return context.createFluentProducerTemplate().to(uri);
    }

    private List<? extends Row> truth(Report<?> report) {
        return world.truth(report);
    }

    private static <R extends Row> Map<String, ?> map(Report<R> report, Row row) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (Column<R> column : report.columns()) {
            map.put(column.name(), column.value(report.rowType().cast(row)));
        }
        return map;
    }
}
