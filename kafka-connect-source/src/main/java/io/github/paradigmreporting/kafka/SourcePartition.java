package io.github.paradigmreporting.kafka;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a position is a position in: one company's rows of one report of one instance, or, with {@link #DIRECTORY} for
 * the company, the list of companies seen in that report. All texts, because numbers change their type on the way through
 * Connect's JSON.
 *
 * @param instance the instance's address
 * @param report name of the report
 * @param company id of the company, or {@link #DIRECTORY}
 */
record SourcePartition(String instance, String report, String company) {
    /** Stands for all companies. */
    static final String DIRECTORY = "*";

    static final String INSTANCE_KEY = "instance";
    static final String REPORT_KEY = "report";
    static final String COMPANY_KEY = "company";

    static SourcePartition of(String instance, String report, @Nullable Long company) {
        return new SourcePartition(instance, report, company == null ? DIRECTORY : company.toString());
    }

    /** As Connect stores it. */
    Map<String, String> toMap() {
        return Map.of(INSTANCE_KEY, instance, REPORT_KEY, report, COMPANY_KEY, company);
    }
}
