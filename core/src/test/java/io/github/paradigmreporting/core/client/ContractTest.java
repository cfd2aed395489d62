package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import io.github.paradigmreporting.core.model.ToolUse;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The independent proof of the report catalogue: samples of the API, decoded cell by cell, unknown fields refused. */
class ContractTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 2);

    @Test
    void readsEveryCellOfSessions() {
        assertThat(read(Reports.SESSIONS, "chat-sessions.json"))
                .containsExactly(
                        new SessionsDay(
                                2,
                                "Northwind",
                                SECOND,
                                14L,
                                2L,
                                311.25,
                                58L,
                                21L,
                                57L,
                                Instant.parse("2026-03-02T17:41:09Z")),
                        new SessionsDay(2, "Northwind", LocalDate.of(2026, 3, 3), 0L, 0L, null, 0L, 0L, 0L, null));
    }

    @Test
    void readsTheAnswerPrintedInTheVendorsGuide() {
        assertThat(read(ReportQuery.of(Reports.SESSIONS, LocalDate.of(2023, 12, 1), TO), "chat-sessions-guide.json"))
                .containsExactly(new SessionsDay(
                        123,
                        "ACME Corp",
                        LocalDate.of(2023, 12, 25),
                        45L,
                        3L,
                        120.0,
                        200L,
                        null,
                        190L,
                        Instant.parse("2023-12-25T22:30:00Z")));
    }

    @Test
    void readsEveryCellOfThreads() {
        assertThat(read(Reports.THREADS, "chat-sessions.json"))
                .containsExactly(new ThreadsDay(
                        2, "Northwind", SECOND, 6L, 1L, 95.5, 19L, 4L, 19L, Instant.parse("2026-03-02T15:02:44Z")));
    }

    @Test
    void readsEveryCellOfFeedback() {
        assertThat(read(Reports.FEEDBACK, "chats-feedback.json"))
                .containsExactly(
                        new FeedbackDay(2, "Northwind", SECOND, 57L, 6L, 1L, 9L),
                        new FeedbackDay(2, "Northwind", LocalDate.of(2026, 3, 4), 12L, 0L, 0L, 0L));
    }

    @Test
    void readsEveryCellOfDocuments() {
        assertThat(read(Reports.DOCUMENTS, "used-documents.json"))
                .containsExactly(
                        new DocumentUse(2, "Northwind", SECOND, 5120, "leave-policy.pdf", "Leave policy", 11L),
                        new DocumentUse(2, "Northwind", SECOND, 5121, "Größentabelle, v2 \"final\".xlsx", null, 1L));
    }

    @Test
    void readsEveryCellOfTools() {
        assertThat(read(Reports.TOOLS, "tools.json"))
                .containsExactly(
                        new ToolUse(2, "Northwind", SECOND, "document_search", 40L),
                        new ToolUse(2, "Northwind", SECOND, "web_search", 3L));
    }

    @Test
    void readsEveryCellOfMembers() {
        assertThat(read(Reports.MEMBERS, "users.json"))
                .containsExactly(
                        new Members(2, "Northwind", FROM, TO, 131L, 118L),
                        new Members(7, "Œuvres & Fils \"SARL\"", FROM, TO, 4L, 4L));
    }

    @Test
    void findsEveryColumnFilledInSomeSample() {
        String[] samples = {
            "chat-sessions.json",
            "chat-sessions.json",
            "chats-feedback.json",
            "used-documents.json",
            "tools.json",
            "users.json"
        };
        for (int i = 0; i < samples.length; i++) {
            assertEveryColumnFilled(Reports.ALL.get(i), samples[i]);
        }
    }

    private static <R extends Row> void assertEveryColumnFilled(Report<R> report, String sample) {
        List<R> rows = read(report, sample);
        assertThat(report.columns())
                .as("columns of %s filled by %s", report, sample)
                .allMatch(column -> rows.stream().map(column::value).anyMatch(Objects::nonNull));
    }

    @Test
    void takesAFieldOlderThanTheInstanceAsNull() {
        assertThat(read(ReportQuery.of(Reports.SESSIONS, LocalDate.of(2025, 4, 1), TO), "chat-sessions-legacy.json"))
                .extracting(SessionsDay::modelResponsesWithDocsCount, SessionsDay::lastModelResponseDate)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(null, Instant.parse("2025-04-01T09:00:00.123456Z")));
    }

    @Test
    void saysThatALegacyInstanceDoesNotOfferThreads() {
        assertThatThrownBy(() -> read(Reports.THREADS, "chat-sessions-legacy.json"))
                .isInstanceOfSatisfying(
                        AnsweredException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_OFFERED))
                .hasMessageContaining("does not offer");
    }

    @Test
    void readsAnEmptyReportAsNoRows() {
        assertThat(read(Reports.SESSIONS, "odd/empty.json")).isEmpty();
    }

    @Test
    void takesATruncatedAnswerForABrokenConnection() {
        assertThatThrownBy(() -> read(Reports.SESSIONS, "odd/truncated.json"))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void takesAGatewayPageForAnUnexpectedResponse() {
        assertThatThrownBy(() -> read(Reports.SESSIONS, "odd/gateway.html"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("not JSON");
    }

    private static <R extends Row> List<R> read(Report<R> report, String sample) {
        return read(ReportQuery.of(report, FROM, TO), sample);
    }

    private static <R extends Row> List<R> read(ReportQuery<R> query, String sample) {
        try (InputStream in =
                        Objects.requireNonNull(ContractTest.class.getResourceAsStream("/contract/" + sample), sample);
                RowReader<R> reader = RowReaders.strict(query, in)) {
            List<R> rows = new ArrayList<>();
            for (R row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
