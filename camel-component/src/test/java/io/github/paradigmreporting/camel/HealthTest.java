package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.camel.console.DevConsole;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void isUnknownBeforeTheFirstPollAndUpAfterIt() throws Exception {
        try (Polled route = polled("")) {
            assertThat(check(route).getState()).isEqualTo(State.UNKNOWN);
            route.poll();

            HealthCheck.Result result = check(route);
            assertThat(result.getState()).isEqualTo(State.UP);
            assertThat(result.getDetails())
                    .containsEntry("report", "sessions")
                    .containsEntry(
                            "messages", (long) world.truth(Reports.SESSIONS).size())
                    .containsEntry("watermark", "2026-03-16")
                    .containsEntry("daysBehind", 4L)
                    .containsEntry("lastSuccess", world.instant().toString());
        }
    }

    @Test
    void saysWhyItIsDown() throws Exception {
        try (Polled route = polled("&apiKey=RAW(wrong)")) {
            route.consumer().run();

            HealthCheck.Result result = check(route);
            assertThat(result.getState()).isEqualTo(State.DOWN);
            assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
            assertThat(result.getError())
                    .hasValueSatisfying(error -> assertThat(error).isInstanceOf(PermanentReportingException.class));
        }
    }

    @Test
    void isWhatTheLastPollWasAtEveryStepOfAnOutage() throws Exception {
        Random random = new Random(5);
        try (Polled route = polled("&attempts=1&backoffMultiplier=2&backoffErrorThreshold=3")) {
            State expected = State.UNKNOWN;
            boolean outage = false;
            for (int i = 0; i < 1_000; i++) {
                if (random.nextInt(20) == 0) {
                    outage = !outage;
                    world.simulator().faults().clear();
                    if (outage) {
                        world.simulator().faults().always("sessions", Fault.status(503));
                    }
                }
                long requests = world.simulator().journal().count();
                route.consumer().run();
                boolean polled = world.simulator().journal().count() > requests;
                if (polled) {
                    expected = outage ? State.DOWN : State.UP;
                }
                assertThat(check(route).getState()).as("step " + i).isEqualTo(expected);
                world.pass(Duration.ofMinutes(1));
            }
        }
    }

    @Test
    void showsItsRoutesOnTheDevConsole() throws Exception {
        try (Polled route = polled("")) {
            route.poll();
            DevConsole console =
                    PluginHelper.getDevConsoleResolver(route.context()).resolveDevConsole("paradigm-reporting");

            Object json = console.call(DevConsole.MediaType.JSON, Map.of());
            assertThat(json)
                    .asString()
                    .contains("polled", "sessions", "2026-03-16")
                    .doesNotContain(world.simulator().key());
            assertThat(console.call(DevConsole.MediaType.TEXT)).asString().contains("daysBehind=4");
        }
    }

    private Polled polled(String options) throws Exception {
        return new Polled(world, "paradigm-reporting:sessions?stateDirectory=" + directory + options);
    }

    private static HealthCheck.Result check(Polled route) {
        HealthCheck check = route.consumer().getHealthCheck();
        assertThat(check.getId()).isEqualTo("consumer:polled");
        return check.call();
    }
}
