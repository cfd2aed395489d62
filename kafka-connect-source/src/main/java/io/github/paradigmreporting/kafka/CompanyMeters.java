package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.report.Report;
import java.util.HashMap;
import java.util.Map;

/** The meters of the companies in one report, made as companies appear. Not safe for threads. */
final class CompanyMeters {
    private final TaskMetrics metrics;
    private final Report<?> report;
    private final Map<Long, CompanyMeter> meters = new HashMap<>();

    CompanyMeters(TaskMetrics metrics, Report<?> report, Map<Long, FeedState> states) {
        this.metrics = metrics;
        this.report = report;
        states.forEach((company, state) -> {
            if (company != Feed.ALL_COMPANIES) {
                of(company).stands(state.settledThrough(), state.size());
            }
        });
    }

    CompanyMeter of(long company) {
        return meters.computeIfAbsent(company, id -> metrics.meter(report, id));
    }
}
