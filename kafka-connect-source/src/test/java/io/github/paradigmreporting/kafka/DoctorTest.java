package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorBuilder;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(VirtualClock.standing())
            .companies(3)
            .start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void findsNothingToMendWhereAllIsWell() {
        assertThat(examine(Map.of("paradigm.start.date", "-P1Y"))).isZero();
        assertThat(said())
                .contains("ok    The key may read sessions: ")
                .contains("ok    The key may read members: ")
                .contains("clock agrees")
                .contains("ok    The key sees 3 companies (")
                .containsPattern("36[67] days: about 66 requests and \\d{4,} rows, about \\d+ min")
                .endsWith("all is well\n");
    }

    @Test
    void countsARequestForEachCompanyWhereTheyAreAskedForOneByOne() {
        assertThat(examine(Map.of("paradigm.reports", "sessions", "paradigm.company.mode", "discover")))
                .isZero();
        assertThat(said()).containsPattern("about 39 requests");
    }

    @Test
    void saysThatAKeyIsWrongAndAsksNothingMore() {
        assertThat(examine(Map.of("paradigm.api.key", "wrong-marker"))).isEqualTo(1);
        assertThat(said()).contains("FAIL  Report sessions (AUTHENTICATION)").doesNotContain("wrong-marker");
    }

    @Test
    void saysThatAKeyHasNoRole() {
        restart(ParadigmSimulator.builder().clock(VirtualClock.standing()).userKey("user"));
        assertThat(examine(Map.of("paradigm.api.key", "user"))).isEqualTo(1);
        assertThat(said()).contains("FAIL  Report sessions (ACCESS_DENIED)");
    }

    @Test
    void saysWhichCompanyAKeyOfOneCompanySees() {
        long company = simulator.dataset().companies().get(1).id();
        restart(ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(3)
                .companyKey("one", company));
        assertThat(examine(Map.of("paradigm.api.key", "one"))).isZero();
        assertThat(said()).contains("The key sees one company").contains("(" + company + ")");
    }

    @Test
    void warnsOfACompanyThatTheKeyDoesNotSee() {
        long company = simulator.dataset().companies().get(0).id();
        assertThat(examine(Map.of("paradigm.reports", "sessions", "paradigm.companies", company + ",4711")))
                .isZero();
        assertThat(said())
                .contains("WARN  Company 4711 of paradigm.companies is not among them")
                .endsWith("0 problems, 1 warning\n");
    }

    @Test
    void warnsOfAClockThatIsWrong() {
        restart(ParadigmSimulator.builder().clock(Clock.offset(VirtualClock.standing(), Duration.ofHours(-20))));
        assertThat(examine(Map.of())).isZero();
        assertThat(said()).containsPattern("WARN  The instance's clock is 1(199|200) minutes behind this machine's");
    }

    @Test
    void failsWhereTheClocksAreMoreThanADayApart() {
        restart(ParadigmSimulator.builder().clock(Clock.offset(VirtualClock.standing(), Duration.ofHours(-30))));
        assertThat(examine(Map.of())).isEqualTo(1);
        assertThat(said())
                .contains("FAIL  Report sessions (UNEXPECTED_RESPONSE)")
                .contains("the instance's clock says");
    }

    @Test
    void saysThatNobodyAnswers() {
        simulator.close();
        assertThat(examine(Map.of())).isEqualTo(1);
        assertThat(said()).contains("FAIL  Report sessions (CONNECTION)").endsWith("1 problem, 0 warnings\n");
    }

    @Test
    void warnsOfReportsThatTheInstanceDoesNotOffer() {
        restart(ParadigmSimulator.builder().clock(VirtualClock.standing()).legacy());
        assertThat(examine(Map.of())).isZero();
        assertThat(said()).contains("WARN  Report members (NOT_OFFERED)").contains("Leave it out of paradigm.reports");
    }

    @Test
    void saysWhatIsWrongWithTheConfigurationAndAsksNothing() {
        assertThat(examine(Map.of("paradigm.topic.pattern", "usage"))).isEqualTo(1);
        assertThat(said()).contains("FAIL  paradigm.topic.pattern: ");
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void knowsNoSettingThatIsMisspelt() {
        assertThat(examine(Map.of("paradigm.start.dat", "-P1Y"))).isEqualTo(1);
        assertThat(said()).contains("FAIL  paradigm.start.dat: ").contains("did you mean paradigm.start.date?");
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void saysThatAPortCannotBe() {
        assertThat(examine(Map.of("paradigm.base.url", "http://127.0.0.1:99999")))
                .isEqualTo(1);
        assertThat(said()).contains("FAIL  paradigm.base.url: ");
    }

    @Test
    void fillsInVariablesOfTheEnvironmentAsAWorkerDoes() {
        Map<String, String> config =
                config(Map.of("paradigm.base.url", "${env:PARADIGM_BASE_URL}", "paradigm.api.key", "${env:MY_KEY}"));
        Map<String, String> environment =
                Map.of("PARADIGM_BASE_URL", simulator.baseUrl().toString(), "MY_KEY", simulator.key());
        assertThat(DoctorCommand.examine(config, environment, VirtualClock.standing(), stream()))
                .isZero();
        assertThat(DoctorCommand.examine(config, Map.of(), VirtualClock.standing(), stream()))
                .isEqualTo(1);
    }

    @Test
    void takesAKeyOfAConfigProviderFromTheEnvironment() {
        Map<String, String> config = config(Map.of("paradigm.api.key", "${file:/secrets:key}"));
        assertThat(DoctorCommand.examine(config, Map.of(), VirtualClock.standing(), stream()))
                .isEqualTo(1);
        assertThat(said()).contains("give it in PARADIGM_API_KEY");
        assertThat(DoctorCommand.examine(
                        config, Map.of("PARADIGM_API_KEY", simulator.key()), VirtualClock.standing(), stream()))
                .isZero();
    }

    @Test
    void readsPropertiesAndPostedJson(@TempDir Path folder) throws IOException {
        // The command has the machine's clock, as has a simulator unless it is given another.
        restart(ParadigmSimulator.builder().companies(3));
        Path properties = folder.resolve("connector.properties");
        Files.writeString(
                properties,
                "paradigm.base.url=" + simulator.baseUrl() + "\nparadigm.api.key=" + simulator.key()
                        + "\nparadigm.reports=sessions\n");
        Path json = folder.resolve("connector.json");
        Files.writeString(
                json,
                "{\"name\": \"usage\", \"config\": {\"tasks.max\": 2, \"paradigm.base.url\": \"" + simulator.baseUrl()
                        + "\", \"paradigm.api.key\": \"" + simulator.key()
                        + "\", \"paradigm.reports\": \"sessions\"}}");
        assertThat(DoctorCommand.run(List.of(properties.toString()), stream())).isZero();
        assertThat(DoctorCommand.run(List.of(json.toString()), stream())).isZero();
        assertThat(DoctorCommand.run(List.of(folder.resolve("missing.json").toString()), stream()))
                .isEqualTo(2);
        assertThat(DoctorCommand.run(List.of(), stream())).isEqualTo(2);
        assertThat(said()).contains("missing.json cannot be read").contains("Usage: java -cp 'lib/*' ");
    }

    private void restart(SimulatorBuilder builder) {
        simulator.close();
        simulator = builder.start();
    }

    private int examine(Map<String, String> more) {
        return DoctorCommand.examine(config(more), Map.of(), VirtualClock.standing(), stream());
    }

    private Map<String, String> config(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "paradigm.base.url", simulator.baseUrl().toString(),
                "paradigm.api.key", simulator.key(),
                "paradigm.start.date", "-P1Y"));
        config.putAll(more);
        return config;
    }

    private PrintStream stream() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
