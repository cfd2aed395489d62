package io.github.paradigmreporting.kafka;

import java.util.HashMap;
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

    /** Stands for all reports: the list of the companies that were discovered. */
    static final String ALL_REPORTS = "*";

    static final String INSTANCE_KEY = "instance";
    static final String REPORT_KEY = "report";
    static final String COMPANY_KEY = "company";

    static SourcePartition of(String instance, String report, @Nullable Long company) {
        return new SourcePartition(instance, report, company == null ? DIRECTORY : company.toString());
    }

    /**
     * As Connect stores it: by the bytes of its JSON, so that the order of the entries decides whether an offset is found
     * again. A plain hash map of default size has the same order in every JVM, and is what Connect makes of stored JSON
     * when it lists or resets offsets.
     */
    Map<String, String> toMap() {
        Map<String, String> map = new HashMap<>();
        map.put(INSTANCE_KEY, instance);
        map.put(REPORT_KEY, report);
        map.put(COMPANY_KEY, company);
        return map;
    }
}
