package io.github.paradigmreporting.core.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The budgets of this JVM, one per address and key. A budget is a few words, so none is ever dropped. */
final class Budgets {
    private static final Map<String, Budget> SHARED = new ConcurrentHashMap<>();

    private Budgets() {}

    static Budget shared(ClientConfig config, Time time) {
        String owner = config.baseUrl() + " " + config.apiKey().fingerprint();
        Budget budget = SHARED.computeIfAbsent(
                owner, any -> new Budget(time, config.maxConcurrentRequests(), config.requestsPerMinute()));
        budget.limit(config.maxConcurrentRequests(), config.requestsPerMinute());
        budget.stayAwayAtMost(config.longestRetryAfter());
        return budget;
    }
}
