package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.util.List;

/** Joins and groups over a year in a warm JVM, the days in the store. */
final class WarmAggregates {
    private WarmAggregates() {}

    static Table measure(Bench bench) throws IOException, InterruptedException {
        int perDay = bench.scale().documentsPerDay();
        List<String> more = List.of("" + Math.max(1, bench.scale().repetitions() / 10));
        try (ReportServer server = new ReportServer(perDay, ReportServer.Pace.AT_ONCE, null)) {
            Launch ours = bench.ours("ours", WarmJoins.class, server.jdbcUrl(""), more);
            Launch h2 = bench.h2(WarmJoins.class, perDay, more);
            Launch calcite = bench.calcite(WarmJoins.class, perDay, more);
            Rounds.Samples samples = bench.scale().warm().run(List.of(ours, h2, calcite));
            Comparing join = new Comparing(samples, WarmJoins.JOIN);
            Comparing joinCpu = new Comparing(samples, WarmJoins.JOIN + Measured.CPU);
            Comparing byDocument = new Comparing(samples, WarmJoins.BY_DOCUMENT);
            Comparing byDay = new Comparing(samples, WarmJoins.BY_DAY);
            return new Table(
                    "Warm: a year of sessions and " + 365 * perDay + " rows of documents (ms)",
                    List.of(
                            join.line("join and group by day", ours, calcite, 0.20, 6),
                            join.line("join and group by day", ours, h2, 0, 0),
                            byDocument.line("group by document", ours, calcite, 0, 0),
                            byDocument.line("group by document", ours, h2, 0, 0),
                            byDay.line("group by day", ours, calcite, 0, 0),
                            byDay.line("group by day", ours, h2, 0, 0),
                            joinCpu.line("processor time, join", ours, calcite, 0, 0),
                            joinCpu.line("processor time, join", ours, h2, 0, 0)),
                    samples.disturbed());
        }
    }
}
