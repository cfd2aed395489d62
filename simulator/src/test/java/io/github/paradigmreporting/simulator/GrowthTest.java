package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How days change as time passes. */
class GrowthTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-03");

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-03-03T00:00:00Z"));

    static List<Report<?>> daily() {
        return Reports.ALL.stream()
                .filter(report -> report != (Object) Reports.MEMBERS)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("daily")
    void growsTodayUntilItEndsAndNotAfter(Report<?> report) {
        try (ParadigmSimulator simulator = instance().start()) {
            long before = 0;
            int steps = 0;
            assertThat(sum(simulator, report)).isZero();
            for (int hour = 0; hour < 23; hour++) {
                clock.advance(Duration.ofHours(1));
                long now = sum(simulator, report);
                assertThat(now).isGreaterThanOrEqualTo(before);
                steps += now > before ? 1 : 0;
                before = now;
            }
            assertThat(steps).isGreaterThan(5);

            clock.set(Instant.parse("2026-03-04T00:00:00Z"));
            long whole = sum(simulator, report);
            clock.advance(Duration.ofDays(40));
            assertThat(sum(simulator, report)).isEqualTo(whole).isGreaterThanOrEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("daily")
    void driftsUntilADayIsSettled(Report<?> report) {
        try (ParadigmSimulator simulator = instance().drift(0.5).settleDays(4).start()) {
            clock.set(Instant.parse("2026-03-04T12:00:00Z"));
            long first = sum(simulator, report);
            clock.advance(Duration.ofDays(1));
            long second = sum(simulator, report);
            clock.advance(Duration.ofDays(2));
            long settled = sum(simulator, report);
            clock.advance(Duration.ofDays(30));

            assertThat(first).isPositive().isLessThan(second);
            assertThat(second).isLessThan(settled);
            assertThat(sum(simulator, report)).isEqualTo(settled);
        }
    }

    @Test
    void losesRowsWhileADaySettles() {
        try (ParadigmSimulator simulator =
                instance().vanishing(0.4).settleDays(3).documentsPerDay(200).start()) {
            clock.set(Instant.parse("2026-03-03T23:59:00Z"));
            int first = rows(simulator);
            clock.advance(Duration.ofDays(2));
            int second = rows(simulator);
            clock.advance(Duration.ofDays(1));
            int settled = rows(simulator);
            clock.advance(Duration.ofDays(30));

            assertThat(first).isGreaterThan(second);
            assertThat(second).isGreaterThan(settled);
            assertThat(settled).isBetween(first * 5 / 10, first * 7 / 10);
            assertThat(rows(simulator)).isEqualTo(settled);
        }
    }

    @Test
    void hasNoResponseInTheFuture() {
        try (ParadigmSimulator simulator = instance().drift(0.3).start()) {
            for (int minutes = 0; minutes < 24 * 60; minutes += 17) {
                clock.advance(Duration.ofMinutes(17));
                for (SessionsDay row : simulator.dataset().rows(Reports.SESSIONS, DAY, DAY)) {
                    if (row.lastModelResponseDate() != null) {
                        assertThat(row.lastModelResponseDate())
                                .isBetween(Instant.parse(DAY + "T00:00:00Z"), clock.instant());
                    }
                }
            }
        }
    }

    @Test
    void callsTodayTheDayOfItsOwnZone() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        clock.set(ZonedDateTime.of(DAY.atTime(1, 0), tokyo).toInstant());
        try (ParadigmSimulator simulator =
                instance().clock(clock.withZone(tokyo)).start()) {
            assertThat(simulator.dataset().today()).isEqualTo(DAY);
            assertThat(get(simulator, "/api/v2/reporting/tools/?start_date=2026-03-01")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(simulator.journal().list().get(0).to()).isEqualTo(DAY);
        }
    }

    @Test
    void answersTheSameBytesForTheSameSeedAndMoment() {
        for (Report<?> report : Reports.ALL) {
            String first = body(instance().seed(11), report);

            assertThat(body(instance().seed(11), report)).isEqualTo(first);
            assertThat(body(instance().seed(12), report)).isNotEqualTo(first);
        }
    }

    private SimulatorBuilder instance() {
        return ParadigmSimulator.builder().from(LocalDate.parse("2025-01-01")).clock(clock);
    }

    private static String body(SimulatorBuilder builder, Report<?> report) {
        try (ParadigmSimulator simulator = builder.drift(0.3).vanishing(0.1).start()) {
            return get(simulator, report(report.endpoint(), DAY.minusDays(40), DAY))
                    .body();
        }
    }

    private static long sum(ParadigmSimulator simulator, Report<?> report) {
        return simulator.dataset().totals(report, DAY, DAY, Set.of()).sums().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static int rows(ParadigmSimulator simulator) {
        return simulator.dataset().rows(Reports.DOCUMENTS, DAY, DAY).size();
    }
}
