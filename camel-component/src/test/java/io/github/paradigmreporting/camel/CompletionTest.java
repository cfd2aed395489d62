package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the position waits for what a route does with a message, one test per way to hand it on. */
class CompletionTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final CamelContext context = world.context();
    private final List<Object> received = new CopyOnWriteArrayList<>();
    private int rows;

    @BeforeEach
    void count() {
        rows = world.truth(Reports.SESSIONS).size();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        world.close();
    }

    @Test
    void waitsForTheEndOfASedaRoute() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(sessions()).routeId("reports").to("seda:work");
                from("seda:work")
                        .process(exchange -> goOn.await(20, TimeUnit.SECONDS))
                        .process(CompletionTest.this::receive);
            }
        });

        assertThat(consumer().poll()).isEqualTo(rows);
        assertThat(saved()).isFalse();
        // A second poll while all is still on its way does not send it again.
        assertThat(consumer().poll()).isZero();
        goOn.countDown();
        await().atMost(ONE_MINUTE).until(() -> received.size() == rows && saved());
        assertThat(consumer().poll()).isZero();
    }

    @Test
    void sendsAgainWhatASedaRouteFailedOn() throws Exception {
        Set<Object> failed = new HashSet<>();
        // A poll that sees the failure stops at once; here it is to be over before.
        CountDownLatch polled = new CountDownLatch(1);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(sessions()).routeId("reports").to("seda:work?size=10000");
                from("seda:work?size=10000").process(exchange -> {
                    polled.await(20, TimeUnit.SECONDS);
                    if (received.size() == 5 && failed.isEmpty()) {
                        failed.add(exchange.getMessage().getBody());
                        throw new IllegalStateException("the sixth");
                    }
                    receive(exchange);
                });
            }
        });

        assertThat(consumer().poll()).isEqualTo(rows);
        polled.countDown();
        await().atMost(ONE_MINUTE).until(() -> received.size() == rows - 1);
        consumer().poll();
        await().atMost(ONE_MINUTE).until(() -> new HashSet<>(received).size() == rows);
        assertThat(received).containsAll(failed);
    }

    @Test
    void waitsForOtherThreads() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(sessions()).routeId("reports").threads(3).delay(1).end().process(CompletionTest.this::receive);
            }
        });

        assertThat(consumer().poll()).isEqualTo(rows);
        assertThat(received).hasSize(rows);
        assertThat(saved()).isTrue();
    }

    @Test
    void waitsForEveryPartOfASplit() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(sessions() + "&batchSize=10")
                        .routeId("reports")
                        .split(body())
                        .process(exchange -> {
                            if (received.size() == 25) {
                                received.add("failed");
                                throw new IllegalStateException("once");
                            }
                            receive(exchange);
                        })
                        .end();
            }
        });

        assertThatThrownBy(consumer()::poll).isInstanceOf(StoppedAtMessageException.class);
        consumer().poll();
        assertThat(new HashSet<>(received)).containsAll(world.truth(Reports.SESSIONS));
    }

    @Test
    void countsAMessageInTheDeadLetterQueueAsDone() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        deadLetterChannel("seda:dead").maximumRedeliveries(1).redeliveryDelay(0));
                from(sessions()).routeId("reports").throwException(new IllegalStateException("always"));
                from("seda:dead").process(CompletionTest.this::receive);
            }
        });

        assertThat(consumer().poll()).isEqualTo(rows);
        await().atMost(ONE_MINUTE).until(() -> received.size() == rows);
        assertThat(consumer().poll()).isZero();
    }

    @Test
    void countsAHandledFailureAsDone() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).process(CompletionTest.this::receive);
                from(sessions()).routeId("reports").throwException(new IllegalStateException("always"));
            }
        });

        assertThat(consumer().poll()).isEqualTo(rows);
        assertThat(consumer().poll()).isZero();
        assertThat(received).hasSize(rows);
    }

    @Test
    void countsAContinuedFailureAsDone() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).continued(true);
                from(sessions())
                        .routeId("reports")
                        .throwException(new IllegalStateException("always"))
                        .process(CompletionTest.this::receive);
            }
        });

        assertThat(consumer().poll()).isEqualTo(rows);
        assertThat(consumer().poll()).isZero();
        assertThat(received).hasSize(rows);
    }

    @Test
    void tellsAnAggregatorWhenABatchEnds() throws Exception {
        List<Object> lists = new CopyOnWriteArrayList<>();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(sessions())
                        .routeId("reports")
                        .aggregate(constant(true), AggregationStrategies.groupedBody())
                        .completionFromBatchConsumer()
                        .process(exchange -> lists.add(exchange.getMessage().getBody()));
            }
        });

        consumer().poll();
        await().atMost(ONE_MINUTE).until(() -> !lists.isEmpty());
        assertThat(lists)
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(rows);
    }

    @Test
    void bridgesAnErrorOfThePollToTheErrorHandlerWhenAsked() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(PermanentReportingException.class)
                        .handled(true)
                        .process(exchange -> received.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)));
                from("paradigm-reporting:sessions?apiKey=RAW(wrong)&bridgeErrorHandler=true&initialDelay=0&stateDirectory="
                                + directory)
                        .routeId("reports")
                        .to("log:never");
            }
        });

        await().atMost(ONE_MINUTE).until(() -> !received.isEmpty());
        assertThat(received.get(0)).isInstanceOf(PermanentReportingException.class);
    }

    @Test
    void movesThePositionOfATemplateWhenItsExchangeIsDone() throws Exception {
        context.start();
        String uri = "paradigm-reporting:sessions?initialDelay=0&stateDirectory=" + directory;
        Set<Object> taken = new HashSet<>();
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            for (int i = 0; i < 5; i++) {
                Exchange exchange = template.receive(uri, 20_000);
                taken.add(exchange.getMessage().getBody(SessionsDay.class));
                template.doneUoW(exchange);
            }
        }
        assertThat(taken).hasSize(5);
        context.stop();
        try (CamelContext again = world.context();
                ConsumerTemplate template = again.createConsumerTemplate()) {
            again.start();
            List<Object> rest = new ArrayList<>();
            for (Exchange next = template.receive(uri, 20_000); next != null; next = template.receive(uri, 1_000)) {
                rest.add(next.getMessage().getBody());
                template.doneUoW(next);
            }
            assertThat(rest).hasSize(rows - 5).doesNotContainAnyElementsOf(taken);
        }
    }

    @Test
    void givesATakerTheErrorOfAFailedPollAndNotNull() throws Exception {
        context.start();
        String uri = "paradigm-reporting:sessions?initialDelay=0&apiKey=RAW(wrong)&stateDirectory=" + directory;
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            await().atMost(ONE_MINUTE).untilAsserted(() -> assertThatThrownBy(() -> template.receiveBody(uri, 100))
                    .hasRootCauseInstanceOf(AnsweredException.class));
            assertThatThrownBy(() -> template.receiveBody(uri)).hasStackTraceContaining("401");
        }
    }

    @Test
    void movesThePositionOfAPollEnrichWithTheEnrichedExchange() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .pollEnrich("paradigm-reporting:sessions?initialDelay=0&stateDirectory=" + directory, 20_000)
                        .process(CompletionTest.this::receive);
            }
        });

        for (int i = 0; i < 3; i++) {
            context.createProducerTemplate().sendBody("direct:start", "");
        }
        assertThat(new HashSet<>(received)).hasSize(3);
        context.stop();
        assertThat(saved()).isTrue();
    }

    private String sessions() {
        return "paradigm-reporting:sessions?startScheduler=false&stateDirectory=" + directory;
    }

    private void start(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
    }

    private ParadigmReportingConsumer<?> consumer() {
        return (ParadigmReportingConsumer<?>) context.getRoute("reports").getConsumer();
    }

    private void receive(Exchange exchange) {
        received.add(exchange.getMessage().getBody());
    }

    private boolean saved() throws Exception {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (Files.readString(file).contains("state 2 ")) {
                    return true;
                }
            }
            return false;
        }
    }
}
