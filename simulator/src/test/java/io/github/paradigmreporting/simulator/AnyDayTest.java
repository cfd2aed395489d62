package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of an ended day do not depend on the day on which they are requested. */
class AnyDayTest {
    private static final Instant DAY_AFTER = Instant.parse("2026-03-03T00:00:00Z");
    private static final LocalDate LAST = LocalDate.parse("2026-03-02");
    private static final LocalDate FIRST = LAST.minusDays(70);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-03T23:59:59Z",
                "2026-11-29T12:00:00Z",
                "2028-02-29T12:00:00Z",
                "2026-12-31T23:59:59Z",
                "2031-06-16T08:00:00Z"
            })
    void answersTheSameBytesForEndedDays(Instant later) {
        try (ParadigmSimulator first = instance(DAY_AFTER).start();
                ParadigmSimulator second = instance(later).start()) {
            for (Report<?> report : Reports.ALL) {
                if (report != (Object) Reports.MEMBERS) {
                    String target = report(report.endpoint(), FIRST, LAST);
                    String body = get(first, target).body();

                    assertThat(get(second, target).body()).isEqualTo(body);
                    assertThat(body).as("figures of " + report).contains(LAST.toString());
                }
            }
            assertThat(second.dataset().companies())
                    .isEqualTo(first.dataset().companies())
                    .extracting(Company::firstDay)
                    .contains(DataSwitches.FIRST_DAY);
            assertThat(everJoined(second)).isEqualTo(everJoined(first));
        }
    }

    @Test
    void hasFiguresUpToYesterdayInAnyYear() {
        for (LocalDate day = LocalDate.parse("2026-01-01"); day.getYear() < 2060; day = day.plusDays(401)) {
            try (ParadigmSimulator simulator =
                    instance(Instant.parse(day + "T00:00:00Z")).start()) {
                assertThat(simulator.dataset().rows(Reports.SESSIONS, day.minusDays(7), day.minusDays(1)))
                        .hasSizeGreaterThan(14);
            }
        }
    }

    private static SimulatorBuilder instance(Instant now) {
        return ParadigmSimulator.builder()
                .clock(VirtualClock.at(now))
                .companies(4)
                .lateCompanies(1);
    }

    /** Without the active members, who are those of today by the reference. */
    private static List<Long> everJoined(ParadigmSimulator simulator) {
        return simulator.dataset().rows(Reports.MEMBERS, FIRST, LAST).stream()
                .map(Members::totalHistoricalMembers)
                .toList();
    }
}
