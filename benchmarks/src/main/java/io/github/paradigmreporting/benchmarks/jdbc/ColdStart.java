package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** Connecting, and the first row of a month of a report, in JVMs that have done nothing before. */
final class ColdStart {
    private static final String MONTH_OF_API = " start_date=2025-03-01&end_date=2025-03-31";

    private ColdStart() {}

    static Table measure(Bench bench) throws IOException, InterruptedException, GeneralSecurityException {
        TlsStore tls = new TlsStore(bench.scratch());
        String[] trusting = tls.jvmOptions().toArray(String[]::new);
        Class<?> program = ColdQuery.class;
        try (ReportServer http = new ReportServer(0, ReportServer.Pace.AT_ONCE, null);
                ReportServer https = new ReportServer(0, ReportServer.Pace.AT_ONCE, tls.context());
                PostgresEmulator emulator = new PostgresEmulator()) {
            List<String> month = List.of(Statements.MONTH);
            Launch memory = bench.ours("in memory", program, http.jdbcUrl(""), List.of(Statements.CALENDAR_MONTH));
            Launch plain = bench.ours("HTTP", program, http.jdbcUrl(""), month);
            Launch secure = bench.ours("HTTPS", program, https.jdbcUrl(""), month, trusting);
            Launch h2 = bench.h2(program, 0, month);
            Launch postgres = new Launch(
                    "pgjdbc",
                    bench.paths().postgres(),
                    List.of(),
                    program,
                    Bench.arguments(Peers.POSTGRES, emulator.jdbcUrl(), month));
            Launch calcite = bench.calcite(program, 0, month);
            Launch naive = naive(bench, "naive HTTP", http, month);
            Launch naiveSecure = naive(bench, "naive HTTPS", https, month, trusting);
            List<Launch> all = List.of(memory, plain, secure, h2, postgres, calcite, naive, naiveSecure);
            // The server's own JVM is warm before anybody is measured.
            new Rounds(1, false).run(List.of(plain, secure, postgres, naive));
            Rounds.Samples samples = bench.scale().cold().run(all);
            Comparing total = new Comparing(samples, ColdQuery.TOTAL);
            Comparing cpu = new Comparing(samples, ColdQuery.CPU);
            Comparing connect = new Comparing(samples, ColdQuery.CONNECT);
            Comparing classes = Comparing.classes(List.of(memory, plain, secure, h2, postgres, calcite, naiveSecure));
            return new Table(
                    "Cold: fresh JVM, connect and first row of a month (ms unless said)",
                    List.of(
                            connect.line("connect", plain, h2, 0, 0),
                            connect.line("connect", plain, postgres, 0, 0),
                            connect.line("connect", plain, calcite, 0, 0),
                            total.line("first row, rows in memory", memory, postgres, 1.0, 1),
                            total.line("first row, rows in memory", memory, h2, 0.75, 1),
                            total.line("first row, rows in memory", memory, calcite, 0.15, 2),
                            total.line("first row, ours over HTTP", plain, postgres, 0, 0),
                            total.line("first row, ours over HTTP", plain, h2, 0, 0),
                            total.line("first row, ours over HTTP", plain, calcite, 0, 0),
                            total.line("first row, both over HTTP", plain, naive, 0, 0),
                            total.line("first row, both over HTTPS", secure, naiveSecure, 0.30, 3),
                            cpu.line("processor time, rows in memory", memory, postgres, 0, 0),
                            cpu.line("processor time, rows in memory", memory, h2, 0, 0),
                            cpu.line("processor time, rows in memory", memory, calcite, 0, 0),
                            cpu.line("processor time, both over HTTPS", secure, naiveSecure, 0, 0),
                            classes.line("classes loaded, rows in memory", memory, postgres, 0, 0),
                            classes.line("classes loaded, rows in memory", memory, h2, 0, 0),
                            classes.line("classes loaded, rows in memory", memory, calcite, 0, 0),
                            classes.line("classes loaded, ours over HTTP", plain, calcite, 0, 0),
                            classes.line("classes loaded, both over HTTPS", secure, naiveSecure, 0, 0)),
                    samples.disturbed());
        }
    }

    private static Launch naive(Bench bench, String name, ReportServer server, List<String> more, String... options)
            throws IOException {
        return new Launch(
                name,
                bench.paths().calcite(),
                List.of(options),
                ColdQuery.class,
                Bench.arguments(Peers.NAIVE, server.baseUrl() + MONTH_OF_API, more));
    }
}
