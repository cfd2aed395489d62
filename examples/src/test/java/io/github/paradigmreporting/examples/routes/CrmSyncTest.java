package io.github.paradigmreporting.examples.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SimulatorExtension.class)
final class CrmSyncTest {
    private static final String EVERY_SECOND = "*+*+*+*+*+?";

    private final TimeZone zone = TimeZone.getDefault();
    private final Path state;
    private final Receiver crm = new Receiver();

    CrmSyncTest(@TempDir Path state) throws Exception {
        this.state = state;
    }

    /** In the hour that clocks repeat in autumn, Quartz starts a trigger an hour late, whatever the trigger's own zone is. */
    @BeforeEach
    void keepQuartzFromRepeatedHours() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterEach
    void stop() {
        TimeZone.setDefault(zone);
        crm.close();
    }

    @Test
    void holdsEveryDayOnceAlthoughTheCrmIsDownForAMomentAndTheSyncIsStartedAgain(ParadigmSimulator simulator)
            throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        LocalDate first = yesterday.minusDays(6);
        List<SessionsDay> days = simulator.dataset().rows(Reports.SESSIONS, first, yesterday);
        crm.refuse(2);
        try (Started sync = start(simulator)) {
            await().atMost(ONE_MINUTE).until(() -> upserted().keySet().containsAll(paths(days)));
        }
        assertThat(days).allSatisfy(day -> assertThat(sessions(day)).isEqualTo(day.sessionsCount()));
        assertThat(crm.received()).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.authorization()).isEqualTo("Bearer crm-token");
        });

        simulator.edits().set(Reports.SESSIONS, 2, yesterday, "sessions_count", 4_711L);
        try (Started sync = start(simulator)) {
            await().atMost(ONE_MINUTE).until(() -> Objects.equals(upserted().get(path(2, yesterday)), 4_711L));
        }
        // Of what is settled and was there, nothing was told twice.
        assertThat(crm.received())
                .filteredOn(request -> request.path().endsWith(first.toString()))
                .hasSameSizeAs(simulator.dataset().rows(Reports.SESSIONS, first, first));
    }

    private Started start(ParadigmSimulator simulator) throws Exception {
        return new Started(
                simulator,
                state,
                Map.of(
                        "crm.nightly",
                        EVERY_SECOND,
                        "crm.redeliveryDelay",
                        "10",
                        "crm.token",
                        "crm-token",
                        "crm.url",
                        crm.url()),
                new CrmSync());
    }

    private @Nullable Long sessions(SessionsDay day) {
        return upserted().get(path(day.companyId(), day.date()));
    }

    /** What the CRM holds: the last version of each address. */
    private Map<String, @Nullable Long> upserted() {
        Map<String, @Nullable Long> held = new TreeMap<>();
        crm.received().forEach(request -> held.put(request.path(), sessions(request.body())));
        return held;
    }

    private static @Nullable Long sessions(String json) {
        try {
            JsonNode count = new ObjectMapper().readTree(json).path("sessions_count");
            return count.isNull() ? null : count.asLong();
        } catch (java.io.IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static List<String> paths(List<SessionsDay> days) {
        return days.stream().map(day -> path(day.companyId(), day.date())).toList();
    }

    private static String path(long company, LocalDate day) {
        return "/companies/" + company + "/usage/" + day;
    }
}
