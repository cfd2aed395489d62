package io.github.paradigmreporting.core.client;

import static io.github.paradigmreporting.core.client.ScriptedServer.cutAfter;
import static io.github.paradigmreporting.core.client.ScriptedServer.json;
import static io.github.paradigmreporting.core.client.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExchangeListenerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<SessionsDay> ONE_DAY = ReportQuery.of(Reports.SESSIONS, DAY, DAY);

    private final Told told = new Told();

    @Test
    void hearsOfEveryAnswerOfEveryWaitAndOfTheBytes() {
        String body = Answers.sessions(2, DAY, DAY);
        try (ScriptedServer server =
                new ScriptedServer(status(503, "", "Retry-After", "7"), cutAfter(20, body), json(body))) {
            read(server);
        }

        assertThat(told.answers).containsExactly("1: 503", "2: 200", "3: 200");
        assertThat(told.waits).first().isEqualTo(Duration.ofSeconds(7));
        assertThat(told.waits).hasSize(2);
        assertThat(told.reasons).containsExactly(WaitReason.RETRY_AFTER, WaitReason.BACK_OFF);
        assertThat(told.bytes.get(told.bytes.size() - 1)).isEqualTo(body.length());
    }

    @Test
    void seesThatTheBudgetHoldsARequestBackBeforeItIsSent() {
        String body = Answers.sessions(2, DAY, DAY);
        try (ScriptedServer server = new ScriptedServer(json(body), json(body));
                ParadigmReportingClient client =
                        client(server).set(Settings.REQUESTS_PER_MINUTE, "1").build()) {
            client.window(ONE_DAY, 1 << 20, told).toList();
            assertThat(told.reasons).isEmpty();
            client.window(ONE_DAY, 1 << 20, told).toList();
        }

        assertThat(told.reasons).containsExactly(WaitReason.REQUESTS_PER_MINUTE);
        assertThat(told.waits).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void aRequestForMoreDaysThanUsualIsTriedOnce() {
        ReportQuery<SessionsDay> usual = ReportQuery.of(Reports.SESSIONS, DAY, DAY.plusDays(30));
        ReportQuery<SessionsDay> more = ReportQuery.of(Reports.SESSIONS, DAY, DAY.plusDays(31));
        try (ScriptedServer server =
                        new ScriptedServer(status(503, ""), status(503, ""), json(Answers.EMPTY), json(Answers.EMPTY));
                ParadigmReportingClient client = client(server).build()) {
            assertThatThrownBy(
                            () -> client.windowWithSiblings(more, 1 << 20, told).toList())
                    .isInstanceOf(ReportingException.class);
            assertThat(told.answers).containsExactly("1: 503");
            client.windowWithSiblings(usual, 1 << 20, told).toList();

            assertThat(told.answers).containsExactly("1: 503", "1: 503", "2: 200");
        }
    }

    @Test
    void requestsAreLongerThanUsualOnlyWhereTheUserSetNoLimit() {
        try (ScriptedServer server = new ScriptedServer(json(Answers.EMPTY));
                ParadigmReportingClient free = client(server).build();
                ParadigmReportingClient limited =
                        client(server).set(Settings.WINDOW_DAYS, "31").build()) {
            assertThat(free.windowDays()).isEqualTo(31);
            assertThat(free.longestWindowDays()).isEqualTo(366);
            assertThat(limited.longestWindowDays()).isEqualTo(31);
        }
    }

    @Test
    void hearsTheInstancesClock() {
        try (ScriptedServer server = new ScriptedServer(
                ScriptedServer.status(200, Answers.EMPTY, "Date", "Mon, 02 Mar 2026 13:00:07 GMT"))) {
            read(server);
        }

        assertThat(told.times).containsExactly("2026-03-02T13:00:07Z");
    }

    @Test
    void hearsWhenNobodyAnswers() {
        ScriptedServer server = new ScriptedServer(json(Answers.EMPTY));
        server.close();

        assertThatThrownBy(() -> read(server)).isInstanceOf(ReportingException.class);

        assertThat(told.answers).containsExactly("1: none", "2: none", "3: none");
    }

    private void read(ScriptedServer server) {
        try (ParadigmReportingClient client = client(server).build()) {
            client.window(ONE_DAY, 1 << 20, told).toList();
        }
    }

    private static ParadigmReportingClientBuilder client(ScriptedServer server) {
        return ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl(server.url())
                .apiKey("key")
                .attempts(3)
                .time(new FakeTime());
    }

    private static final class Told implements ExchangeListener {
        final List<String> answers = new CopyOnWriteArrayList<>();
        final List<String> times = new CopyOnWriteArrayList<>();
        final List<WaitReason> reasons = new CopyOnWriteArrayList<>();
        final List<Duration> waits = new CopyOnWriteArrayList<>();
        final List<Long> bytes = new CopyOnWriteArrayList<>();

        @Override
        public void waits(WaitReason why, Duration time) {
            waits.add(time);
            reasons.add(why);
        }

        @Override
        public void answered(int attempt, int status, @Nullable Instant serverTime) {
            answers.add(attempt + ": " + status);
            times.add(String.valueOf(serverTime));
        }

        @Override
        public void unanswered(int attempt) {
            answers.add(attempt + ": none");
        }

        @Override
        public void read(long read) {
            bytes.add(read);
        }
    }
}
