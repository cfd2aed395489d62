package io.github.paradigmreporting.core.client;

import static io.github.paradigmreporting.core.client.ScriptedServer.cutAfter;
import static io.github.paradigmreporting.core.client.ScriptedServer.json;
import static io.github.paradigmreporting.core.client.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParadigmReportingClientTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<SessionsDay> ONE_DAY = ReportQuery.of(Reports.SESSIONS, DAY, DAY);
    private static final String KEY = "marker-key-4711";
    private static final String ROW = "{\"date\": \"2026-03-02\", \"sessions\": {\"sessions_count\": 2}}";

    private final FakeTime time = new FakeTime();

    private ParadigmReportingClientBuilder client(ScriptedServer server) {
        return ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl(server.url())
                .apiKey(KEY)
                .time(time);
    }

    private List<SessionsDay> read(ScriptedServer server) {
        try (ParadigmReportingClient client = client(server).build()) {
            return client.rows(ONE_DAY).toList();
        }
    }

    @Test
    void asksForTheDaysWithTheKeyAndForACompressedAnswer() {
        try (ScriptedServer server = new ScriptedServer(json(Answers.EMPTY))) {
            read(server);

            ScriptedServer.Asked asked = server.asked.get(0);
            assertThat(asked.uri())
                    .isEqualTo("/api/v2/reporting/chat-sessions/?start_date=2026-03-02&end_date=2026-03-02");
            assertThat(asked.authorization()).isEqualTo("Bearer " + KEY);
            assertThat(asked.userAgent()).startsWith("paradigm-reporting");
            assertThat(asked.acceptEncoding()).isEqualTo("gzip");
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "/", "/api/v2", "/api/v2/", "/prefix/api/v2"})
    void takesTheAddressWithOrWithoutTheApisPath(String path) {
        try (ScriptedServer server = new ScriptedServer(json(Answers.EMPTY));
                ParadigmReportingClient client =
                        client(server).baseUrl(server.url() + path).build()) {
            client.rows(ONE_DAY).toList();

            String prefix = path.startsWith("/prefix") ? "/prefix" : "";
            assertThat(server.asked.get(0).uri()).startsWith(prefix + "/api/v2/reporting/chat-sessions/?");
        }
    }

    @Test
    void readsACompressedAnswer() {
        ScriptedServer.Answer zipped = exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (GZIPOutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(Answers.sessions(2, DAY, DAY).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        };
        try (ScriptedServer server = new ScriptedServer(zipped)) {
            assertThat(read(server)).extracting(SessionsDay::sessionsCount).containsExactly(2L);
        }
    }

    @Test
    void sendsTheCompanyOnlyWhenItIsOneAndKeepsOtherCompaniesOutAnyway() {
        String both = Answers.envelope(Answers.company(2, ROW) + "," + Answers.company(7, ROW));
        try (ScriptedServer server = new ScriptedServer(json(both));
                ParadigmReportingClient client = client(server).build()) {
            assertThat(client.rows(ONE_DAY.ofCompanies(Set.of(7L))).toList())
                    .extracting(SessionsDay::companyId)
                    .containsExactly(7L);
            assertThat(client.rows(ONE_DAY.ofCompanies(Set.of(2L, 9L))).toList())
                    .extracting(SessionsDay::companyId)
                    .containsExactly(2L);

            assertThat(server.asked)
                    .extracting(ScriptedServer.Asked::uri)
                    .satisfiesExactly(one -> assertThat(one).endsWith("&company_id=7"), two -> assertThat(two)
                            .doesNotContain("company_id"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED, '{\"start_date\": [\"This field is required.\"]}', 'start_date: This field is required.'",
        "401, AUTHENTICATION, '{\"detail\": \"Incorrect authentication credentials.\"}', Incorrect authentication",
        "403, ACCESS_DENIED, '{\"detail\": \"You do not have permission.\"}', You do not have permission",
        "404, NOT_OFFERED, '<html>Not Found</html>', does not offer",
        "405, REJECTED, '{}', refuses this request",
        "502, UNAVAILABLE, '<html>Bad Gateway</html>', 502",
        "503, UNAVAILABLE, '{\"detail\": \"Planned maintenance\", \"error\": \"service_maintenance\"}', Planned"
    })
    void namesWhatTheInstanceAnswered(int status, ErrorKind kind, String body, String said) {
        try (ScriptedServer server = new ScriptedServer(status(status, body))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOfSatisfying(AnsweredException.class, e -> {
                        assertThat(e.kind()).isEqualTo(kind);
                        assertThat(e.status()).isEqualTo(status);
                    })
                    .hasMessageContaining(said)
                    .hasMessageContaining("sessions")
                    .hasMessageNotContaining(KEY);
            assertThat(server.asked).hasSize(kind.mayPass() ? 5 : 1);
        }
    }

    @Test
    void takesAnHtmlPageWithStatus200ForAGateway() {
        try (ScriptedServer server =
                new ScriptedServer(status(200, "<html>Login</html>", "Content-Type", "text/html"))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(AnsweredException.class)
                    .hasMessageContaining("gateway or login page");
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        try (ScriptedServer server =
                new ScriptedServer(status(429, "{}", "Retry-After", "34"), json(Answers.sessions(2, DAY, DAY)))) {
            assertThat(read(server)).hasSize(1);
            assertThat(time.waits().get(0)).isEqualTo(Duration.ofSeconds(34));
        }
    }

    @Test
    void waitsUntilTheDateTheServerNames() {
        try (ScriptedServer server = new ScriptedServer(
                status(429, "{}", "Retry-After", "Mon, 2 Mar 2026 12:01:30 GMT"), json(Answers.EMPTY))) {
            read(server);
            assertThat(time.waits().get(0)).isEqualTo(Duration.ofSeconds(90));
        }
    }

    @Test
    void aDemandToWaitIsCutToTheLongestAllowed() {
        try (ScriptedServer server = new ScriptedServer(
                        status(429, "{}", "Retry-After", "999999999"), json(Answers.sessions(2, DAY, DAY)));
                ParadigmReportingClient client =
                        client(server).set(Settings.LONGEST_RETRY_AFTER, "90s").build()) {
            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
            assertThat(time.waits().get(0)).isEqualTo(Duration.ofSeconds(90));
        }
    }

    @Test
    void aLaterClientThatAllowsLessIsNotHeldBackForLonger() {
        try (ScriptedServer server = new ScriptedServer(
                status(429, "{}", "Retry-After", "999999999"), json(Answers.sessions(2, DAY, DAY)))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOfSatisfying(AnsweredException.class, e -> assertThat(e.retryAfter())
                            .isEqualTo(Duration.ofHours(1)));
            assertThatThrownBy(() -> read(server)).hasMessageContaining("longestRetryAfter");

            try (ParadigmReportingClient later =
                    client(server).set(Settings.LONGEST_RETRY_AFTER, "5s").build()) {
                assertThat(later.rows(ONE_DAY).toList()).hasSize(1);
            }
            assertThat(time.waits()).containsExactly(Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Tue, 3 Mar 2026 12:00:00 GMT', true",
        "'Tue, 3 Mar 2026 12:00:01 GMT', false",
        "'Sun, 1 Mar 2026 12:00:00 GMT', true",
        "'Sun, 1 Mar 2026 11:59:59 GMT', false",
        "'Thu, 01 Jan 1970 00:00:00 GMT', false",
        "'Thu, 31 Dec 2099 23:59:59 GMT', false",
        "'Fri, 31 Dec 9999 23:59:59 GMT', false",
        "'yesterday', true"
    })
    void refusesAnAnswerOfAnInstanceWhoseClockIsMoreThanADayOff(String date, boolean good) {
        try (ScriptedServer server = new ScriptedServer(status(200, Answers.sessions(2, DAY, DAY), "Date", date))) {
            if (good) {
                assertThat(read(server)).hasSize(1);
            } else {
                assertThatThrownBy(() -> read(server))
                        .isInstanceOf(UnexpectedResponseException.class)
                        .hasMessageContaining("the instance's clock says")
                        .hasMessageContaining("this machine's says 2026-03-02T12:00:0");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "86460, a copy that a cache made at 2026-02-28T12:00:00Z",
        "172800, a copy that a cache made at 2026-02-28T12:00:00Z",
        "86399, the instance's clock says 2026-02-28T12:00:00Z",
        "-1, the instance's clock says",
        "99999999999, the instance's clock says",
        "9999999999, the instance's clock says",
        "old, the instance's clock says"
    })
    void refusesAnOldCopyOutOfACacheForWhatItIs(String age, String said) {
        try (ScriptedServer server = new ScriptedServer(
                status(200, Answers.sessions(2, DAY, DAY), "Date", "Sat, 28 Feb 2026 12:00:00 GMT", "Age", age))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining(said);
        }
    }

    @Test
    void takesACopyOfLessThanADay() {
        try (ScriptedServer server = new ScriptedServer(
                status(200, Answers.sessions(2, DAY, DAY), "Date", "Sun, 1 Mar 2026 12:00:00 GMT", "Age", "86400"))) {
            assertThat(read(server)).hasSize(1);
            assertThat(server.asked.get(0).cacheControl()).isEqualTo("no-cache");
        }
    }

    @Test
    void givesUpAtOnceWhenTheServerAsksForLongerThanThereIs() {
        try (ScriptedServer server = new ScriptedServer(status(429, "{}", "Retry-After", "3600"));
                ParadigmReportingClient client = client(server).build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOfSatisfying(AnsweredException.class, e -> {
                        assertThat(e.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
                        assertThat(e.retryAfter()).isEqualTo(Duration.ofHours(1));
                    });
            assertThat(time.waits()).isEmpty();

            // The next one does not even ask: the instance has said when it wants to hear from this key again.
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(AnsweredException.class)
                    .hasMessageContaining("may not be sent for another");
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void backsOffWithinGrowingBoundsWhenTheServerDoesNotSayHowLong() {
        try (ScriptedServer server = new ScriptedServer(status(503, "{}"))) {
            assertThatThrownBy(() -> read(server)).isInstanceOf(AnsweredException.class);

            assertThat(time.waits()).hasSize(4);
            for (int i = 0; i < 4; i++) {
                assertThat(time.waits().get(i)).isLessThanOrEqualTo(Duration.ofMillis(500L << i));
            }
        }
    }

    @Test
    void readsTheKeyFileAgainOnceWhenTheKeyIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "old-key\n");
        ScriptedServer.Answer refuseAndRotate = exchange -> {
            Files.writeString(file, "new-key\n");
            status(401, "{\"detail\": \"no\"}").to(exchange);
        };
        try (ScriptedServer server = new ScriptedServer(refuseAndRotate, json(Answers.EMPTY));
                ParadigmReportingClient client = ParadigmReportingClient.builder()
                        .environment(Map.of())
                        .baseUrl(server.url())
                        .apiKeyFile(file)
                        .time(time)
                        .build()) {
            client.rows(ONE_DAY).toList();

            assertThat(server.asked)
                    .extracting(ScriptedServer.Asked::authorization)
                    .containsExactly("Bearer old-key", "Bearer new-key");
        }
    }

    @Test
    void followsARedirectWithinTheOrigin() {
        String elsewhere = "/elsewhere/?a=b&end_date=2026-03-02&start_date=2026-03-02";
        try (ScriptedServer server =
                new ScriptedServer(status(301, "", "Location", elsewhere), json(Answers.sessions(2, DAY, DAY)))) {
            assertThat(read(server)).hasSize(1);
            assertThat(server.asked.get(1).uri()).isEqualTo(elsewhere);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/elsewhere/", "/elsewhere/?start_date=2026-03-02", "/?start_date=2026-03-02&end_date=2026-03-01"
            })
    void refusesTheAnswerOfARedirectThatLosesTheDays(String location) {
        try (ScriptedServer server = new ScriptedServer(
                status(301, "", "Location", location),
                json(Answers.sessions(2, DAY, DAY)),
                status(301, "", "Location", location),
                json(Answers.sessions(2, DAY, DAY)))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("was redirected to")
                    .hasMessageContaining("lacks parameters of the request");
        }
    }

    @Test
    void neverTakesTheKeyToAnotherOrigin() {
        try (ScriptedServer other = new ScriptedServer(json(Answers.EMPTY));
                ScriptedServer server = new ScriptedServer(status(302, "", "Location", other.url() + "/x"))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(AnsweredException.class)
                    .hasMessageContaining("another origin");
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void endsARedirectCircle() {
        try (ScriptedServer server = new ScriptedServer(status(302, "", "Location", "/again"))) {
            assertThatThrownBy(() -> read(server)).hasMessageContaining("in a circle");
            assertThat(server.asked).hasSize(4);
        }
    }

    @Test
    void asksAgainForAnAnswerThatBrokeOffAndHandsEachRowOnOnce() {
        String body = Answers.documents(DAY, 3, 700);
        ReportQuery<DocumentUse> query = ReportQuery.of(Reports.DOCUMENTS, DAY, DAY);
        try (ScriptedServer server = new ScriptedServer(
                        cutAfter(body.length() / 2, body), cutAfter(body.length() - 3, body), json(body));
                ParadigmReportingClient client = client(server).build()) {
            assertThat(client.rows(query).toList())
                    .hasSize(2100)
                    .extracting(row -> row.companyId() + "/" + row.documentId())
                    .doesNotHaveDuplicates();
            assertThat(server.asked).hasSize(3);
        }
    }

    @Test
    void refusesToMixTwoVersionsOfADay() {
        String before = Answers.documents(DAY, 1, 15_000);
        String after = before.replace("\"document_id\": 7,", "\"document_id\": 70007,")
                .replaceFirst("\\{\"document_filename\": \"file-1.pdf\".*?},", "");
        ReportQuery<DocumentUse> query = ReportQuery.of(Reports.DOCUMENTS, DAY, DAY);
        try (ScriptedServer server = new ScriptedServer(cutAfter(before.length() / 2, before), json(after));
                ParadigmReportingClient client = client(server).build()) {
            assertThatThrownBy(() -> client.rows(query).toList())
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("changed between two attempts");
        }
    }

    @Test
    void saysThatTheAnswerBrokeOffWhenItAlwaysDoes() {
        String body = Answers.sessions(2, DAY, DAY);
        try (ScriptedServer server = new ScriptedServer(cutAfter(20, body))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("broke off");
            assertThat(server.asked).hasSize(5);
        }
    }

    @Test
    void refusesAnAnswerThatHoldsADayTwice() {
        String twice = Answers.envelope(Answers.company(2, ROW) + "," + Answers.company(2, ROW));
        try (ScriptedServer server = new ScriptedServer(json(twice))) {
            assertThatThrownBy(() -> read(server))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("company 2 on 2026-03-02 twice");
        }
    }

    @Test
    void splitsAYearIntoTouchingWindowsAndHandsThemOnOldestFirst() {
        LocalDate to = LocalDate.of(2026, 12, 31);
        LocalDate from = LocalDate.of(2026, 1, 1);
        ScriptedServer.Answer echo = exchange -> {
            // "start_date=2026-01-01&end_date=2026-01-07"
            String query = exchange.getRequestURI().getQuery();
            LocalDate first = LocalDate.parse(query.substring(11, 21));
            LocalDate last = LocalDate.parse(query.substring(31, 41));
            json(Answers.sessions(2, first, last)).to(exchange);
        };
        try (ScriptedServer server = new ScriptedServer(echo);
                ParadigmReportingClient client = client(server).build()) {
            assertThat(client.rows(ReportQuery.of(Reports.SESSIONS, from, to)).toList())
                    .extracting(SessionsDay::date)
                    .containsExactlyElementsOf(from.datesUntil(to.plusDays(1)).toList());
            assertThat(server.asked).hasSizeLessThan(15);
        }
    }

    @Test
    void sendsNothingBeforeARowIsAskedForAndLittleForTheFirst() {
        LocalDate from = LocalDate.of(2020, 1, 1);
        try (ScriptedServer server = new ScriptedServer(json(Answers.sessions(2, from, from)));
                ParadigmReportingClient client = client(server).build();
                Rows<SessionsDay> rows = client.rows(ReportQuery.of(Reports.SESSIONS, from, DAY))) {
            assertThat(server.asked).isEmpty();
            assertThat(rows.next().date()).isEqualTo(from);
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void refusesPlainHttpToAnotherMachineUnlessAllowed() {
        ParadigmReportingClientBuilder builder = ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl("http://paradigm.example.com")
                .apiKey(KEY);
        assertThatThrownBy(builder::build)
                .isInstanceOf(ReportingException.class)
                .hasMessageContaining("baseUrl")
                .hasMessageContaining("allowPlainHttp=true");

        builder.set(Settings.ALLOW_PLAIN_HTTP, "true").build().close();
    }

    @Test
    void takesAddressAndKeyFromTheEnvironment() {
        try (ScriptedServer server = new ScriptedServer(json(Answers.EMPTY));
                ParadigmReportingClient client = ParadigmReportingClient.builder()
                        .environment(Map.of(
                                "PARADIGM_BASE_URL", server.url() + "/api/v2", "PARADIGM_API_KEY", "from-environment"))
                        .build()) {
            client.rows(ONE_DAY).toList();
            assertThat(server.asked.get(0).authorization()).isEqualTo("Bearer from-environment");
        }
    }

    @Test
    void saysWhereAKeyMayComeFromWhenThereIsNone() {
        assertThatThrownBy(() -> ParadigmReportingClient.builder()
                        .environment(Map.of())
                        .baseUrl("https://paradigm.example.com")
                        .build())
                .hasMessageContaining("apiKey")
                .hasMessageContaining("PARADIGM_API_KEY");
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        try (ParadigmReportingClient client = ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl("https://no-such-host.invalid")
                .apiKey(KEY)
                .attempts(1)
                .build()) {
            assertThatThrownBy(() -> client.rows(ONE_DAY).toList())
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("no-such-host.invalid")
                    .hasMessageContaining("baseUrl");
        }
    }
}
