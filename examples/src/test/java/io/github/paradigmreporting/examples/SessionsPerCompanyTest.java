package io.github.paradigmreporting.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How to test code that reads reports: the simulator answers, and knows what the answer must be. */
@ExtendWith(SimulatorExtension.class)
final class SessionsPerCompanyTest {
    @Test
    void addsUpTheDaysOfEachCompanyAlthoughTheInstanceIsDownForAMoment(ParadigmSimulator simulator) {
        simulator.faults().next(2, "sessions", Fault.status(503));
        LocalDate today = simulator.dataset().today();
        LocalDate from = today.minusDays(6);

        try (ParadigmReportingClient client = ParadigmReportingClient.builder()
                .baseUrl(simulator.baseUrl())
                .apiKey(simulator.key())
                .build()) {
            assertThat(SessionsPerCompany.of(client, from, today))
                    .hasSameSizeAs(simulator.dataset().companies())
                    .containsEntry("Northwind", sessions(simulator, 2, from, today));
        }
        assertThat(simulator.journal().count("sessions")).isEqualTo(3);
    }

    private static long sessions(ParadigmSimulator simulator, long company, LocalDate from, LocalDate to) {
        return simulator
                .dataset()
                .totals(Reports.SESSIONS, from, to, Set.of(company))
                .sums()
                .getOrDefault("sessions_count", 0L);
    }
}
