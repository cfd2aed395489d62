package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which companies a key may see.
 *
 * @param client asks the instance
 */
record CompanySearch(ParadigmReportingClient client) {
    private static final Logger LOG = LoggerFactory.getLogger(CompanySearch.class);
    /** Days looked at when an instance has no members report, which names every company in one row. */
    private static final int DAYS = 31;

    /**
     * Asks, with one request or two.
     *
     * @return ids, ascending
     * @throws ReportingException when the instance cannot be read
     */
    Set<Long> companies(LocalDate today) {
        try {
            return companiesOf(Reports.MEMBERS, today, today);
        } catch (ReportingException e) {
            if (e.kind() != ErrorKind.NOT_OFFERED) {
                throw e;
            }
            LOG.debug("The instance has no members report; companies are those with sessions", e);
            return companiesOf(Reports.SESSIONS, today.minusDays(DAYS), today);
        }
    }

    private <R extends Row> Set<Long> companiesOf(Report<R> report, LocalDate from, LocalDate to) {
        Set<Long> ids = new TreeSet<>();
        try (var rows = client.rows(ReportQuery.of(report, from, to).select(Set.of()))) {
            rows.forEachRemaining(row -> ids.add(row.companyId()));
        }
        return ids;
    }
}
