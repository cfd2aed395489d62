package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fault rules as text, and which calls they strike. */
class FaultRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools*3=429 Retry-After 2",
                "tools=429 Retry-After date 30",
                "*=429",
                "*/4=503 maintenance",
                "*~0.25=502",
                "chat-sessions=200 html",
                "users=503 Retry-After 5",
                "used-documents=302 to same",
                "used-documents=307 to http://localhost:9",
                "chats-feedback=delay 250ms",
                "tools=hang",
                "tools=reset",
                "tools=reset 100",
                "tools=cut 0",
                "tools=short 7",
                "tools=slow 1000",
                "tools=empty",
                "tools=duplicate day",
                "tools=duplicate company",
            })
    void isPrintedAsItIsWritten(String text) {
        assertThat(Fault.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tools",
                "tools=",
                "tools*x=429",
                "tools=teapot",
                "tools=200",
                "tools=503 to same",
                "tools=404 maintenance",
                "tools=503 Retry-After date 3",
                "tools=delay soon",
                "tools=cut -1",
            })
    void saysHowARuleLooksWhenATextIsNone(String text) {
        assertThatThrownBy(() -> FaultRule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("tools*3=429 Retry-After 2");
    }

    @Test
    void refusesAReportThatDoesNotExist() {
        assertThatThrownBy(() -> FaultRule.parse("tool=hang"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'tool'")
                .hasMessageContaining("sessions, threads, feedback, documents, tools, members");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatThrownBy(() -> FaultRule.parse("tools/0=hang")).hasMessageContaining("between 1 and");
        assertThatThrownBy(() -> FaultRule.parse("tools~1.5=hang")).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Fault.slow(0)).hasMessageContaining("bytesPerSecond");
    }

    @Test
    void strikesTheNextCallsOnceAndInOrder() {
        Faults faults = faults().next(2, "tools", Fault.status(500))
                .next(1, "*", Fault.hang())
                .next(1, "users", Fault.reset());

        assertThat(faults.pending()).isEqualTo(4);
        assertThat(strikes(faults, Endpoint.TOOLS, 4)).containsExactly("500", "500", "hang", "-");
        assertThat(strikes(faults, Endpoint.USERS, 2)).containsExactly("reset", "-");
        assertThat(faults.pending()).isZero();
    }

    @Test
    void strikesEveryKthCall() {
        Faults faults = faults().every(3, "tools", Fault.empty());

        assertThat(strikes(faults, Endpoint.TOOLS, 7)).containsExactly("-", "-", "empty", "-", "-", "empty", "-");
        assertThat(strikes(faults, Endpoint.USERS, 3)).containsOnly("-");
    }

    @Test
    void strikesByChanceAsTheSeedSays() {
        List<String> first = strikes(faults().withProbability(0.3, "*", Fault.reset()), Endpoint.TOOLS, 1000);
        List<String> again = strikes(faults().withProbability(0.3, "*", Fault.reset()), Endpoint.TOOLS, 1000);

        assertThat(first).isEqualTo(again);
        assertThat(first.stream().filter("reset"::equals).count()).isBetween(250L, 350L);
    }

    @Test
    void strikesReportsThatShareAnEndpointAlike() {
        Faults faults = faults().always("threads", Fault.hang());

        assertThat(strikes(faults, Endpoint.CHAT_SESSIONS, 1)).containsExactly("hang");
        faults.clear();
        assertThat(strikes(faults, Endpoint.CHAT_SESSIONS, 1)).containsExactly("-");
    }

    private static Faults faults() {
        return new Faults(new Dice(7));
    }

    private static List<String> strikes(Faults faults, Endpoint endpoint, int calls) {
        List<String> met = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            Fault fault = faults.met(endpoint);
            met.add(fault == null ? "-" : fault.toString());
        }
        return met;
    }
}
