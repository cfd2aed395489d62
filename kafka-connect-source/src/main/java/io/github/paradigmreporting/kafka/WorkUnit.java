package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is never divided between tasks: one report, of one company or of all in one request.
 *
 * @param report the report
 * @param company the company, or null for all
 */
record WorkUnit(Report<?> report, @Nullable Long company) {
    /** Every unit of a configuration, in a stable order. */
    static List<WorkUnit> all(Set<Report<?>> reports, @Nullable Set<Long> companies) {
        List<WorkUnit> units = new ArrayList<>();
        for (Report<?> report : reports) {
            if (companies == null) {
                units.add(new WorkUnit(report, null));
            } else {
                companies.forEach(company -> units.add(new WorkUnit(report, company)));
            }
        }
        return units;
    }

    /** Reads what {@link #toString} wrote. */
    static WorkUnit parse(String text) {
        int at = text.indexOf('@');
        return at < 0
                ? new WorkUnit(Reports.named(text), null)
                : new WorkUnit(Reports.named(text.substring(0, at)), Long.valueOf(text.substring(at + 1)));
    }

    /** For messages. */
    String description() {
        return "report " + report + (company == null ? " of all companies" : " of company " + company);
    }

    @Override
    public String toString() {
        return company == null ? report.name() : report.name() + "@" + company;
    }
}
