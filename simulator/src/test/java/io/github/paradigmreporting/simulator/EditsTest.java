package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.json;
import static io.github.paradigmreporting.simulator.Asking.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ToolUse;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Edits reach the truth and the answers alike. */
class EditsTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-02-27");

    private final ParadigmSimulator simulator = Asking.small().start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void setsAColumn() {
        Instant instant = Instant.parse("2026-02-27T01:02:03.123456Z");
        simulator
                .edits()
                .set(Reports.SESSIONS, 2, FRIDAY, "sessions_count", 123L)
                .set(Reports.SESSIONS, 2, FRIDAY, "average_session_length", null)
                .set(Reports.SESSIONS, 2, FRIDAY, "last_model_response_date", instant);

        SessionsDay row = answered(Reports.SESSIONS, 2).get(0);
        assertThat(row.sessionsCount()).isEqualTo(123);
        assertThat(row.averageSessionLength()).isNull();
        assertThat(row.lastModelResponseDate()).isEqualTo(instant);
        assertThat(row.userQueriesCount()).isPositive();
    }

    @Test
    void refusesAColumnOrAValueThatDoesNotFit() {
        Edits edits = simulator.edits();

        assertThatThrownBy(() -> edits.set(Reports.TOOLS, 2, FRIDAY, "usage", 1L))
                .hasMessageContaining(
                        "no column 'usage'; it has [company_id, company_name, date, tool_name, usage_count]");
        assertThatThrownBy(() -> edits.set(Reports.TOOLS, 2, FRIDAY, "usage_count", 1))
                .hasMessageContaining("usage_count of report tools takes a Long or null, not 1");
        assertThatThrownBy(() -> edits.set(Reports.TOOLS, 2, FRIDAY, "tool_name", null))
                .hasMessageContaining("takes a String, not null");
        assertThatThrownBy(() -> edits.rename(99, "Nobody"))
                .hasMessageContaining("no company 99; there are [2, 8, 12]");
    }

    @Test
    void multipliesWhatAddsUpAndNothingElse() {
        SessionsDay before = simulator
                .dataset()
                .rows(Reports.SESSIONS, FRIDAY, FRIDAY, Set.of(2L))
                .get(0);

        simulator.edits().multiply(Reports.SESSIONS, 2, FRIDAY, 2);

        SessionsDay after = answered(Reports.SESSIONS, 2).get(0);
        assertThat(after.sessionsCount()).isEqualTo(2 * java.util.Objects.requireNonNull(before.sessionsCount()));
        assertThat(after.uniqueModelsCount()).isEqualTo(before.uniqueModelsCount());
        assertThat(after.averageSessionLength()).isEqualTo(before.averageSessionLength());
    }

    @Test
    void replacesASlice() {
        List<ToolUse> rows = List.of(new ToolUse(2, "Northwind", FRIDAY, "new \"tool\"", 5L));

        simulator.edits().restate(Reports.TOOLS, 2, FRIDAY, rows);

        assertThat(answered(Reports.TOOLS, 2)).isEqualTo(rows);
        assertThat(answered(Reports.TOOLS, 8)).hasSizeGreaterThan(1);
        simulator.edits().undo(Reports.TOOLS, 2, FRIDAY);
        assertThat(answered(Reports.TOOLS, 2)).hasSizeGreaterThan(1);
    }

    @Test
    void bringsUsageToADayThatHadNone() {
        LocalDate longAgo = FROM.minusYears(3);
        List<FeedbackDay> rows = List.of(new FeedbackDay(2, "Northwind", longAgo, 3L, 2L, 1L, 0L));

        simulator.edits().restate(Reports.FEEDBACK, 2, longAgo, rows);

        assertThat(answered(Reports.FEEDBACK, longAgo, longAgo, 2)).isEqualTo(rows);
    }

    @Test
    void letsRowsAndDaysVanish() {
        long document = simulator
                .dataset()
                .rows(Reports.DOCUMENTS, FRIDAY, FRIDAY, Set.of(2L))
                .get(0)
                .documentId();

        simulator.edits().vanish(Reports.DOCUMENTS, 2, FRIDAY, row -> row.documentId() == document);
        assertThat(answered(Reports.DOCUMENTS, 2))
                .isNotEmpty()
                .extracting(DocumentUse::documentId)
                .doesNotContain(document);

        simulator.edits().vanishDay(2, FRIDAY);
        for (Report<?> report : Reports.ALL) {
            boolean daily = report != (Object) Reports.MEMBERS;
            assertThat(answered(report, 2).isEmpty()).as(report.name()).isEqualTo(daily);
            assertThat(answered(report, 8)).as(report.name()).isNotEmpty();
        }
    }

    @Test
    void letsCompaniesAppearDisappearLeaveAndBeRenamed() {
        simulator
                .edits()
                .appear(new Company(5, "Late \"Arrival\"", 200, FROM, null))
                .disappear(8)
                .rename(2, "Northwind & Söhne")
                .leave(12, FRIDAY.minusDays(1));

        assertThat(answered(Reports.SESSIONS, FROM, TODAY, 0))
                .extracting(SessionsDay::companyName)
                .contains("Late \"Arrival\"", "Northwind & Söhne", "Hafenlogistik Nord GmbH")
                .doesNotContain("Northwind", "Œuvres & Fils \"SARL\"");
        assertThat(answered(Reports.SESSIONS, 12)).isEmpty();
        assertThat(answered(Reports.MEMBERS, 12))
                .extracting(Members::currentActiveMembers)
                .containsExactly(0L);
    }

    @Test
    void editsMembersWhateverTheWindow() {
        simulator.edits().set(Reports.MEMBERS, 2, FRIDAY, "current_active_members", 9L);

        Members row = answered(Reports.MEMBERS, FROM, FRIDAY, 2).get(0);
        assertThat(row.currentActiveMembers()).isEqualTo(9);
        assertThat(row.windowStart()).isEqualTo(FROM);
    }

    @Test
    void isSafeWhileRequestsRun() {
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> editing = CompletableFuture.runAsync(() -> {
            for (int i = 0; !stop.get(); i++) {
                simulator.edits().set(Reports.SESSIONS, 2, FRIDAY, "sessions_count", (long) i);
                simulator.edits().undo(Reports.SESSIONS, 2, FRIDAY);
            }
        });

        IntStream.range(0, 60).parallel().forEach(i -> assertThat(answeredRaw()).hasSize(1));

        stop.set(true);
        editing.join();
        assertThat(answered(Reports.SESSIONS, 2))
                .isEqualTo(simulator.dataset().rows(Reports.SESSIONS, FRIDAY, FRIDAY, Set.of(2L)));
    }

    private List<SessionsDay> answeredRaw() {
        String body = get(simulator, report("chat-sessions", FRIDAY, FRIDAY) + "&company_id=2")
                .body();
        return AnsweredRows.of(Reports.SESSIONS, json(body), FRIDAY, FRIDAY);
    }

    private <R extends Row> List<R> answered(Report<R> report, long company) {
        return answered(report, FRIDAY, FRIDAY, company);
    }

    /** What the answer says, once it is known that the truth says the same; 0 stands for all companies. */
    private <R extends Row> List<R> answered(Report<R> report, LocalDate from, LocalDate to, long company) {
        String only = company == 0 ? "" : "&company_id=" + company;
        String body = get(simulator, report(report.endpoint(), from, to) + only).body();
        List<R> rows = AnsweredRows.of(report, json(body), from, to);
        Set<Long> companies = company == 0 ? Set.of() : Set.of(company);
        assertThat(simulator.dataset().rows(report, from, to, companies)).isEqualTo(rows);
        return rows;
    }
}
