package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.json;
import static io.github.paradigmreporting.simulator.Asking.report;
import static io.github.paradigmreporting.simulator.Asking.request;
import static io.github.paradigmreporting.simulator.Asking.send;
import static io.github.paradigmreporting.simulator.Asking.small;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API refuses, and in which words. */
class RefusalTest {
    private static final String ROOT = "/api/v2/reporting/";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Path ODD = Path.of("..", "core", "src", "test", "resources", "contract", "odd");

    @RegisterExtension
    static final SimulatorExtension SHARED = SimulatorExtension.shared(
            builder -> builder.from(FROM).clock(Asking.CLOCK).userKey("user").companyKey("admin-of-8", 8));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'' | {'start_date':['This field is required.']}",
                "start_date= | {'start_date':['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.']}",
                "start_date=01/02/2026 | {'start_date':['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.']}",
                "start_date=2026-02-30 | {'start_date':['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.']}",
                "start_date=2026-01-01&end_date=soon | {'end_date':['Date has wrong format. Use one of these formats instead: YYYY-MM-DD.']}",
                "start_date=2026-01-01&company_id=two | {'company_id':['A valid integer is required.']}",
                "company_id=2.5 | {'start_date':['This field is required.'],'company_id':['A valid integer is required.']}",
                "start_date=2026-02-01&end_date=2026-01-01 | {'non_field_errors':['start_date must not be after end_date.']}",
            })
    void namesEveryWrongParameter(String query, String body, ParadigmSimulator simulator) {
        HttpResponse<String> response = get(simulator, ROOT + "tools/?" + query.replace("''", ""));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(body.replace('\'', '"'));
    }

    @Test
    void takesABrokenEscapeAsItStands(ParadigmSimulator simulator) {
        assertThat(RawAnswer.to(simulator, ROOT + "tools/?start_date=%zz").body())
                .contains("Date has wrong format.");
    }

    @Test
    void takesEmptyAndUnknownParametersAsMissing(ParadigmSimulator simulator) {
        HttpResponse<String> response =
                get(simulator, ROOT + "tools/?start_date=2026-03-01&end_date=&company_id=&user_id=4");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(simulator.journal().list()).last().extracting(Asked::to).isEqualTo(TODAY);
    }

    @Test
    void wantsAKey(ParadigmSimulator simulator) throws Exception {
        HttpResponse<String> none =
                send(HttpRequest.newBuilder(uri(simulator, "tools")).build());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(none.body()).isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");

        HttpResponse<String> wrong = ask(simulator, "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong.body())).isEqualTo(json(Files.readString(ODD.resolve("401.json"))));

        HttpResponse<String> user = ask(simulator, "user");
        assertThat(user.statusCode()).isEqualTo(403);
        assertThat(json(user.body())).isEqualTo(json(Files.readString(ODD.resolve("403.json"))));
    }

    @Test
    void mayRefuseABadKeyWith403() {
        try (ParadigmSimulator simulator = small().badKeyStatus(403).start()) {
            HttpResponse<String> wrong = ask(simulator, "wrong");

            assertThat(wrong.statusCode()).isEqualTo(403);
            assertThat(wrong.headers().firstValue("WWW-Authenticate")).isEmpty();
            assertThat(wrong.body()).isEqualTo("{\"detail\":\"Incorrect authentication credentials.\"}");
        }
    }

    @Test
    void forgetsARevokedKeyAtOnce() {
        try (ParadigmSimulator simulator = small().start()) {
            simulator.revokeKey(simulator.key());
            simulator.addKey("next-key");

            assertThat(ask(simulator, simulator.key()).statusCode()).isEqualTo(401);
            assertThat(ask(simulator, "next-key").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void knowsNoOtherMethodThanItAllows(ParadigmSimulator simulator) {
        HttpResponse<String> post = send(request(simulator, report("tools", FROM, TODAY))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(post.body()).isEqualTo("{\"detail\":\"Method \\\"POST\\\" not allowed.\"}");

        HttpResponse<String> options = send(request(simulator, report("tools", FROM, TODAY))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(options.statusCode()).isEqualTo(200);
    }

    @Test
    void addsAMissingSlashAndKeepsTheQuery(ParadigmSimulator simulator) {
        HttpResponse<String> response = get(simulator, ROOT + "tools?start_date=2026-01-01&x=%20");

        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.headers().firstValue("Location")).hasValue(ROOT + "tools/?start_date=2026-01-01&x=%20");
    }

    @ParameterizedTest
    @CsvSource({"/", "/api/v2/reporting/", "/api/v2/reporting/tool/", "/api/v2/models", "/api/v3/users"})
    void knowsNoOtherPath(String path, ParadigmSimulator simulator) {
        HttpResponse<String> response = get(simulator, path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("<h1>Not Found</h1>");
    }

    @Test
    void throttlesEachKeyByItself() {
        AtomicLong nanos = new AtomicLong();
        try (ParadigmSimulator simulator = small().requestsPerMinute(2)
                .companyKey("other", 2)
                .nanos(nanos::get)
                .start()) {
            assertThat(ask(simulator, simulator.key()).statusCode()).isEqualTo(200);
            nanos.set(10_000_000_000L);
            assertThat(ask(simulator, simulator.key()).statusCode()).isEqualTo(200);

            assertThat(ask(simulator, simulator.key()).headers().firstValue("Retry-After"))
                    .hasValue("50");
            assertThat(ask(simulator, "other").statusCode()).isEqualTo(200);
            nanos.set(59_500_000_000L);
            HttpResponse<String> refused = ask(simulator, simulator.key());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body())
                    .isEqualTo("{\"detail\":\"Request was throttled. Expected available in 1 second.\"}");
            nanos.set(60_000_000_000L);
            assertThat(ask(simulator, simulator.key()).statusCode()).isEqualTo(200);
            assertThat(ask(simulator, simulator.key()).statusCode()).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @CsvSource({"DATE,'Mon, 02 Mar 2026 14:31:00 GMT'", "ABSENT,''", "SECONDS,60"})
    void tellsWhenToComeBackInThreeWays(RetryAfter how, String header) {
        try (ParadigmSimulator simulator =
                small().requestsPerMinute(1).nanos(() -> 0).retryAfter(how).start()) {
            ask(simulator, simulator.key());

            assertThat(ask(simulator, simulator.key())
                            .headers()
                            .firstValue("Retry-After")
                            .orElse(""))
                    .isEqualTo(header);
        }
    }

    @Test
    void refusesWhatIsBeyondItsWorkers() throws Exception {
        try (ParadigmSimulator simulator =
                small().concurrency(1).overload(Overload.REFUSED).start()) {
            simulator.faults().next(1, "*", Fault.hang());
            try (RawRequest hanging = RawRequest.to(simulator, report("tools", FROM, TODAY))) {
                assertThat(simulator
                                .journal()
                                .await(asked -> asked.stream().anyMatch(one -> one.fault() != null), TIMEOUT))
                        .isTrue();
                simulator.faults().next(1, "*", Fault.hang());

                HttpResponse<String> refused = get(simulator, report("tools", FROM, TODAY));

                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("503 Service Unavailable");
                assertThat(simulator.faults().pending())
                        .as("refused before it met a fault")
                        .isEqualTo(1);
            }
        }
    }

    @Nested
    class WithTheKeyOfACompanyAdmin {
        @Test
        void seesTheOwnCompanyOnly(ParadigmSimulator simulator) {
            assertThat(json(ask(simulator, "admin-of-8").body())
                            .at("/reporting")
                            .findValues("id"))
                    .extracting(id -> id.longValue())
                    .containsExactly(8L);
        }

        @ParameterizedTest
        @CsvSource({"IGNORED,200", "FORBIDDEN,403", "NOT_FOUND,404"})
        void getsAnAnswerToASwitchForAnotherCompany(ForeignCompany what, int status) {
            try (ParadigmSimulator simulator =
                    small().companyKey("admin-of-8", 8).foreignCompany(what).start()) {
                HttpResponse<String> response = ask(simulator, "admin-of-8", "&company_id=2");

                assertThat(response.statusCode()).isEqualTo(status);
                assertThat(response.body().contains("\"id\":8")).isEqualTo(status == 200);
                assertThat(ask(simulator, "admin-of-8", "&company_id=8").statusCode())
                        .isEqualTo(200);
            }
        }

        @ParameterizedTest
        @CsvSource({"IGNORED,200", "FORBIDDEN,200", "NOT_FOUND,404"})
        void letsAPlatformAdminAskForACompanyThatDoesNotExist(ForeignCompany what, int status) {
            try (ParadigmSimulator simulator = small().foreignCompany(what).start()) {
                assertThat(ask(simulator, simulator.key(), "&company_id=99").statusCode())
                        .isEqualTo(status);
                assertThat(ask(simulator, simulator.key(), "&company_id=2").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void mayAnswerAReversedRangeWithNothing() {
        try (ParadigmSimulator simulator =
                small().reversedRange(ReversedRange.EMPTY).start()) {
            HttpResponse<String> response = get(simulator, report("tools", TODAY, FROM));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(json(response.body()).path("reporting")).isEmpty();
        }
    }

    private static HttpResponse<String> ask(ParadigmSimulator simulator, String key) {
        return ask(simulator, key, "");
    }

    private static HttpResponse<String> ask(ParadigmSimulator simulator, String key, String more) {
        URI uri = URI.create(simulator.baseUrl() + report("tools", FROM, TODAY) + more);
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .build());
    }

    private static URI uri(ParadigmSimulator simulator, String endpoint) {
        return URI.create(simulator.baseUrl() + report(endpoint, FROM, TODAY));
    }
}
