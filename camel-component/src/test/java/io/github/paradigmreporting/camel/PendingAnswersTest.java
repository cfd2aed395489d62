package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop, of a route or of the context, does not wait as long as a producer would. */
@Timeout(300)
class PendingAnswersTest {
    private static final String SESSIONS = "paradigm-reporting:sessions?totalTimeout=3h&answerTimeout=2h";

    private final World world = new World();
    private final CamelContext context = world.context();
    private final List<Exception> ends = new CopyOnWriteArrayList<>();
    private final List<Object> answers = new CopyOnWriteArrayList<>();

    private final CountDownLatch gate = new CountDownLatch(1);

    private void start() throws Exception {
        // Camel itself gives up far later than this test.
        context.getShutdownStrategy().setTimeout(600);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class)
                        .maximumRedeliveries(3)
                        .redeliveryDelay(0)
                        .handled(true)
                        .process(
                                exchange -> ends.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
                from("seda:to?pollTimeout=20").routeId("to").to(SESSIONS).process(PendingAnswersTest.this::answered);
                from("seda:toD?pollTimeout=20").routeId("toD").toD(SESSIONS + "&companies=${header.c}");
                from("seda:enrich?pollTimeout=20").routeId("enrich").enrich(SESSIONS);
                from("seda:split?pollTimeout=20")
                        .routeId("split")
                        .split(body())
                        .parallelProcessing()
                        .to(SESSIONS);
                from("seda:stream?pollTimeout=20")
                        .routeId("stream")
                        .to(SESSIONS + "&streaming=true&windowDays=5")
                        .split(body())
                        .streaming()
                        .to("log:never?level=OFF");
                from("seda:gate?pollTimeout=20")
                        .routeId("gate")
                        .process(exchange -> gate.await())
                        .to(SESSIONS)
                        .process(PendingAnswersTest.this::answered);
                from("seda:outer?pollTimeout=20").routeId("outer").to("direct:inner");
                from("direct:inner").routeId("inner").to(SESSIONS);
            }
        });
        context.start();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"to,to", "toD,toD", "enrich,enrich", "split,split", "outer,outer", "outer,inner"})
    void endWhenTheirRouteStops(String asked, String stopped) throws Exception {
        start();
        world.simulator().faults().always("*", Fault.throttled(Duration.ofHours(1)));
        ask(asked);
        requested(1);

        assertStops(stopped);

        assertThat(ends).isNotEmpty().allSatisfy(end -> assertThat(end)
                .isInstanceOf(TemporaryReportingException.class)
                .hasMessageContaining("its route or the Camel context stops"));
        assertThat(world.simulator().journal().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "delay 3600s", "slow 1"})
    void endWhileTheInstanceWorks(String fault) throws Exception {
        start();
        world.simulator().faults().add("*=" + fault);
        ask("to");
        requested(1);

        assertStops("to");

        assertThat(ends).hasSize(1);
    }

    @Test
    void endWhileTheyWaitForTheBudget() throws Exception {
        context.getComponent("paradigm-reporting", ParadigmReportingComponent.class)
                .getConfiguration()
                .setRequestsPerMinute(1);
        start();
        ask("stream");
        requested(1);

        assertStops("stream");

        assertThat(ends).hasSize(1);
        assertThat(world.simulator().journal().count()).isEqualTo(1);
    }

    @Test
    void endForMessagesThatWereQueued() throws Exception {
        start();
        world.simulator().faults().always("*", Fault.throttled(Duration.ofHours(1)));
        for (int i = 0; i < 5; i++) {
            ask("to");
        }
        requested(1);

        assertStops("to");

        assertThat(ends).hasSize(5);
    }

    @Test
    void goOnInOtherRoutesAndAfterTheNextStart() throws Exception {
        start();
        world.simulator().faults().always("*", Fault.hang());
        ask("to");
        ask("enrich");
        requested(2);

        assertStops("to");
        assertThat(ends).hasSize(1);

        world.simulator().faults().clear();
        context.getRouteController().startRoute("to");
        ask("to");
        await().atMost(ONE_MINUTE).until(() -> answers.size() == 1);
        assertThat(answers).containsExactly(world.truth(Reports.SESSIONS));
        assertThat(ends).hasSize(1);
        assertStops("enrich");
        assertThat(ends).hasSize(2);
    }

    @Test
    void goOnWhenCamelGivesUpStoppingTheirRoute() throws Exception {
        start();
        ask("gate");
        await().atMost(ONE_MINUTE).until(() -> context.getInflightRepository().size("gate") == 1);

        assertThat(context.getRouteController().stopRoute("gate", 1, TimeUnit.SECONDS, true))
                .isFalse();
        gate.countDown();

        await().atMost(ONE_MINUTE).until(() -> answers.size() == 1);
        assertThat(ends).isEmpty();
    }

    /** As in a program that first asks at an address that it made itself. */
    @Test
    void endAlsoWhenTheComponentIsYoungerThanTheirRoute() throws Exception {
        context.removeComponent("paradigm-reporting");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:to?pollTimeout=20")
                        .routeId("to")
                        .process(exchange -> {
                            ParadigmReportingComponent component = new ParadigmReportingComponent();
                            component
                                    .getConfiguration()
                                    .setBaseUrl(world.simulator().baseUrl().toString());
                            component
                                    .getConfiguration()
                                    .setApiKey(world.simulator().key());
                            context.addComponent("paradigm-reporting", component);
                        })
                        .recipientList(constant(SESSIONS));
            }
        });
        context.getShutdownStrategy().setTimeout(600);
        context.start();
        world.simulator().faults().always("*", Fault.hang());
        ask("to");
        requested(1);

        assertStops("to");
    }

    @Test
    void endWhenTheContextStops() throws Exception {
        start();
        world.simulator().faults().always("*", Fault.throttled(Duration.ofHours(1)));
        ask("to");
        requested(1);

        assertEnds(CompletableFuture.runAsync(context::stop));

        assertThat(ends).singleElement().satisfies(end -> assertThat(end)
                .hasMessageContaining("the Camel context stops"));
        assertThat(world.simulator().journal().count()).isEqualTo(1);
    }

    private void assertStops(String route) {
        assertEnds(CompletableFuture.runAsync(() -> {
            try {
                context.getRouteController().stopRoute(route);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }));
        assertThat(context.getRouteController().getRouteStatus(route)).isEqualTo(ServiceStatus.Stopped);
    }

    private static void assertEnds(CompletableFuture<Void> stop) {
        assertThat(stop).succeedsWithin(ONE_MINUTE);
    }

    private void requested(int times) {
        await().atMost(ONE_MINUTE).until(() -> world.simulator().journal().count() >= times);
    }

    private void answered(Exchange exchange) {
        answers.add(exchange.getMessage().getBody());
    }

    private void ask(String route) {
        context.createProducerTemplate().sendBodyAndHeader("seda:" + route, "a message", "c", 2);
    }
}
