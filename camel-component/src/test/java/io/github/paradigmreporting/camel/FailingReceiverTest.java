package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that fails, with exceptions or errors, early or late: nothing is requested more often, and everybody can see it. */
@Timeout(120)
class FailingReceiverTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final CamelContext context = world.context();
    private final List<Object> received = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fails = new AtomicBoolean(true);

    @AfterEach
    void close() throws Exception {
        context.close();
        world.close();
    }

    @Test
    void isNotPolledForAtOnceByAGreedyConsumer() throws Exception {
        start("&greedy=true", this::fail);

        for (int i = 1; i <= 3; i++) {
            consumer().run();
            assertThat(passes()).isEqualTo(i);
        }
    }

    @Test
    void isNotPolledForAtOnceByAGreedyConsumerWhenItFailsLate() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri("&greedy=true")).routeId("r").to("seda:work?size=10000");
                from("seda:work?size=10000").process(FailingReceiverTest.this::fail);
            }
        });
        context.start();

        consumer().run();
        await().atMost(ONE_MINUTE).until(() -> check().getState() == State.DOWN);

        assertThat(passes()).isLessThanOrEqualTo(2);
        assertThat(check().getDetails()).containsKey("stoppedAt");
    }

    @Test
    void isSeenByErrorCountersAndBackOff() throws Exception {
        start("&backoffMultiplier=2&backoffErrorThreshold=1", this::fail);

        for (int i = 0; i < 7; i++) {
            consumer().run();
        }
        assertThat(passes()).isEqualTo(4);
    }

    @Test
    void isSeenByHealthAndHeals() throws Exception {
        start("", this::fail);
        consumer().run();

        HealthCheck.Result result = check();
        assertThat(result.getState()).isEqualTo(State.DOWN);
        assertThat(result.getMessage().orElse(""))
                .contains("the poll stopped at sessions/2/" + World.FIRST_DAY)
                .contains("out of order");
        assertThat(result.getDetails()).containsEntry("stoppedAt", "sessions/2/" + World.FIRST_DAY);
        assertThat(consumer().getStoppedAt()).isEqualTo("sessions/2/" + World.FIRST_DAY);
        assertThat(consumer().getFailedPolls()).isEqualTo(1);

        fails.set(false);
        consumer().run();
        assertThat(check().getState()).isEqualTo(State.UP);
        assertThat(check().getDetails()).doesNotContainKey("stoppedAt");
        assertThat(received).hasSameSizeAs(world.truth(Reports.SESSIONS));
    }

    @Test
    void isSeenAndHealsWhenItThrowsAnError() throws Exception {
        for (Error error : List.of(new StackOverflowError(), new AssertionError("no"), new OutOfMemoryError("full"))) {
            try (CamelContext own = world.context()) {
                AtomicBoolean broken = new AtomicBoolean(true);
                own.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri("&stateKey=" + error.getClass().getSimpleName()))
                                .routeId("r")
                                .to("direct:inner");
                        from("direct:inner").process(exchange -> {
                            if (broken.get()) {
                                throw error;
                            }
                        });
                    }
                });
                own.start();
                ParadigmReportingConsumer<?> consumer =
                        (ParadigmReportingConsumer<?>) own.getRoute("r").getConsumer();
                consumer.run();

                assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(State.DOWN);
                assertThat(consumer.getFailure()).contains(error.getClass().getSimpleName());
                // Otherwise a stop would wait for the exchange until its timeout.
                assertThat(own.getInflightRepository().size()).isZero();
                own.getRoutes()
                        .forEach(route -> assertThat(own.getInflightRepository().size(route.getRouteId()))
                                .isZero());
                broken.set(false);
                consumer.run();
                assertThat(consumer.getHealthCheck().call().getState()).isEqualTo(State.UP);
                assertThat(consumer.getNewRows())
                        .isEqualTo(world.truth(Reports.SESSIONS).size() + 1);
            }
        }
    }

    @Test
    void isToldOfOnceByABridgedErrorHandler() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(false).process(exchange -> received.add("told"));
                from(uri("&bridgeErrorHandler=true")).routeId("r").process(FailingReceiverTest.this::fail);
            }
        });
        context.start();
        consumer().run();

        assertThat(received).containsExactly("told");
        assertThat(check().getState()).isEqualTo(State.DOWN);
    }

    @Test
    void isUpWhileTheFirstPollDelivers() throws Exception {
        fails.set(false);
        List<State> states = new CopyOnWriteArrayList<>();
        start("", exchange -> states.add(check().getState()));
        assertThat(check().getState()).isEqualTo(State.UNKNOWN);
        consumer().run();

        assertThat(states).containsOnly(State.UP);
        assertThat(consumer().getPollingSince()).isNull();
    }

    @Test
    void isNotAloneInBeingSeen() throws Exception {
        // The repository fails with an Error, as one whose classes are missing.
        AtomicBoolean broken = new AtomicBoolean();
        context.getRegistry().bind("states", new RevisionTest.Forgetful() {
            @Override
            public void setState(String key, String value) {
                if (broken.get()) {
                    throw new NoClassDefFoundError("driver");
                }
                super.setState(key, value);
            }
        });
        start(
                "&stateKey=k&stateRepository=#states",
                exchange -> received.add(exchange.getMessage().getBody()));
        broken.set(true);
        consumer().run();
        assertThat(check().getState()).isEqualTo(State.DOWN);
        assertThat(consumer().getFailure()).contains("NoClassDefFoundError: driver");
        consumer().run();
        assertThat(check().getState()).isEqualTo(State.DOWN);
        assertThat(received).hasSameSizeAs(world.truth(Reports.SESSIONS));

        broken.set(false);
        consumer().run();
        assertThat(check().getState()).isEqualTo(State.UP);
        assertThat(received).hasSameSizeAs(world.truth(Reports.SESSIONS));
    }

    private void fail(Exchange exchange) {
        if (fails.get()) {
            throw new IllegalStateException("out of order");
        }
        received.add(exchange.getMessage().getBody());
    }

    private String uri(String options) {
        return "paradigm-reporting:sessions?windowDays=31&startScheduler=false&stateDirectory=" + directory + options;
    }

    private void start(String options, Processor receiver) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(false).logExhausted(false);
                from(uri(options)).routeId("r").process(receiver);
            }
        });
        context.start();
    }

    /** How often the instance was read, by requests that begin with the first day. */
    private long passes() {
        return world.simulator().journal().list().stream()
                .filter(request -> request.toString().contains(World.FIRST_DAY.toString()))
                .count();
    }

    private ParadigmReportingConsumer<?> consumer() {
        return (ParadigmReportingConsumer<?>) context.getRoute("r").getConsumer();
    }

    private HealthCheck.Result check() {
        return consumer().getHealthCheck().call();
    }
}
