package io.github.paradigmreporting.examples.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes without Java: a file, and Camel's own main program. */
@ExtendWith(SimulatorExtension.class)
final class SixLinesTest {
    private final Path state;
    private final List<String> logged = new CopyOnWriteArrayList<>();

    SixLinesTest(@TempDir Path state) {
        this.state = state;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions.yaml", "sessions.xml"})
    void aFileIsEnough(String file, ParadigmSimulator simulator) throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        // A log step below the level of its logger is not evaluated.
        System.setProperty("org.slf4j.simpleLogger.log.sessions", "info");
        Main main = new Main();
        main.configure().withRoutesIncludePattern("classpath:routes/" + file);
        main.setOverrideProperties(toProperties(Map.of(
                "camel.component.paradigm-reporting.base-url",
                simulator.baseUrl().toString(),
                "camel.component.paradigm-reporting.api-key",
                simulator.key(),
                "camel.component.paradigm-reporting.state-directory",
                state.toString())));
        main.init();
        main.getCamelContext().getGlobalOptions().put(Exchange.LOG_EIP_NAME, "sessions");
        main.getCamelContext().getCamelContextExtension().addLogListener((exchange, log, message) -> {
            logged.add(message);
            return message;
        });
        main.start();
        try {
            List<String> expected =
                    simulator.dataset().rows(Reports.SESSIONS, yesterday.minusDays(20), yesterday).stream()
                            .map(day -> "sessions/" + day.companyId() + "/" + day.date() + ": " + day.sessionsCount()
                                    + " sessions")
                            .toList();
            await().atMost(ONE_MINUTE).untilAsserted(() -> assertThat(logged).containsAll(expected));
        } finally {
            main.stop();
        }
    }

    private static java.util.Properties toProperties(Map<String, String> map) {
        java.util.Properties properties = new java.util.Properties();
        properties.putAll(map);
        return properties;
    }
}
