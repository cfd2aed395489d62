package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets as somebody might write them by REST. */
class OffsetCheckTest {
    private static final String INSTANCE = "https://paradigm.example.com";
    private static final String PARTITION =
            "{\"instance\": \"" + INSTANCE + "\", \"report\": \"documents\", \"company\": \"2\"}";
    private static final String DIRECTORY =
            "{\"instance\": \"" + INSTANCE + "\", \"report\": \"documents\", \"company\": \"*\"}";

    private static final String DISCOVERED =
            "{\"instance\": \"" + INSTANCE + "\", \"report\": \"*\", \"company\": \"*\"}";

    /** A state that a task really wrote, and one of another report. */
    private static String state = "";

    private static String otherState = "";

    @BeforeAll
    static void writeOffsets() throws Exception {
        state = written("documents");
        otherState = written("sessions");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                partition("null", "it is missing"),
                partition("{}", "exactly the entries"),
                partition("{'report': 'documents', 'company': '2'}", "exactly the entries"),
                partition("{'instance': 'I', 'company': '2'}", "exactly the entries"),
                partition("{'instance': 'I', 'report': 'documents'}", "exactly the entries"),
                partition("{'instance': 'I', 'report': 'documents', 'company': '2', 'x': 1}", "exactly the entries"),
                partition("{'Instance': 'I', 'report': 'documents', 'company': '2'}", "exactly the entries"),
                partition("{'instance': 'https://other', 'report': 'documents', 'company': '2'}", "'instance' must be"),
                partition("{'instance': 'I/api/v2', 'report': 'documents', 'company': '2'}", "'instance' must be"),
                partition("{'instance': 7, 'report': 'documents', 'company': '2'}", "not Integer '7'"),
                partition("{'instance': null, 'report': 'documents', 'company': '2'}", "'instance' must be a text"),
                partition("{'instance': 'I', 'report': 'nonsense', 'company': '2'}", "'report' must be one of"),
                partition("{'instance': 'I', 'report': 'tools', 'company': '2'}", "'report' must be one of"),
                partition("{'instance': 'I', 'report': 'used-documents', 'company': '2'}", "'report' must be one of"),
                partition("{'company': '2', 'instance': 'I', 'report': 'documents'}", "in the order"),
                partition("{'instance': 'I', 'report': true, 'company': '2'}", "not Boolean 'true'"),
                partition("{'instance': 'I', 'report': 'documents', 'company': 2}", "not Integer '2'"),
                partition("{'instance': 'I', 'report': 'documents', 'company': '-2'}", "'company' must be"),
                partition("{'instance': 'I', 'report': 'documents', 'company': 'Northwind'}", "'company' must be"),
                partition("{'instance': 'I', 'report': 'documents', 'company': ''}", "'company' must be"),
                partition("{'instance': 'I', 'report': 'documents', 'company': '02'}", "'company' must be"),
                partition("{'instance': 'I', 'report': 'documents', 'company': ['2']}", "'company' must be a text"),
                offset("{}", "'version' must be the number 1, not missing"),
                offset("{'state': 'S'}", "'version' must be"),
                offset("{'version': '1', 'state': 'S'}", "not String '1'"),
                offset("{'version': 1.0, 'state': 'S'}", "not Double '1.0'"),
                offset("{'version': null, 'state': 'S'}", "'version' must be"),
                offset("{'version': 2, 'state': 'S'}", "this connector writes and reads 1"),
                offset("{'version': 0, 'state': 'S'}", "this connector writes and reads 1"),
                offset("{'version': 1}", "'state' must be a text, not missing"),
                offset("{'version': 1, 'state': null}", "'state' must be a text"),
                offset("{'version': 1, 'state': 12}", "not Integer '12'"),
                offset("{'version': 1, 'state': {'day': '2026-01-01'}}", "'state' must be a text"),
                offset("{'version': 1, 'state': ''}", "is not a feed's state"),
                offset("{'version': 1, 'state': '2026-01-01'}", "is not a feed's state"),
                offset("{'version': 1, 'state': 'S='}", "has an '=' at its end"),
                offset("{'version': 1, 'company': '7', 'state': 'S'}", "is of the company 7, not of 2"),
                offset("{'version': 1, 'company': 2, 'state': 'S'}", "'company' must be a text"),
                offset("{'version': 1, 'state': 'CUT'}", "torn or was changed"),
                offset("{'version': 1, 'state': 'OTHER'}", "is of the report sessions, not of documents"),
                offset("{'version': 1, 'state': 'S', 'settled_through': '2026-01-01'}", "'settled_through' is not"),
                offset("{'version': 1, 'companies': '2'}", "'companies' is not one of its entries"),
                directory("{'version': 1}", "'companies' must be a text, not missing"),
                directory("{'version': 1, 'state': 'S'}", "'companies' must be a text"),
                directory("{'version': 1, 'companies': [2, 7]}", "'companies' must be a text"),
                directory("{'version': 1, 'companies': '2;7'}", "ids separated by commas"),
                directory("{'version': 1, 'companies': '2,'}", "ids separated by commas"),
                directory("{'version': 1, 'companies': '2, 7'}", "ids separated by commas"),
                directory("{'version': 1, 'companies': '2', 'state': 'nonsense'}", "is not a feed's state"),
                directory("{'version': 1, 'companies': '2', 'state': 'OTHER'}", "of the report sessions"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatATaskWouldStumbleOver(String partition, String offset, String problem) {
        assertThatThrownBy(() -> alter(partition, offset, Map.of()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("is not valid: ")
                .hasMessageContaining(problem)
                .message()
                .containsAnyOf("A valid one is {\"", "GET the connector's offsets");
    }

    @Test
    void takesWhatATaskWrote() {
        assertThat(alter(PARTITION, "{'version': 1, 'state': 'S'}", Map.of())).isTrue();
        assertThat(alter(PARTITION, "{'version': 1, 'company': '2', 'state': 'S'}", Map.of()))
                .isTrue();
        assertThat(alter(DIRECTORY, "{'version': 1, 'companies': '2,7'}", Map.of()))
                .isTrue();
        assertThat(alter(DIRECTORY, "{'version': 1, 'companies': '', 'state': 'S'}", Map.of()))
                .isTrue();
    }

    @Test
    void refusesAStateOfAnotherCenturyAndCompaniesThatCannotBe() {
        FeedState read = FeedState.decode(state);
        LocalDate tomorrow = Objects.requireNonNull(read.newestDay()).minusDays(2);

        assertThatThrownBy(() -> SourceOffset.credible(read, tomorrow))
                .hasMessageContaining("reaches to " + read.newestDay())
                .hasMessageContaining("today is " + tomorrow);
        assertThat(SourceOffset.credible(read, tomorrow.plusDays(1))).isSameAs(read);
        assertThatThrownBy(() -> alter(PARTITION.replace("\"2\"", "\"0\""), "null", Map.of()))
                .hasMessageContaining("'company' must be");
        assertThatThrownBy(() -> alter(DIRECTORY, "{'version': 1, 'companies': '0,2'}", Map.of()))
                .hasMessageContaining("from 1");
    }

    @Test
    void alwaysAllowsAReset() {
        assertThat(alter(PARTITION, "null", Map.of())).isTrue();
        assertThat(alter(DIRECTORY, "null", Map.of())).isTrue();
    }

    @Test
    void refusesPartitionsThatNoTaskOfTheConfigurationReads() {
        Map<String, String> listed = Map.of("paradigm.companies", "7");
        assertThatThrownBy(() -> alter(PARTITION, "{'version': 1, 'state': 'S'}", listed))
                .hasMessageContaining("companies [7]");
        assertThatThrownBy(() -> alter(DIRECTORY, "{'version': 1, 'companies': '2'}", listed))
                .hasMessageContaining("companies [7]");
    }

    @Test
    void aResetOfAllOffsetsMayNameWhatAnotherConfigurationRead() {
        Map<String, String> listed = Map.of("paradigm.companies", "7");
        assertThat(alter(PARTITION, "null", listed)).isTrue();
        assertThat(alter(DIRECTORY, "null", listed)).isTrue();
        assertThat(alter(PARTITION.replace("documents", "tools"), "null", listed))
                .isTrue();
        assertThat(alter(DISCOVERED, "null", listed)).isTrue();
    }

    @Test
    void takesTheListOfDiscoveredCompaniesWhereTheyAreDiscovered() {
        Map<String, String> discover = Map.of("paradigm.company.mode", "discover");
        assertThat(alter(DISCOVERED, "{'version': 1, 'companies': '2,7'}", discover))
                .isTrue();
        assertThatThrownBy(() -> alter(
                        DISCOVERED.replace("\"company\": \"*\"", "\"company\": \"2\""),
                        "{'version': 1, 'companies': '2,7'}",
                        discover))
                .hasMessageContaining("'company' must be '*'");
        assertThatThrownBy(() -> alter(DISCOVERED, "{'version': 1, 'companies': '2'}", Map.of()))
                .hasMessageContaining("'report' must be one of");
    }

    private static Arguments partition(String json, String problem) {
        return Arguments.of(json.replace("'I", "'" + INSTANCE), "{'version': 1, 'state': 'S'}", problem);
    }

    private static Arguments offset(String json, String problem) {
        return Arguments.of(PARTITION, json, problem);
    }

    private static Arguments directory(String json, String problem) {
        return Arguments.of(DIRECTORY, json, problem);
    }

    private static boolean alter(String partition, String offset, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "paradigm.base.url", INSTANCE + "/api/v2", "paradigm.api.key", "k", "paradigm.reports", "documents"));
        config.putAll(more);
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(json(partition), json(offset));
        return new ParadigmReportingSourceConnector().alterOffsets(config, offsets);
    }

    /** As Connect reads it from a request. */
    @SuppressWarnings("unchecked")
    private static Map<String, ?> json(String text) {
        String json = text.replace('\'', '"')
                .replace("\"S\"", "\"" + state + "\"")
                .replace("\"S=\"", "\"" + state + "=\"")
                .replace("\"CUT\"", "\"" + state.substring(0, state.length() - 6) + "AAAAAA\"")
                .replace("\"OTHER\"", "\"" + otherState + "\"");
        try {
            return new ObjectMapper().readValue(json, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String written(String report) throws InterruptedException {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(1)
                .start()) {
            DrivenTask.Offsets offsets = new DrivenTask.Offsets();
            Map<String, String> config = Map.of(
                    "paradigm.base.url",
                    simulator.baseUrl().toString(),
                    "paradigm.api.key",
                    simulator.key(),
                    "paradigm.reports",
                    report,
                    "paradigm.start.date",
                    "-P3D");
            try (DrivenTask task = new DrivenTask(config, offsets)) {
                offsets.commit(task.pollUntil(1));
            }
            long company = simulator.dataset().companies().get(0).id();
            return SourceOffset.state(
                    List.copyOf(offsets.stored().entrySet()).stream()
                            .filter(entry -> entry.getKey().contains("\"company\":\"" + company + "\""))
                            .findFirst()
                            .orElseThrow()
                            .getValue(),
                    Long.toString(company));
        }
    }
}
