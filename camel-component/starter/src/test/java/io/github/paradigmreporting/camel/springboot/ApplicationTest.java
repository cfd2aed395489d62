package io.github.paradigmreporting.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application as a user writes it: a route, and properties. */
@ExtendWith(SimulatorExtension.class)
final class ApplicationTest {
    private final Path state;

    ApplicationTest(@TempDir Path state) {
        this.state = state;
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Queue<SessionsDay> received() {
            return new ConcurrentLinkedQueue<>();
        }

        @Bean
        RouteBuilder route(Queue<SessionsDay> received) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("paradigm-reporting:sessions")
                            .process(exchange ->
                                    received.add(exchange.getMessage().getBody(SessionsDay.class)));
                }
            };
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void receivesTheRowsThatThePropertiesAskFor(ParadigmSimulator simulator) {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        List<SessionsDay> days = simulator.dataset().rows(Reports.SESSIONS, yesterday.minusDays(5), yesterday);

        try (ConfigurableApplicationContext application =
                run(simulator, "start-date=-P6D", "requestsPerMinute=1000", "total-timeout=3m", "commit-interval=2s")) {
            Queue<SessionsDay> received = application.getBean("received", Queue.class);
            await().atMost(ONE_MINUTE).until(() -> received.containsAll(days));
            assertThat(received).allMatch(day -> day.date().isAfter(yesterday.minusDays(6)));
        }
    }

    @Test
    void refusesAPropertyThatIsNoOption(ParadigmSimulator simulator) {
        assertThatThrownBy(() -> run(simulator, "start-dat=-P6D").close())
                .hasStackTraceContaining(
                        "camel.component.paradigm-reporting.start-dat: the component has no such option");
    }

    @Test
    void leavesTheComponentAloneWhenSwitchedOff(ParadigmSimulator simulator) {
        // The address is given, but nobody hands it on.
        assertThatThrownBy(() -> run(simulator, "enabled=false").close())
                .hasStackTraceContaining("baseUrl: is required");
    }

    private ConfigurableApplicationContext run(ParadigmSimulator simulator, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                option("base-url=" + simulator.baseUrl()),
                option("api-key=" + simulator.key()),
                option("state-directory=" + state),
                "--spring.main.banner-mode=off"));
        Arrays.stream(options).map(ApplicationTest::option).forEach(arguments::add);
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    private static String option(String option) {
        return "--" + ComponentProperties.PREFIX + "." + option;
    }
}
