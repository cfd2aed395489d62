package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A setting and its value, the setting that must be blamed, and a part of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    paradigm.start.dat=-P1Y                 | paradigm.start.dat          | did you mean paradigm.start.date?
                    paradigm.Start.date=-P1Y                | paradigm.Start.date         | did you mean paradigm.start.date?
                    paradigm.nonsense.of.mine=1             | paradigm.nonsense.of.mine   | is not a setting
                    paradigm.base.url=http://127.0.0.1:99999| paradigm.base.url           | expected an address
                    paradigm.base.url=http://127.0.0.1:0    | paradigm.base.url           | expected an address
                    paradigm.trust.store=/no/such/file      | paradigm.trust.store        | paradigm.trust.store.password
                    paradigm.key.store=/no/such/file        | paradigm.key.store          | paradigm.key.store.password
                    paradigm.offset.limit=1                 | paradigm.offset.limit       | at least 4KiB
                    paradigm.start.date=2030-01-01          | paradigm.start.date         | after today
                    paradigm.start.date=0001-01-01          | paradigm.start.date         | from 2000-01-01 on
                    paradigm.start.date=-P1000Y             | paradigm.start.date         | from 2000-01-01 on
                    paradigm.proxy.user=me                  | paradigm.proxy.user         | without paradigm.proxy
                    paradigm.proxy.password=marker          | paradigm.proxy.password     | without paradigm.proxy
                    paradigm.key.store.password=marker      | paradigm.key.store.password | without paradigm.key.store
                    paradigm.trust.store.type=JKS           | paradigm.trust.store.type   | without paradigm.trust.store
                    paradigm.hash.key=marker                | paradigm.hash.key           | without paradigm.hash.columns
                    paradigm.cron.zone=UTC                  | paradigm.cron.zone          | without paradigm.cron
                    paradigm.recheck.interval=2d            | paradigm.recheck.interval   | without paradigm.recheck.days
                    paradigm.discovery.interval=2h          | paradigm.discovery.interval | paradigm.company.mode=discover
                    paradigm.poll.interval=0s               | paradigm.poll.interval      | is 0
                    paradigm.connect.timeout=0s             | paradigm.connect.timeout    | and not 0
                    paradigm.progress.topic=''              | paradigm.progress.topic     | is empty
                    paradigm.reports=sessions,sesions       | paradigm.reports            | 'sesions'
                    paradigm.reports='sessions,,tools'      | paradigm.reports            | a name is empty
                    paradigm.reports='tools,tools'          | paradigm.reports            | 'tools' is named twice
                    paradigm.api.key=${env:NOT_SET}         | paradigm.api.key            | config provider 'env'
                    paradigm.api.key=${vault:a:b}           | paradigm.api.key            | config provider 'vault'
                    """)
    void blamesTheSettingThatIsWrong(String given, String blamed, String said) {
        String[] pair = given.split("=", 2);
        assertThat(errors(Map.of(pair[0], pair[1].replace("'", ""))))
                .containsOnlyKeys(blamed)
                .hasEntrySatisfying(blamed, messages -> assertThat(messages)
                        .singleElement()
                        .asString()
                        .contains(said)
                        .contains(blamed)
                        .doesNotContain("marker")
                        .doesNotContainPattern("apiKey|baseUrl|trustStore|keyStore|totalTimeout"));
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void refusesSettingsThatContradictEachOther() {
        assertThat(errors(Map.of("paradigm.total.timeout", "10s", "paradigm.answer.timeout", "20s")))
                .containsOnlyKeys("paradigm.total.timeout");
        assertThat(errors(Map.of(
                        "paradigm.exclude.columns", "document_title",
                        "paradigm.hash.columns", "document_title",
                        "paradigm.hash.key", "k")))
                .containsOnlyKeys("paradigm.hash.columns");
        assertThat(errors(Map.of("key.converter", "org.apache.kafka.connect.storage.StringConverter")))
                .containsOnlyKeys("paradigm.value.format");
        assertThat(errors(Map.of(
                        "value.converter",
                        "org.apache.kafka.connect.storage.StringConverter",
                        "paradigm.value.format",
                        "json")))
                .isEmpty();
    }

    @Test
    void repeatsNoPasswordOfAnAddress() {
        assertThat(errors(Map.of("paradigm.base.url", "http://me:marker@127.0.0.1")))
                .containsOnlyKeys("paradigm.base.url")
                .allSatisfy((name, messages) -> assertThat(messages.toString()).doesNotContain("marker"));
    }

    @Test
    void readsNoKeyFileThatTheWorkersAdministratorDidNotAllow(@TempDir Path folder) throws Exception {
        Path allowed = Files.createDirectory(folder.resolve("allowed"));
        Path key = Files.writeString(allowed.resolve("key"), simulator.key());
        Path secret = Files.writeString(folder.resolve("secret"), simulator.key());
        Path link = Files.createSymbolicLink(allowed.resolve("link"), secret);
        try {
            assertThat(ofFile(key)).containsOnlyKeys("paradigm.api.key.file").allSatisfy((name, messages) -> assertThat(
                            messages.toString())
                    .contains("neither read nor tried")
                    .contains(AllowedPaths.PROPERTY));
            System.setProperty(AllowedPaths.PROPERTY, "/none, " + allowed);
            assertThat(ofFile(secret)).containsOnlyKeys("paradigm.api.key.file");
            assertThat(ofFile(link)).containsOnlyKeys("paradigm.api.key.file");
            assertThat(ofFile(allowed.resolve("../secret"))).containsOnlyKeys("paradigm.api.key.file");
            assertThat(simulator.journal().count()).isZero();
            assertThat(ofFile(key)).isEmpty();
            assertThat(simulator.journal().count()).isEqualTo(1);
            Files.writeString(key, "");
            assertThat(ofFile(key)).allSatisfy((name, messages) -> assertThat(messages.toString())
                    .doesNotContain("PARADIGM_API_KEY")
                    .doesNotContain("apiKey"));
        } finally {
            System.clearProperty(AllowedPaths.PROPERTY);
        }
    }

    private Map<String, List<String>> ofFile(Path file) {
        return errors(Map.of("paradigm.api.key", "", "paradigm.api.key.file", file.toString()));
    }

    @Test
    void acceptsAnInstanceThatIsTooSlowToBeTried() {
        simulator.faults().always("sessions", Fault.hang());
        assertThat(errors(Map.of())).isEmpty();
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
