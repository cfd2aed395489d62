package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer holds beside the rows that were asked for. */
class SiblingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String SESSIONS = array("reporting", "sessions", "sessions_count", DAY);
    private static final String THREADS = array("reporting_agent", "threads", "threads_count", DAY);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void comesWholeBeforeOrBehindTheRowsAskedFor(boolean before) {
        String json = before ? answer(THREADS, SESSIONS) : answer(SESSIONS, THREADS);
        Read read = read(json);

        assertThat(read.rows()).extracting(SessionsDay::sessionsCount).containsExactly(7L);
        assertThat(read.siblings()).singleElement().satisfies(threads -> {
            assertThat(threads.report()).isSameAs(Reports.THREADS);
            assertThat(threads.rows())
                    .extracting(row -> ((ThreadsDay) row).threadsCount())
                    .containsExactly(7L);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reporting_agent\": null",
                "\"reporting_agent\": {\"dates\": [1, {\"a\": []}]}",
                "\"reporting_agent\": [[{\"dates\": []}], 1]",
                "\"reporting_agent\": [{\"company\": {\"id\": 2}, \"dates\": [{\"threads\": {\"threads_count\": \"x\"}}]}]",
                "\"reporting_agent\": [{\"company\": {\"id\": 2}, \"dates\": [{\"threads\": {}}]}, {\"a\": [1]}]",
                "\"reporting_agent\": [{\"company\": {\"id\": 2}, \"dates\": "
                        + "[{\"date\": \"2026-03-02\"}, {\"date\": \"2026-03-02\"}]}]"
            })
    void whatIsWrongWithItHurtsOnlyWhoAsksForIt(String odd) {
        for (String json : List.of(answer(odd, SESSIONS), answer(SESSIONS, odd))) {
            Read read = read(json);
            assertThat(read.rows()).as(json).hasSize(1);
            assertThat(read.siblings()).as(json).isEmpty();
        }
    }

    @Test
    void isNotThereWhereTheInstanceDoesNotOfferIt() {
        assertThat(read(answer(SESSIONS)).siblings()).isEmpty();
    }

    @Test
    void isLeftOutOfALargeAnswer() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append(i == 0 ? "" : ", ")
                    .append("{\"date\": \"")
                    .append(DAY.plusDays(i))
                    .append("\", \"threads\": {\"threads_count\": 1}}");
        }
        String threads = "\"reporting_agent\": [{\"company\": {\"id\": 2}, \"dates\": [" + many + "]}]";
        String json = answer(threads, SESSIONS);
        assertThat(read(json, 1000, json.length()).siblings()).hasSize(1);

        Read read = read(json, 1000, 5_000);
        assertThat(read.rows()).hasSize(1);
        assertThat(read.siblings()).isEmpty();
    }

    @Test
    void isLeftOutWhenItHoldsDaysThatWereNotRequested() {
        String other = array("reporting_agent", "threads", "threads_count", DAY.plusDays(1));
        assertThat(read(answer(SESSIONS, other)).siblings()).isEmpty();
    }

    @Test
    void anAnswerThatBreaksOffInItIsBroken() {
        String json = answer(SESSIONS, THREADS);
        assertThatThrownBy(() -> read(json.substring(0, json.length() - 9)))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("sessions: the answer broke off");
    }

    @Test
    void comesFromTheAttemptThatSucceeded() {
        String whole = answer(THREADS, SESSIONS);
        try (ScriptedServer server = new ScriptedServer(
                        ScriptedServer.cutAfter(whole.length() - 5, whole), ScriptedServer.json(whole));
                ParadigmReportingClient client = ParadigmReportingClient.builder()
                        .baseUrl(server.url())
                        .apiKey("key")
                        .build();
                WindowRows<SessionsDay> rows = client.windowWithSiblings(
                        ReportQuery.of(Reports.SESSIONS, DAY, DAY), 1 << 20, ExchangeListener.NONE)) {
            assertThat(rows.awaitBuffered()).hasSize(1);
            assertThat(rows.siblings()).singleElement().satisfies(threads -> assertThat(threads.rows())
                    .hasSize(1));
            assertThat(server.asked).hasSize(2);
        }
    }

    private record Read(List<SessionsDay> rows, List<SiblingRows<?>> siblings) {}

    private static Read read(String json) {
        return read(json, 1, Long.MAX_VALUE);
    }

    private static Read read(String json, int days, long mostBytes) {
        ReportQuery<SessionsDay> query = ReportQuery.of(Reports.SESSIONS, DAY, DAY.plusDays(days - 1));
        Shape shape = new Shape(query.report(), query.columns());
        InputStream body = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        Siblings siblings = Siblings.of(query, mostBytes);
        try (RowReader<SessionsDay> reader = RowReaders.open(query, shape, body, siblings)) {
            List<SessionsDay> rows = new ArrayList<>();
            for (SessionsDay row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return new Read(rows, siblings.whole());
        }
    }

    private static String array(String field, String object, String count, LocalDate day) {
        return "\"" + field + "\": [{\"company\": {\"name\": \"A\", \"id\": 2}, \"dates\": [{\"date\": \"" + day
                + "\", \"" + object + "\": {\"" + count + "\": 7}, \"chats\": {\"user_queries_count\": 9}}]}]";
    }

    private static String answer(String... fields) {
        return "{\"metadata\": {}, " + String.join(", ", fields) + "}";
    }
}
