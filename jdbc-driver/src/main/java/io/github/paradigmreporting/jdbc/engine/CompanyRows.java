package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The companies, as the reports know them: from the members report in one request; from the sessions since {@code
 * historyStart} where an instance is too old to offer members. The name given last counts.
 */
final class CompanyRows {
    private final Execution execution;
    private final Set<Long> companies;

    CompanyRows(Execution execution, Set<Long> companies) {
        this.execution = execution;
        this.companies = companies;
    }

    Iterator<List<@Nullable Object>> rows(List<Integer> columns) {
        Map<Long, @Nullable String> names;
        try {
            names = names(Reports.MEMBERS);
        } catch (ReportingException e) {
            if (e.kind() != ErrorKind.NOT_OFFERED) {
                throw e;
            }
            names = names(Reports.SESSIONS);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        names.forEach((id, name) -> {
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(column == 0 ? id : name));
            rows.add(row);
        });
        return rows.iterator();
    }

    private <R extends Row> Map<Long, @Nullable String> names(Report<R> report) {
        LocalDate today = execution.today();
        LocalDate start = execution.scope().historyStart().apply(today);
        ReportQuery<R> query = ReportQuery.of(report, start, today)
                .ofCompanies(companies)
                .select(List.of("company_id", "company_name"));
        Cancellation own = new Cancellation();
        Map<Long, @Nullable String> names = new TreeMap<>();
        try (var link = execution.cancellation().onCancel(own::cancel);
                Rows<R> rows = execution.rows(query, own)) {
            while (rows.hasNext()) {
                R row = rows.next();
                if (row.companyName() != null || !names.containsKey(row.companyId())) {
                    names.put(row.companyId(), row.companyName());
                }
            }
        }
        return names;
    }
}
