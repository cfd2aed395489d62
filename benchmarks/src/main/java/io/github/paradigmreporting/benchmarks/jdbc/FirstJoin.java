package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.util.List;

/** The first join and group of a JVM: as its first statement, and a second after the answer to a simple one. */
final class FirstJoin {
    private static final String YEAR_OF_API = " start_date=2025-01-01&end_date=2025-12-31";
    private static final String SECOND = "1000";

    private FirstJoin() {}

    static Table measure(Bench bench) throws IOException, InterruptedException {
        int perDay = bench.scale().documentsPerDay();
        Class<?> program = ColdQuery.class;
        try (ReportServer server = new ReportServer(perDay, ReportServer.Pace.AT_ONCE, null)) {
            List<String> days = List.of(Statements.CALENDAR_JOIN);
            List<String> reports = List.of(Statements.JOIN);
            List<String> later = List.of(Statements.MONTH, SECOND, Statements.CALENDAR_JOIN);
            Launch ours = bench.ours("ours", program, server.jdbcUrl(""), days);
            Launch oursLater = bench.ours("later", program, server.jdbcUrl(""), later);
            Launch oursReports = bench.ours("reports", program, server.jdbcUrl(""), reports);
            Launch oursReportsLater = bench.ours(
                    "reports later", program, server.jdbcUrl(""), List.of(Statements.MONTH, SECOND, Statements.JOIN));
            Launch calcite = bench.calcite(program, 0, days);
            Launch calciteReports = new Launch(
                    "stock Calcite, in memory",
                    bench.paths().calcite(),
                    List.of(),
                    program,
                    Bench.arguments(Peers.CALCITE, "" + perDay, reports));
            Launch naive = new Launch(
                    "stock Calcite + HttpClient + databind",
                    bench.paths().calcite(),
                    List.of(),
                    program,
                    Bench.arguments(Peers.NAIVE, server.baseUrl() + YEAR_OF_API, reports));
            new Rounds(1, false).run(List.of(oursReports, naive));
            Rounds.Samples samples = bench.scale()
                    .cold()
                    .run(List.of(ours, oursLater, oursReports, oursReportsLater, calcite, calciteReports, naive));
            Comparing first = new Comparing(samples, ColdQuery.TOTAL);
            Comparing classes = Comparing.classes(List.of(ours, calcite));
            return new Table(
                    "First join and group of a JVM (ms unless said)",
                    List.of(
                            first.line("365 × 365 days, connect included", ours, calcite, 0.55, 4),
                            first.line("reports over HTTP", oursReports, naive, 0.55, 4),
                            first.line("reports, ours over HTTP", oursReports, calciteReports, 0, 0),
                            new Line(
                                    "365 × 365 days, 1 s after the first answer",
                                    samples.of(oursLater, ColdQuery.NEXT),
                                    "ours, not warmed",
                                    samples.of(ours, ColdQuery.FIRST_ROW),
                                    0.10,
                                    4),
                            new Line(
                                    "reports over HTTP, 1 s after the first answer",
                                    samples.of(oursReportsLater, ColdQuery.NEXT),
                                    "ours, not warmed",
                                    samples.of(oursReports, ColdQuery.FIRST_ROW),
                                    0,
                                    0),
                            classes.line("classes loaded, 365 × 365 days", ours, calcite, 0, 0)),
                    "Reports: 365 sessions × " + 365 * perDay + " documents. " + samples.disturbed());
        }
    }
}
