package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A year read in windows, as the driver does it, beside one request for all of it, from a server that takes 20 ms and 5 ms
 * more for each day and works on so many requests at once. Nothing is kept between statements.
 */
final class WindowedFetch {
    private static final int REQUEST_MILLIS = 20;
    private static final int DAY_MILLIS = 5;
    private static final int DOCUMENTS_PER_DAY = 40;
    /** Windows of a year as the driver splits it: 7, 14, 28 and then 31 days each. */
    private static final int WINDOWS = 14;
    /** Share of the best possible speed-up that is wanted. */
    private static final double SHARE = 0.8;

    private WindowedFetch() {}

    static Table measure(Bench bench) throws IOException, InterruptedException {
        boolean small = bench.scale().rounds() == 1;
        List<Line> lines = new ArrayList<>();
        List<String> disturbed = new ArrayList<>();
        for (int permits : small ? new int[] {8} : new int[] {8, 4, 2, 1}) {
            ReportServer.Pace pace = new ReportServer.Pace(permits, REQUEST_MILLIS, DAY_MILLIS);
            List<String> more = List.of(small ? "1" : "3");
            try (ReportServer server = new ReportServer(DOCUMENTS_PER_DAY, pace, null)) {
                Launch windows = bench.ours(
                        "windows",
                        Fetch.class,
                        server.jdbcUrl("&storeSize=0&maxConcurrentRequests=" + Math.max(4, permits)),
                        more);
                Launch one =
                        bench.ours("one request", Fetch.class, server.jdbcUrl("&storeSize=0&windowDays=366"), more);
                Rounds.Samples samples = bench.scale().warm().run(List.of(windows, one));
                String what = permits + " at once, ";
                double ideal = Math.min(WINDOWS, permits);
                lines.add(new Comparing(samples, Fetch.TOTAL)
                        .line(what + "all rows", windows, one, permits == 1 ? 1.1 : 1 / (SHARE * ideal), 12));
                lines.add(new Comparing(samples, Fetch.FIRST_ROW).line(what + "first row", windows, one, 0.1, 12));
                disturbed.add(samples.disturbed());
            }
        }
        return new Table(
                "A year of " + 365 * DOCUMENTS_PER_DAY
                        + " rows in windows, by requests the server works on at once (ms)",
                lines,
                String.join("; ", disturbed));
    }
}
