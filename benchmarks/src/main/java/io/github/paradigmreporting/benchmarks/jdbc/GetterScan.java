package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.util.List;

/** Documents of a year through typed getters in a warm JVM, the days in the store. */
final class GetterScan {
    private static final int REPETITIONS = 5;
    private static final String HEAP = "-Xmx3g";

    private GetterScan() {}

    static Table measure(Bench bench) throws IOException, InterruptedException {
        int perDay = bench.scale().scannedPerDay();
        List<String> more = List.of("" + REPETITIONS, "" + perDay);
        try (ReportServer server = new ReportServer(perDay, ReportServer.Pace.AT_ONCE, null)) {
            Launch ours = bench.ours("ours", Scan.class, server.jdbcUrl("&storeSize=700MiB"), more, HEAP);
            Launch calcite = bench.calcite(Scan.class, perDay, more, HEAP);
            Rounds.Samples samples = bench.scale().warm().run(List.of(ours, calcite));
            return new Table(
                    "Getter scan of " + 365 * perDay + " rows of 7 columns (ms)",
                    List.of(
                            line(samples, "6 columns", "plain loop", 1.5, Scan.PLAIN, Scan.LOOP_PLAIN, ours, calcite),
                            line(
                                    samples,
                                    "6 columns",
                                    "Avatica's result set",
                                    1 / 8.0,
                                    Scan.PLAIN,
                                    Scan.AVATICA_PLAIN,
                                    ours,
                                    calcite),
                            line(samples, "6 columns", "stock Calcite", 0, Scan.PLAIN, Scan.PLAIN, ours, calcite),
                            line(samples, "with getDate", "plain loop", 0, Scan.DATES, Scan.LOOP_DATES, ours, calcite),
                            line(
                                    samples,
                                    "with getDate",
                                    "Avatica's result set",
                                    1 / 8.0,
                                    Scan.DATES,
                                    Scan.AVATICA_DATES,
                                    ours,
                                    calcite),
                            line(samples, "with getDate", "stock Calcite", 0, Scan.DATES, Scan.DATES, ours, calcite),
                            line(
                                    samples,
                                    "processor time, 6 columns",
                                    "plain loop",
                                    0,
                                    Scan.PLAIN + Measured.CPU,
                                    Scan.LOOP_PLAIN + Measured.CPU,
                                    ours,
                                    calcite),
                            line(
                                    samples,
                                    "processor time, 6 columns",
                                    "Avatica's result set",
                                    0,
                                    Scan.PLAIN + Measured.CPU,
                                    Scan.AVATICA_PLAIN + Measured.CPU,
                                    ours,
                                    calcite)),
                    samples.disturbed());
        }
    }

    private static Line line(
            Rounds.Samples samples,
            String what,
            String peer,
            double target,
            String figure,
            String peersFigure,
            Launch ours,
            Launch calcite) {
        return new Line(
                what, samples.of(ours, figure), peer, samples.of(calcite, peersFigure), target, target == 0 ? 0 : 7);
    }
}
