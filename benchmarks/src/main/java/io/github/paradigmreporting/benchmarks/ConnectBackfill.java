package io.github.paradigmreporting.benchmarks;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time and the requests that a history of years takes, end to end and exactly-once, from an instance that needs 5 ms for
 * an answer to begin. All settings of load are the connector's defaults, 100 requests a minute among them. Arguments: years
 * (5), companies (100).
 */
final class ConnectBackfill {
    private static final List<Report<?>> DAILY =
            List.of(Reports.SESSIONS, Reports.FEEDBACK, Reports.DOCUMENTS, Reports.TOOLS);

    private ConnectBackfill() {}

    public static void main(String... arguments) throws IOException {
        int years = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int companies = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        Instant now = Instant.parse("2026-03-10T12:00:00Z");
        LocalDate start = LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(years);
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(Clock.fixed(now, ZoneOffset.UTC))
                        .companies(companies)
                        .documentsPerDay(2)
                        .from(start)
                        .latency(Duration.ofMillis(5), Duration.ZERO)
                        .start();
                ConnectUnderTest cluster = new ConnectUnderTest(true)) {
            Map<String, Long> records = new LinkedHashMap<>();
            DAILY.forEach(report -> records.put("backfill." + report.name(), rows(simulator, report, start)));
            ConnectUnderTest.Times times =
                    cluster.run("backfill", config(simulator, start), records, Duration.ofMinutes(60));
            long all = records.values().stream().mapToLong(Long::longValue).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%d years, %d companies, %s: %d rows (%d company-days) in %.1f s, %.0f rows/s, first after %.1f s,"
                            + " %d requests, %d processors%n",
                    years,
                    companies,
                    DAILY,
                    all,
                    start.until(simulator.dataset().today(), java.time.temporal.ChronoUnit.DAYS)
                            * companies
                            * DAILY.size(),
                    times.last().toMillis() / 1000.0,
                    all * 1000.0 / times.last().toMillis(),
                    times.first().toMillis() / 1000.0,
                    simulator.journal().count(),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    private static <R extends Row> long rows(ParadigmSimulator simulator, Report<R> report, LocalDate start) {
        return simulator.dataset().stream(report, start, simulator.dataset().today(), Set.of())
                .count();
    }

    private static Map<String, String> config(ParadigmSimulator simulator, LocalDate start) {
        return Map.ofEntries(
                Map.entry("connector.class", "io.github.paradigmreporting.kafka.ParadigmReportingSourceConnector"),
                Map.entry("tasks.max", "4"),
                Map.entry("paradigm.base.url", simulator.baseUrl().toString()),
                Map.entry("paradigm.api.key", simulator.key()),
                Map.entry("paradigm.reports", DAILY.stream().map(Report::name).collect(Collectors.joining(","))),
                Map.entry("paradigm.topic.pattern", "backfill.${report}"),
                Map.entry("paradigm.progress.topic", "backfill.progress"),
                Map.entry("paradigm.value.format", "map"),
                Map.entry("paradigm.start.date", start.toString()),
                Map.entry("topic.creation.default.partitions", "1"),
                Map.entry("topic.creation.default.replication.factor", "1"));
    }
}
