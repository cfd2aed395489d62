package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A consumer that applies a feed ends equal to the API, whatever happens in between. */
class FeedPropertyTest {
    private static final int HISTORIES = Integer.getInteger("feed.histories", 500);
    private static final int STEPS = 30;

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aConsumerEndsEqualToTheApiAfterAnyHistory(Report<?> report) {
        for (int seed = 0; seed < HISTORIES; seed++) {
            run(report, 1_000_000L * Reports.ALL.indexOf(report) + seed);
        }
    }

    private static <R extends Row> void run(Report<R> report, long seed) {
        try {
            new FeedHistory<>(report, seed, null).run(STEPS);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("report " + report + ", seed " + seed + "\n" + story(report, seed), e);
        }
    }

    /** The same history again, told this time. */
    private static <R extends Row> String story(Report<R> report, long seed) {
        List<String> journal = new ArrayList<>();
        try {
            new FeedHistory<>(report, seed, journal).run(STEPS);
        } catch (AssertionError | RuntimeException e) {
            journal.add(String.valueOf(e.getMessage()));
        }
        return String.join("\n", journal.subList(Math.max(0, journal.size() - 60), journal.size()));
    }
}
