package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.DeadlineExceededException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Ends of waits, in every phase of a request. */
class CancellationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<SessionsDay> ONE_DAY = ReportQuery.of(Reports.SESSIONS, DAY, DAY);
    /** Far above the promised 100 ms, since a busy machine is not a defect; far below every timeout in play. */
    private static final long GENEROUS_SECONDS = 5;

    private final CountDownLatch aborted = new CountDownLatch(1);

    private static ParadigmReportingClientBuilder client(ScriptedServer server) {
        return ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl(server.url())
                .apiKey("key");
    }

    @Test
    void endsTheWaitForAnAnswer() throws Exception {
        try (ScriptedServer server = silent();
                ParadigmReportingClient client = client(server).build()) {
            assertCancelEnds(server, client);
        }
    }

    @Test
    void endsTheWaitForTheRestOfABody() throws Exception {
        try (ScriptedServer server = stalling();
                ParadigmReportingClient client = client(server).build()) {
            assertCancelEnds(server, client);
        }
    }

    @Test
    void hangsUpInsteadOfReadingTheRest() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        ScriptedServer[] self = new ScriptedServer[1];
        self[0] = new ScriptedServer(exchange -> self[0].endless(hungUp).to(exchange));
        try (ScriptedServer server = self[0];
                ParadigmReportingClient client = client(server).build()) {
            try (Rows<DocumentUse> rows = client.rows(ReportQuery.of(Reports.DOCUMENTS, DAY, DAY))) {
                assertThat(rows.next().documentId()).isEqualTo(1);
            }
            assertThat(hungUp.await(GENEROUS_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsAWaitThatTheServerAskedFor() throws Exception {
        ScriptedServer.Answer throttle = exchange -> {
            ScriptedServer.status(429, "{}", "Retry-After", "300").to(exchange);
            aborted.countDown();
        };
        try (ScriptedServer server = new ScriptedServer(throttle);
                ParadigmReportingClient client = client(server).build()) {
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Object> reading = CompletableFuture.supplyAsync(
                    () -> client.rows(ONE_DAY, cancellation).toList());
            assertThat(aborted.await(GENEROUS_SECONDS, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();
            assertCancelled(reading);
        }
    }

    @Test
    void endsEverythingWhenTheClientCloses() throws Exception {
        try (ScriptedServer server = silent()) {
            ParadigmReportingClient client = client(server).build();
            CompletableFuture<Object> reading =
                    CompletableFuture.supplyAsync(() -> client.rows(ONE_DAY).toList());
            assertThat(server.hung.await(GENEROUS_SECONDS, TimeUnit.SECONDS)).isTrue();
            client.close();
            assertCancelled(reading);
        }
    }

    @Test
    void givesUpOnASilentServerAtTheAnswerTimeout() {
        try (ScriptedServer server = silent();
                ParadigmReportingClient client = client(server)
                        .attempts(1)
                        .answerTimeout(Duration.ofMillis(200))
                        .build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("answerTimeout");
        }
    }

    @Test
    void givesUpOnAStalledBodyAtTheAnswerTimeout() {
        try (ScriptedServer server = stalling();
                ParadigmReportingClient client = client(server)
                        .attempts(1)
                        .answerTimeout(Duration.ofMillis(200))
                        .build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("answerTimeout");
        }
    }

    @Test
    void givesUpOnAnythingAtTheTotalTimeout() {
        try (ScriptedServer server = stalling();
                ParadigmReportingClient client =
                        client(server).set(Settings.TOTAL_TIMEOUT, "300ms").build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("totalTimeout");
        }
    }

    private static ScriptedServer silent() {
        ScriptedServer[] self = new ScriptedServer[1];
        self[0] = new ScriptedServer(exchange -> self[0].silence().to(exchange));
        return self[0];
    }

    private static ScriptedServer stalling() {
        ScriptedServer[] self = new ScriptedServer[1];
        self[0] = new ScriptedServer(exchange ->
                self[0].stallAfter(60, Answers.sessions(2, DAY, DAY)).to(exchange));
        return self[0];
    }

    private static void assertCancelEnds(ScriptedServer server, ParadigmReportingClient client) throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Object> reading = CompletableFuture.supplyAsync(
                () -> client.rows(ONE_DAY, cancellation).toList());
        assertThat(server.hung.await(GENEROUS_SECONDS, TimeUnit.SECONDS)).isTrue();
        cancellation.cancel();
        assertCancelled(reading);
    }

    private static void assertCancelled(CompletableFuture<Object> reading)
            throws InterruptedException, TimeoutException {
        try {
            reading.get(GENEROUS_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(CancelledException.class);
            return;
        }
        throw new AssertionError("rows came although the reading was cancelled");
    }
}
