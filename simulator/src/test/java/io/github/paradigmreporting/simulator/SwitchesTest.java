package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.json;
import static io.github.paradigmreporting.simulator.Asking.report;
import static io.github.paradigmreporting.simulator.Asking.small;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each switch, as it is seen on the wire. */
class SwitchesTest {
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-01");

    @Test
    void leavesQuietDaysOutOrFillsThemWithZeros() {
        List<String> sparse = dates(ask(small().scale(0.01), "chat-sessions", SUNDAY.minusDays(6), SUNDAY), 0);
        List<String> filled =
                dates(ask(small().scale(0.01).zeroFilled(), "chat-sessions", SUNDAY.minusDays(6), SUNDAY), 0);

        assertThat(sparse).isNotEmpty().doesNotContain(SUNDAY.toString());
        assertThat(filled).hasSize(7).isSorted().contains(SUNDAY.toString());
    }

    @Test
    void givesNothingForAnEmptyDayButItsCounts() {
        JsonNode day = ask(small().scale(0.01).zeroFilled(), "chat-sessions", SUNDAY, SUNDAY)
                .at("/reporting/0/dates/0");
        assertThat(day.at("/sessions/sessions_count").longValue()).isZero();
        assertThat(day.at("/sessions/average_session_length").isNull()).isTrue();
        assertThat(day.at("/chats/last_model_response_date").isNull()).isTrue();

        JsonNode zero = ask(small().scale(0.01).zeroFilled().zeroAverages(), "chat-sessions", SUNDAY, SUNDAY);
        assertThat(zero.at("/reporting/0/dates/0/sessions/average_session_length")
                        .doubleValue())
                .isZero();
        assertThat(zero.at("/reporting/0/dates/0/sessions/average_session_length")
                        .isNumber())
                .isTrue();
    }

    @Test
    void listsADayWithoutDocumentsWhenDaysAreFilled() {
        JsonNode answer = ask(small().scale(0.01).zeroFilled(), "used-documents", SUNDAY, SUNDAY);

        assertThat(answer.at("/reporting/0/dates/0/documents").isArray()).isTrue();
        assertThat(answer.at("/reporting/0/dates/0/documents")).isEmpty();
    }

    @Test
    void fillsNoDayBeforeACompanyOrAfterToday() {
        JsonNode answer = ask(small().zeroFilled(), "chats-feedback", FROM.minusDays(30), TODAY.plusDays(30));

        assertThat(dates(answer, 0)).startsWith(FROM.toString()).endsWith(TODAY.toString());
    }

    @Test
    void leavesInactiveCompaniesOutOrListsThem() {
        assertThat(ask(small().scale(0), "tools", FROM, TODAY).path("reporting"))
                .isEmpty();
        JsonNode listed = ask(small().scale(0).listInactive(), "tools", FROM, TODAY);
        assertThat(listed.path("reporting")).hasSize(3);
        assertThat(listed.at("/reporting/0/dates").isArray()).isTrue();
        assertThat(listed.at("/reporting/0/dates")).isEmpty();
    }

    @Test
    void doesNotOfferMembersWhenItIsOld() {
        try (ParadigmSimulator simulator = small().legacy().start()) {
            assertThat(get(simulator, report("users", FROM, TODAY)).statusCode())
                    .isEqualTo(404);
            assertThat(simulator.dataset().rows(Reports.MEMBERS, FROM, TODAY)).isEmpty();
            assertThat(simulator.dataset().rows(Reports.THREADS, FROM, TODAY)).isEmpty();
            assertThat(simulator.dataset().rows(Reports.SESSIONS, FROM, TODAY))
                    .isNotEmpty()
                    .extracting(SessionsDay::modelResponsesWithDocsCount)
                    .containsOnlyNulls();
        }
    }

    @Test
    void answersEveryReportEmpty() {
        for (String endpoint : List.of("chat-sessions", "chats-feedback", "used-documents", "tools", "users")) {
            assertThat(ask(small().emptyReporting(), endpoint, FROM, TODAY))
                    .isEqualTo(json("{\"metadata\":{},\"reporting\":[]}"));
        }
    }

