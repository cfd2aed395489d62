package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ValidateTest {
    private ParadigmSimulator simulator =
            ParadigmSimulator.builder().clock(VirtualClock.standing()).start();

    @BeforeEach
    void clear() {
        simulator.journal().clear();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void acceptsWhatWorksWithOneRequest() {
        assertThat(errors(Map.of())).isEmpty();
        assertThat(simulator.journal().count()).isEqualTo(1);
    }

    @Test
    void putsARefusedKeyOnTheKey() {
        assertThat(errors(Map.of("paradigm.api.key", "wrong-marker")))
                .containsOnlyKeys("paradigm.api.key")
                .allSatisfy((name, messages) ->
                        assertThat(messages.toString()).contains("401").doesNotContain("wrong-marker"));
    }

    @Test
    void putsAnAddressWhereNobodyAnswersOnTheAddress() {
        String gone = simulator.baseUrl().toString();
        simulator.close();
        assertThat(errors(Map.of("paradigm.base.url", gone))).containsOnlyKeys("paradigm.base.url");
    }

    @Test
    void putsAKeyWithoutRightsOnTheReports() {
        restart(ParadigmSimulator.builder().clock(VirtualClock.standing()).userKey("user"));
        assertThat(errors(Map.of("paradigm.api.key", "user"))).containsOnlyKeys("paradigm.reports");
    }

    @Test
    void looksAtContradictionsBeforeItAsks() {
        assertThat(errors(Map.of("paradigm.topic.pattern", "usage"))).containsOnlyKeys("paradigm.topic.pattern");
        assertThat(errors(Map.of("paradigm.poll.interval", "soon"))).containsOnlyKeys("paradigm.poll.interval");
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void asksNothingWhenToldSo() {
        assertThat(errors(Map.of("paradigm.api.key", "wrong", "paradigm.validate.probe", "false")))
                .isEmpty();
        assertThat(simulator.journal().count()).isZero();
    }

    private void restart(io.github.paradigmreporting.simulator.SimulatorBuilder builder) {
        simulator.close();
        simulator = builder.start();
    }

    private Map<String, List<String>> errors(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "name", "usage",
                "connector.class", ParadigmReportingSourceConnector.class.getName(),
                "paradigm.base.url", simulator.baseUrl().toString(),
                "paradigm.api.key", simulator.key()));
        config.putAll(more);
        return new ParadigmReportingSourceConnector(simulator.clock())
                .validate(config).configValues().stream()
                        .filter(value -> !value.errorMessages().isEmpty())
                        .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
