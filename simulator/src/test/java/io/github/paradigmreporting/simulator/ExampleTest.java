package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a test uses the simulator; the README shows it. */
class ExampleTest {
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-03-02T14:30:00Z"));

    @RegisterExtension
    final SimulatorExtension extension = SimulatorExtension.fresh(
            builder -> builder.companies(3).from(LocalDate.parse("2026-01-01")).clock(clock));

    @Test
    void answersAfterItWasBusy(ParadigmSimulator simulator) throws Exception {
        LocalDate monday = LocalDate.parse("2026-03-02");
        simulator.faults().next(1, "tools", Fault.throttled(Duration.ofSeconds(2)));
        simulator.edits().multiply(Reports.TOOLS, 2, monday.minusDays(3), 1.5); // a restated day
        clock.advance(Duration.ofDays(1)); // and tomorrow: Monday is whole

        assertThat(ask(simulator, "tools", monday).statusCode()).isEqualTo(429);
        assertThat(ask(simulator, "tools", monday).body()).contains("\"web_search\"");

        assertThat(simulator.journal().list("tools")).extracting(Asked::status).containsExactly(429, 200);
        assertThat(simulator.dataset().rows(Reports.TOOLS, monday, monday)).hasSizeGreaterThan(3);
    }

    private static HttpResponse<String> ask(ParadigmSimulator simulator, String endpoint, LocalDate day)
            throws Exception {
        URI uri = simulator
                .baseUrl()
                .resolve("/api/v2/reporting/" + endpoint + "/?start_date=" + day + "&end_date=" + day);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + simulator.key())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
