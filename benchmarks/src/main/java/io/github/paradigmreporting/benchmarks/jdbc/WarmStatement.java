package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.util.List;

/** A month of a report in a warm JVM, the days in the store. */
final class WarmStatement {
    private WarmStatement() {}

    static Table measure(Bench bench) throws IOException, InterruptedException {
        List<String> more = List.of("" + bench.scale().repetitions());
        try (ReportServer server = new ReportServer(0, ReportServer.Pace.AT_ONCE, null)) {
            Launch ours = bench.ours("ours", WarmQueries.class, server.jdbcUrl(""), more);
            Launch h2 = bench.h2(WarmQueries.class, 0, more);
            Launch calcite = bench.calcite(WarmQueries.class, 0, more);
            Rounds.Samples samples = bench.scale().warm().run(List.of(ours, h2, calcite));
            Comparing same = new Comparing(samples, WarmQueries.SAME);
            Comparing literals = new Comparing(samples, WarmQueries.LITERALS);
            Comparing cpu = new Comparing(samples, WarmQueries.SAME + Measured.CPU);
            Comparing literalsCpu = new Comparing(samples, WarmQueries.LITERALS + Measured.CPU);
            Comparing prepared = new Comparing(samples, WarmQueries.PREPARED);
            return new Table(
                    "Warm: a month of 31 rows, read to its end (ms)",
                    List.of(
                            same.line("same text", ours, h2, 1.2, 5),
                            same.line("same text", ours, calcite, 1 / 40.0, 5),
                            literals.line("other dates each time", ours, h2, 0, 0),
                            literals.line("other dates each time", ours, calcite, 0, 0),
                            prepared.line("prepared, other dates each time", ours, h2, 0, 0),
                            prepared.line("prepared, other dates each time", ours, calcite, 0, 0),
                            cpu.line("processor time, same text", ours, h2, 0, 0),
                            cpu.line("processor time, same text", ours, calcite, 0, 0),
                            literalsCpu.line("processor time, other dates", ours, h2, 0, 0),
                            literalsCpu.line("processor time, other dates", ours, calcite, 0, 0)),
                    samples.disturbed());
        }
    }
}
