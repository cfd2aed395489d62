package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.report;
import static io.github.paradigmreporting.simulator.Asking.request;
import static io.github.paradigmreporting.simulator.Asking.send;
import static io.github.paradigmreporting.simulator.Asking.small;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The journal says what was asked. */
class JournalTest {
    @Test
    void notesWhatWasAskedAndAnswered() {
        List<Asked> told = new ArrayList<>();
        try (ParadigmSimulator simulator = small().watcher(told::add).start()) {
            HttpResponse<String> response = get(simulator, report("chat-sessions", FROM, TODAY) + "&company_id=8");

            Asked asked = simulator.journal().list().get(0);
            assertThat(asked.number()).isEqualTo(1);
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.path()).isEqualTo("/api/v2/reporting/chat-sessions/");
            assertThat(asked.query()).isEqualTo("start_date=2026-01-01&end_date=2026-03-02&company_id=8");
            assertThat(asked.endpoint()).isEqualTo("chat-sessions");
            assertThat(asked.from()).isEqualTo(FROM);
            assertThat(asked.to()).isEqualTo(TODAY);
            assertThat(asked.company()).isEqualTo(8);
            assertThat(asked.at()).isEqualTo(Asking.CLOCK.instant());
            assertThat(asked.status()).isEqualTo(200);
            assertThat(asked.gzip()).isFalse();
            assertThat(asked.bytes()).isEqualTo(response.body().getBytes(StandardCharsets.UTF_8).length);
            assertThat(asked.outcome()).isEqualTo(Asked.Outcome.ANSWERED);
            assertThat(asked.fault()).isNull();
            assertThat(told).containsExactly(asked);
        }
    }

    @Test
    void notesAFingerprintAndNeverTheKey() {
        try (ParadigmSimulator simulator = small().key("s3cret-marker").start()) {
            get(simulator, report("tools", FROM, TODAY));
            send(request(simulator, report("tools", FROM, TODAY))
                    .setHeader("Authorization", "Bearer another-marker")
                    .build());
            RawAnswer.to(simulator, "GET / HTTP/1.1\r\nConnection: close", "");

            List<Asked> all = simulator.journal().list();
            assertThat(all.get(0).keyFingerprint()).matches("[0-9a-f]{8}");
            assertThat(all.get(1).keyFingerprint())
                    .matches("[0-9a-f]{8}")
                    .isNotEqualTo(all.get(0).keyFingerprint());
            assertThat(all.get(2).keyFingerprint()).isNull();
            assertThat(all.toString() + simulator).doesNotContain("marker");
        }
    }

    @Test
    void notesMalformedRequestsWithoutARange() {
        try (ParadigmSimulator simulator = small().start()) {
            get(simulator, "/api/v2/reporting/tools/?start_date=x");
            get(simulator, "/nowhere");

            assertThat(simulator.journal().list()).extracting(Asked::from).containsOnlyNulls();
            assertThat(simulator.journal().list()).extracting(Asked::status).containsExactly(400, 404);
            assertThat(simulator.journal().list()).extracting(Asked::endpoint).containsExactly("tools", null);
        }
    }

    @Test
    void countsByReportAndByDay() {
        try (ParadigmSimulator simulator = small().start()) {
            LocalDate yesterday = TODAY.minusDays(1);
            get(simulator, report("chat-sessions", yesterday, TODAY));
            get(simulator, report("chat-sessions", yesterday, yesterday));
            get(simulator, report("users", FROM, TODAY));

            Journal journal = simulator.journal();
            assertThat(journal.count()).isEqualTo(3);
            assertThat(journal.count("threads")).isEqualTo(2);
            assertThat(journal.count("members")).isEqualTo(1);
            assertThat(journal.count("used-documents")).isZero();
            assertThat(journal.daysAsked("sessions")).containsExactly(yesterday, TODAY, yesterday);
            assertThat(journal.distinctDaysAsked("sessions")).containsExactly(yesterday, TODAY);

            journal.clear();
            assertThat(journal.count()).isZero();
            assertThat(journal.list()).isEmpty();
        }
    }

    @Test
    void forgetsTheOldestAndSaysHowMany() {
        Journal journal = new Journal(asked -> {});
        Request request = new Request("GET", "/", "", java.util.Map.of(), true, true);
        for (int i = 0; i < 100_005; i++) {
            JournalEntry entry = journal.begin(new JournalEntry(request, null, Asking.CLOCK.instant(), null));
            journal.end(entry, Asked.Outcome.ANSWERED, 0);
        }

        assertThat(journal.forgotten()).isEqualTo(5);
        assertThat(journal.count()).isEqualTo(100_005);
        assertThat(journal.list())
                .hasSize(100_000)
                .first()
                .extracting(Asked::number)
                .isEqualTo(6L);
        assertThat(journal.peakConcurrency()).isEqualTo(1);
    }
}