    @Test
    void givesLengthsWithOrWithoutFractions() {
        String path = "/reporting/0/dates/0/sessions/average_session_length";
        assertThat(ask(small(), "chat-sessions", FROM, TODAY).at(path).isFloatingPointNumber())
                .isTrue();
        assertThat(ask(small().wholeLengths(), "chat-sessions", FROM, TODAY)
                        .at(path)
                        .isIntegralNumber())
                .isTrue();
    }

    @Test
    void givesNoInstants() {
        JsonNode answer = ask(small().nullTimestamps(), "chat-sessions", FROM, TODAY);

        assertThat(answer.findValues("last_model_response_date").stream()
                        .filter(value -> !value.isObject())) // metadata describes the field
                .isNotEmpty()
                .allMatch(JsonNode::isNull);
    }

    @Test
    void givesToolsInTwoShapes() {
        JsonNode list = ask(small(), "tools", FROM, TODAY).at("/reporting/0/dates/0/tools/0");
        JsonNode nested =
                ask(small().tools(ToolsShape.NESTED), "tools", FROM, TODAY).at("/reporting/0/dates/0/tools/0");

        assertThat(nested.at("/tool/name")).isEqualTo(list.path("tool_name"));
        assertThat(nested.path("usage_count")).isEqualTo(list.path("usage_count"));
        assertThat(nested.at("/tool/type").textValue()).isEqualTo("native");
    }

    @Test
    void givesDaysAndCompaniesInAnyOrder() {
        JsonNode sorted = ask(small(), "tools", FROM, TODAY);
        JsonNode shuffled = ask(small().shuffled(), "tools", FROM, TODAY);

        assertThat(dates(shuffled, 0))
                .isNotEqualTo(dates(shuffled, 0).stream().sorted().toList());
        assertThat(shuffled.path("reporting").findValues("usage_count"))
                .hasSameSizeAs(sorted.path("reporting").findValues("usage_count"));
        assertThat(ids(shuffled)).isNotEqualTo(ids(sorted)).containsExactlyInAnyOrderElementsOf(ids(sorted));
    }

    @Test
    void liesInEveryAnswer() {
        JsonNode answer = ask(small().lie(Lie.DUPLICATE_DAY), "chats-feedback", FROM, TODAY);

        assertThat(dates(answer, 0)).endsWith(TODAY.toString(), TODAY.toString());
    }

    @Test
    void letsCompaniesJoinLate() {
        try (ParadigmSimulator simulator = small().companies(4).lateCompanies(2).start()) {
            assertThat(simulator.dataset().companies())
                    .extracting(company -> company.firstDay().isAfter(FROM))
                    .containsExactly(false, false, true, true);
        }
    }

    @Test
    void waitsLongerForLongerRanges() {
        try (ParadigmSimulator simulator =
                small().latency(Duration.ofMillis(20), Duration.ofMillis(4)).start()) {
            get(simulator, report("users", TODAY.minusDays(49), TODAY));

            assertThat(simulator.journal().list().get(0).took()).isGreaterThanOrEqualTo(Duration.ofMillis(219));
        }
    }

    private static JsonNode ask(SimulatorBuilder builder, String endpoint, LocalDate from, LocalDate to) {
        try (ParadigmSimulator simulator = builder.start()) {
            return json(get(simulator, report(endpoint, from, to)).body());
        }
    }

    private static List<String> dates(JsonNode answer, int company) {
        List<String> dates = new ArrayList<>();
        answer.path("reporting")
                .path(company)
                .path("dates")
                .forEach(day -> dates.add(day.path("date").textValue()));
        return dates;
    }

    private static List<Long> ids(JsonNode answer) {
        List<Long> ids = new ArrayList<>();
        answer.path("reporting")
                .forEach(company -> ids.add(company.at("/company/id").longValue()));
        return ids;
    }
}
