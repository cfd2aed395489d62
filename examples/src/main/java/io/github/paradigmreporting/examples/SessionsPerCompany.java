package io.github.paradigmreporting.examples;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The Java client: a week's sessions of each company, from typed rows. Asks the instance that the environment names. */
public final class SessionsPerCompany {
    private SessionsPerCompany() {}

    /**
     * Prints a line per company. Needs {@code PARADIGM_BASE_URL} and {@code PARADIGM_API_KEY}.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        try (ParadigmReportingClient client = ParadigmReportingClient.builder().build()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            of(client, today.minusDays(6), today)
                    .forEach((company, sessions) -> System.out.println(company + ": " + sessions));
        }
    }

    static Map<String, Long> of(ParadigmReportingClient client, LocalDate from, LocalDate to) {
        Map<String, Long> sums = new TreeMap<>();
        try (Rows<SessionsDay> days = client.rows(ReportQuery.of(Reports.SESSIONS, from, to))) {
            days.forEachRemaining(day -> {
                String company = Objects.requireNonNullElse(day.companyName(), "company " + day.companyId());
                sums.merge(company, Objects.requireNonNullElse(day.sessionsCount(), 0L), Long::sum);
            });
        }
        return sums;
    }
}
