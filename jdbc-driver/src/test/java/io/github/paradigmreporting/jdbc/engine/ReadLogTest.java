package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.ToolUse;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How much {@code system.requests} remembers. */
class ReadLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<ToolUse> QUERY = ReportQuery.of(Reports.TOOLS, DAY, DAY);

    private final ReadLog log = new ReadLog();

    @Test
    void remembersTheLastThousandReads() {
        for (int i = 0; i < 1_000; i++) {
            log.begin(QUERY, CLOCK).end("done", null);
        }
        assertThat(log.rows()).hasSize(1_000).first().satisfies(row -> assertThat(row.get(0))
                .isEqualTo(1L));

        log.begin(QUERY, CLOCK).end("done", null);
        log.begin(QUERY, CLOCK).end("done", null);

        assertThat(log.rows()).hasSize(1_000).first().satisfies(row -> assertThat(row.get(0))
                .isEqualTo(3L));
    }

    @Test
    void forgetsNoneThatRuns() {
        Read running = log.begin(QUERY, CLOCK);
        for (int i = 0; i < 1_500; i++) {
            log.begin(QUERY, CLOCK).end("done", null);
        }

        assertThat(log.rows()).hasSize(1_000).first().satisfies(row -> assertThat(row.get(0))
                .isEqualTo(1L));
        running.end("done", null);
        log.begin(QUERY, CLOCK);
        assertThat(log.rows()).noneSatisfy(row -> assertThat(row.get(0)).isEqualTo(1L));
    }
}
