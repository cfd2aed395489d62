package io.github.paradigmreporting.examples.demo;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Paradigm instance that the demo asks: a simulator of its own, or a real one that the user named. */
final class Instance implements AutoCloseable {
    private static final String BASE_URL = "PARADIGM_BASE_URL";
    private static final String API_KEY = "PARADIGM_API_KEY";

    private final String baseUrl;
    private final String key;
    private final @Nullable ParadigmSimulator simulator;

    private Instance(String baseUrl, String key, @Nullable ParadigmSimulator simulator) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.simulator = simulator;
    }

    /** The instance of these environment variables, or a simulator when they name none. */
    static Instance of(Map<String, String> environment) {
        String url = environment.getOrDefault(BASE_URL, "").strip();
        String key = environment.getOrDefault(API_KEY, "").strip();
        if (url.isEmpty() != key.isEmpty()) {
            throw new DemoException((url.isEmpty() ? BASE_URL : API_KEY) + " is not set, but "
                    + (url.isEmpty() ? API_KEY : BASE_URL)
                    + " is; set both for a real instance, or neither for the simulator");
        }
        return url.isEmpty() ? simulated() : new Instance(url, key, null);
    }

    /**
     * Its clock stands still, so that today's figures do not grow between two looks. It lists days without usage, as an
     * instance may: a Sunday can then be restated too.
     */
    private static Instance simulated() {
        ParadigmSimulator simulator = ParadigmSimulator.builder()
                .clock(Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC))
                .zeroFilled()
                .start();
        return new Instance(simulator.baseUrl().toString(), simulator.key(), simulator);
    }

    /** Its address; {@link #check} has found it well-formed. */
    URI baseUrl() {
        return URI.create(baseUrl);
    }

    String key() {
        return key;
    }

    /** Asks a real instance for yesterday, so that a wrong address or key is said at once and once. */
    void check() {
        if (simulator != null) {
            return;
        }
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        try (ParadigmReportingClient client = ParadigmReportingClient.builder()
                        .baseUrl(baseUrl)
                        .apiKey(key)
                        .build();
                Rows<SessionsDay> rows = client.rows(ReportQuery.of(Reports.SESSIONS, yesterday, yesterday))) {
            rows.forEachRemaining(row -> {});
        }
    }

    /** The simulator behind it, or empty for a real instance: that one nobody restates for a demo. */
    Optional<ParadigmSimulator> simulator() {
        return Optional.ofNullable(simulator);
    }

    /** In words, for the first line. */
    String description() {
        return simulator == null ? "figures of " + baseUrl().getHost() : "made-up figures of a simulator at " + baseUrl;
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
