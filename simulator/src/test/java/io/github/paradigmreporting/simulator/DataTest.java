package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The made-up usage looks like usage. */
class DataTest {
    private static final LocalDate FROM = LocalDate.parse("2024-01-01");
    private static final LocalDate YESTERDAY = LocalDate.parse("2026-03-01");
    private static final Set<Long> ALL = Set.of();

    @RegisterExtension
    static final SimulatorExtension SHARED = SimulatorExtension.shared(
            builder -> builder.from(FROM).clock(Asking.CLOCK).companies(6));

    @Test
    void restsAtWeekendsAndHolidays(ParadigmSimulator simulator) {
        Map<DayOfWeek, Double> byDay = simulator.dataset().rows(Reports.SESSIONS, FROM, YESTERDAY).stream()
                .collect(Collectors.groupingBy(
                        row -> row.date().getDayOfWeek(), Collectors.averagingLong(row -> n(row.sessionsCount()))));

        assertThat(byDay.getOrDefault(DayOfWeek.TUESDAY, -1.0))
                .isGreaterThan(byDay.getOrDefault(DayOfWeek.FRIDAY, -1.0));
        assertThat(byDay.getOrDefault(DayOfWeek.FRIDAY, -1.0))
                .isGreaterThan(8 * byDay.getOrDefault(DayOfWeek.SUNDAY, -1.0));
        assertThat(sum(simulator, Reports.SESSIONS, "sessions_count", "2025-12-25", "2025-12-25"))
                .isLessThan(sum(simulator, Reports.SESSIONS, "sessions_count", "2025-12-11", "2025-12-11") / 8);
    }

    @Test
    void growsOverTheYears(ParadigmSimulator simulator) {
        long first = sum(simulator, Reports.SESSIONS, "user_queries_count", "2024-02-01", "2024-02-29");
        long second = sum(simulator, Reports.SESSIONS, "user_queries_count", "2025-02-01", "2025-02-28");
        long third = sum(simulator, Reports.SESSIONS, "user_queries_count", "2026-02-01", "2026-02-28");

        assertThat(second).isGreaterThan(first * 5 / 4);
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void spreadsUnevenlyOverCompanies(ParadigmSimulator simulator) {
        List<Company> companies = simulator.dataset().companies();
        List<Long> rows = companies.stream()
                .map(company -> simulator
                        .dataset()
                        .totals(Reports.SESSIONS, FROM, YESTERDAY, Set.of(company.id()))
                        .sums()
                        .getOrDefault("sessions_count", -1L))
                .toList();

        assertThat(companies).extracting(Company::id).isSorted().doesNotHaveDuplicates();
        assertThat(rows.get(0)).isGreaterThan(3 * rows.get(5));
    }

    @Test
    void usesFewDocumentsALotAndMostHardlyEver(ParadigmSimulator simulator) {
        LocalDate tuesday = LocalDate.parse("2026-02-24");
        List<Long> uses = simulator.dataset().rows(Reports.DOCUMENTS, tuesday, tuesday, Set.of(2L)).stream()
                .map(row -> n(row.usageCount()))
                .sorted()
                .toList();

        assertThat(uses).hasSizeBetween(8, 20);
        assertThat(uses.get(uses.size() - 1)).isGreaterThan(4 * uses.get(uses.size() / 2));
    }

    @Test
    void namesDocumentsSoThatEncodersAreTested(ParadigmSimulator simulator) {
        List<DocumentUse> rows = simulator.dataset().rows(Reports.DOCUMENTS, YESTERDAY.minusDays(30), YESTERDAY);

        assertThat(rows).extracting(DocumentUse::documentTitle).contains((String) null);
        assertThat(rows)
                .extracting(DocumentUse::documentFilename)
                .anyMatch(name -> name.contains("\""))
                .anyMatch(name -> name.contains("\\"))
                .anyMatch(name -> name.contains("契約"))
                .anyMatch(name -> name.contains("ß"));
        assertThat(rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.companyId() + "/" + row.date() + "/" + row.documentId())))
                .hasSameSizeAs(rows);
    }

    @Test
    void agreesBetweenReports(ParadigmSimulator simulator) {
        Map<String, SessionsDay> sessions = simulator.dataset().rows(Reports.SESSIONS, FROM, YESTERDAY).stream()
                .collect(Collectors.toMap(row -> row.companyId() + "/" + row.date(), row -> row));
        List<FeedbackDay> feedback = simulator.dataset().rows(Reports.FEEDBACK, FROM, YESTERDAY);

        assertThat(feedback).hasSizeGreaterThan(1000).allSatisfy(row -> {
            SessionsDay day = Objects.requireNonNull(sessions.get(row.companyId() + "/" + row.date()));
            assertThat(row.modelResponsesCount()).isEqualTo(day.modelResponsesCount());
            assertThat(n(row.likesCount()) + n(row.dislikesCount())).isLessThanOrEqualTo(n(row.modelResponsesCount()));
        });
        assertThat(sessions.values()).allSatisfy(day -> {
            assertThat(day.modelResponsesCount()).isLessThanOrEqualTo(n(day.userQueriesCount()));
            assertThat(day.modelResponsesWithDocsCount()).isLessThanOrEqualTo(n(day.modelResponsesCount()));
            assertThat(day.uniqueModelsCount()).isBetween(0L, 5L);
            assertThat(day.averageSessionLength()).isBetween(60.0, 600.0);
        });
    }

    @Test
    void countsMembersForTheWindow(ParadigmSimulator simulator) {
        Members early = simulator
                .dataset()
                .rows(Reports.MEMBERS, FROM, FROM.plusDays(10))
                .get(0);
        Members late =
                simulator.dataset().rows(Reports.MEMBERS, FROM, YESTERDAY).get(0);

        assertThat(early.totalHistoricalMembers()).isLessThan(n(late.totalHistoricalMembers()));
        assertThat(early.currentActiveMembers()).isEqualTo(late.currentActiveMembers());
        assertThat(late.windowStart()).isEqualTo(FROM);
        assertThat(late.windowEnd()).isEqualTo(YESTERDAY);
    }

    @Test
    void addsUpWhatItsRowsSay(ParadigmSimulator simulator) {
        List<FeedbackDay> rows = simulator.dataset().rows(Reports.FEEDBACK, FROM, YESTERDAY);
        Dataset.Totals totals = simulator.dataset().totals(Reports.FEEDBACK, FROM, YESTERDAY, ALL);

        assertThat(totals.rows()).isEqualTo(rows.size());
        assertThat(totals.sums())
                .containsOnlyKeys("model_responses_count", "likes_count", "dislikes_count", "copies_count")
                .containsEntry(
                        "copies_count",
                        rows.stream().mapToLong(row -> n(row.copiesCount())).sum());
    }

    @Test
    void makesThousandsOfCompanies() {
        try (ParadigmSimulator simulator = Asking.small().companies(5000).start()) {
            assertThat(simulator.dataset().companies())
                    .hasSize(5000)
                    .extracting(Company::name)
                    .doesNotHaveDuplicates();
            assertThat(simulator.dataset().rows(Reports.MEMBERS, FROM, YESTERDAY))
                    .hasSize(5000);
        }
    }

    private static long sum(ParadigmSimulator simulator, Report<?> report, String column, String from, String to) {
        return n(simulator
                .dataset()
                .totals(report, LocalDate.parse(from), LocalDate.parse(to), ALL)
                .sums()
                .get(column));
    }

    private static long n(@Nullable Long count) {
        return Objects.requireNonNull(count);
    }
}
