package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sitsOutAShortWaitInsideThePoll(boolean seconds) throws Exception {
        Duration wait = Duration.ofSeconds(1);
        try (Polled route = polled("sessions")) {
            world.simulator()
                    .faults()
                    .next(1, "sessions", seconds ? Fault.throttled(wait) : Fault.throttledUntil(wait));

            assertThat(route.poll()).hasSize(world.truth(Reports.SESSIONS).size());
        }
    }

    @Test
    void parksALongWaitWithoutARequestAndKeepsFailing() throws Exception {
        try (Polled route = polled("sessions?maxRetryAfter=200ms")) {
            world.simulator().faults().next(1, "sessions", Fault.throttled(Duration.ofSeconds(2)));

            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(route::poll).isInstanceOfSatisfying(TemporaryReportingException.class, error -> {
                    assertThat(error.getKind()).isEqualTo(ErrorKind.RATE_LIMITED);
                    assertThat(error.getHttpResponseCode()).isEqualTo(429);
                    assertThat(error.getRetryAfter()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(2));
                });
            }
            assertThat(world.simulator().journal().count()).isEqualTo(1);
            // The client keeps its own count of the wait, in real time.
            List<Polled.Sent> sent = await().atMost(ONE_MINUTE)
                    .ignoreExceptions()
                    .until(
                            () -> {
                                world.pass(Duration.ofSeconds(1));
                                return route.poll();
                            },
                            polled -> !polled.isEmpty());
            assertThat(sent).hasSize(world.truth(Reports.SESSIONS).size());
        }
    }

    @Test
    void deliversWhatWasReadBeforeTheThrottle() throws Exception {
        try (Polled route = polled("sessions?windowDays=5&maxRetryAfter=100ms")) {
            world.simulator().faults().every(3, "sessions", Fault.throttled(Duration.ofMinutes(1)));

            assertThatThrownBy(route::poll).isInstanceOf(TemporaryReportingException.class);
            assertThat(route.sent())
                    .isNotEmpty()
                    .hasSizeLessThan(world.truth(Reports.SESSIONS).size());
        }
    }

    @Test
    void stopsSoonInAnHourOfWaiting() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (World throttled = new World();
                    CamelContext context = throttled.context()) {
                throttled.simulator().faults().always("*", Fault.throttled(Duration.ofHours(1)));
                String uri =
                        "paradigm-reporting:sessions?initialDelay=0&maxRetryAfter=2h&totalTimeout=3h&stateDirectory="
                                + directory.resolve("run" + i);
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri).to("log:never");
                    }
                });
                context.start();
                assertThat(throttled
                                .simulator()
                                .journal()
                                .await(
                                        asked -> asked.size() == 1
                                                && asked.get(0).status() == 429,
                                        Duration.ofSeconds(20)))
                        .isTrue();
                long before = System.nanoTime();
                context.stop();
                millis.add((System.nanoTime() - before) / 1_000_000);
                assertThat(throttled.simulator().journal().count()).isEqualTo(1);
            }
        }
        // Far above what it takes (Camel looks once a second whether a route is done), far below the wait it ends.
        assertThat(millis).as("milliseconds to stop").allMatch(time -> time < 10_000);
    }

    @Test
    void stopsWhileTheInstanceHangs() throws Exception {
        world.simulator().faults().always("*", Fault.hang());
        CamelContext context = world.context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("paradigm-reporting:sessions?initialDelay=0&stateDirectory=" + directory)
                        .to("log:never");
            }
        });
        context.start();
        await().atMost(ONE_MINUTE)
                .until(() -> world.simulator().journal().list().size() == 1);
        long before = System.nanoTime();
        context.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        context.close();
    }

    private Polled polled(String reportAndOptions) throws Exception {
        return new Polled(
                world,
                "paradigm-reporting:" + reportAndOptions + (reportAndOptions.contains("?") ? "&" : "?")
                        + "stateDirectory=" + directory);
    }
}
