package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.json;
import static io.github.paradigmreporting.simulator.Asking.report;
import static io.github.paradigmreporting.simulator.Asking.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each fault as a client meets it, and as the journal notes it. */
class FaultOnTheWireTest {
    private static final String TOOLS = report("tools", FROM, TODAY);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Path ODD = Path.of("..", "core", "src", "test", "resources", "contract", "odd");

    private final ParadigmSimulator simulator = small().start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void throttlesTheNextCallsAndThenAnswers() throws IOException {
        simulator.faults().next(2, "tools", Fault.throttled(Duration.ofMillis(33_001)));

        HttpResponse<String> refused = get(simulator, TOOLS);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("34");
        assertThat(json(refused.body())).isEqualTo(json(Files.readString(ODD.resolve("429.json"))));
        assertThat(get(simulator, TOOLS).statusCode()).isEqualTo(429);
        assertThat(get(simulator, TOOLS).statusCode()).isEqualTo(200);
        assertThat(simulator.journal().list("tools"))
                .extracting(Asked::status, Asked::fault)
                .containsExactly(tuple(429, "429 Retry-After 34"), tuple(429, "429 Retry-After 34"), tuple(200, null));
    }

    @Test
    void tellsTheWaitAsADateByItsOwnClockOrNotAtAll() {
        simulator.faults().next(1, "*", Fault.throttledUntil(Duration.ofSeconds(90)));
        simulator.faults().next(1, "*", Fault.status(429));

        HttpResponse<String> dated = get(simulator, TOOLS);
        assertThat(dated.headers().firstValue("Date")).hasValue("Mon, 02 Mar 2026 14:30:00 GMT");
        assertThat(dated.headers().firstValue("Retry-After")).hasValue("Mon, 02 Mar 2026 14:31:30 GMT");
        assertThat(get(simulator, TOOLS).headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void saysThatItIsUnderMaintenance() throws IOException {
        simulator.faults().next(1, "*", Fault.maintenance());

        HttpResponse<String> response = get(simulator, TOOLS);

        assertThat(response.statusCode()).isEqualTo(503);
        JsonNode sample = json(Files.readString(ODD.resolve("503-maintenance.json")));
        assertThat(json(response.body()).fieldNames()).toIterable().containsExactlyElementsOf(fields(sample));
        assertThat(json(response.body()).path("error")).isEqualTo(sample.path("error"));
    }

    @Test
    void sendsPagesInsteadOfJson() {
        simulator.faults().add("*=502");
        assertPage(get(simulator, TOOLS), 502, "502 Bad Gateway");
        simulator.faults().clear();
        simulator.faults().add("*=200 html");
        assertPage(get(simulator, TOOLS), 200, "Sign in");
    }

    @Test
    void redirectsToItselfAndElsewhere() {
        simulator.faults().next(1, "*", Fault.redirect(302, null));
        simulator.faults().add("*=307 to http://localhost:9");

        HttpResponse<String> same = get(simulator, TOOLS);
        assertThat(same.statusCode()).isEqualTo(302);
        assertThat(same.headers().firstValue("Location")).hasValue(simulator.baseUrl() + TOOLS);
        HttpResponse<String> elsewhere = get(simulator, TOOLS);
        assertThat(elsewhere.statusCode()).isEqualTo(307);
        assertThat(elsewhere.headers().firstValue("Location")).hasValue("http://localhost:9" + TOOLS);
    }

    @Test
    void cutsAShortBodyThatAnnouncedItsLength() {
        simulator.faults().next(1, "*", Fault.cut(100));

        RawAnswer cut = RawAnswer.to(simulator, report("users", FROM, TODAY));

        assertThat(cut.head()).startsWith("HTTP/1.1 200 OK").contains("Content-Length: ");
        assertThat(cut.body()).hasSize(100).startsWith("{\"reporting\"");
        assertThat(cut.reset()).isFalse();
        assertLast(Asked.Outcome.BROKEN_OFF, 100);
        assertThat(RawAnswer.to(simulator, report("users", FROM, TODAY)).body()).endsWith("}}}");
    }

    @Test
    void cutsALongBodyWithinItsChunks() {
        simulator.faults().next(1, "*", Fault.cut(50_000));

        RawAnswer cut = RawAnswer.to(simulator, report("used-documents", FROM, TODAY));

        assertThat(cut.head()).contains("Transfer-Encoding: chunked");
        assertThat(cut.body()).doesNotEndWith("0\r\n\r\n");
        assertThat(cut.body().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(50_000, 50_100);
        assertLast(Asked.Outcome.BROKEN_OFF, 50_000);
    }

    @Test
    void resetsTheConnectionAtOnceOrWithinTheBody() {
        simulator.faults().next(1, "*", Fault.reset());
        simulator.faults().next(1, "*", Fault.reset(10));

        RawAnswer atOnce = RawAnswer.to(simulator, TOOLS);
        assertThat(atOnce.reset()).isTrue();
        assertThat(atOnce.head()).isEmpty();
        assertLast(Asked.Outcome.BROKEN_OFF, 0);
        assertThat(RawAnswer.to(simulator, TOOLS).reset()).isTrue();
        assertLast(Asked.Outcome.BROKEN_OFF, 10);
    }

    @Test
    void shortensABodyThatHttpCallsWhole() {
        simulator.faults().next(1, "*", Fault.shortened(40));

        HttpResponse<String> response = get(simulator, TOOLS);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(40).startsWith("{\"metadata\"");
        assertLast(Asked.Outcome.ANSWERED, 40);
    }

    @Test
    void delaysAndTricklesInRealTime() {
        simulator.faults().next(1, "*", Fault.delay(Duration.ofMillis(150)));
        simulator.faults().next(1, "*", Fault.slow(20_000));

        long began = System.nanoTime();
        get(simulator, TOOLS);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(149));
        int size = get(simulator, TOOLS).body().getBytes(StandardCharsets.UTF_8).length;
        assertThat(last().bytes()).isEqualTo(size);
        assertThat(last().took()).isGreaterThan(Duration.ofMillis(size * 1000L / 20_000 - 150));
    }

    @Test
    void hangsUntilTheClientHangsUp() throws Exception {
        simulator.faults().next(1, "*", Fault.hang());

        try (RawRequest request = RawRequest.to(simulator, TOOLS)) {
            assertThat(simulator.journal().await(asked -> asked.size() == 1, TIMEOUT))
                    .isTrue();
            assertThat(last().outcome()).isEqualTo(Asked.Outcome.OPEN);
        }

        assertThat(simulator.journal().await(asked -> last().outcome() == Asked.Outcome.CANCELLED, TIMEOUT))
                .isTrue();
        assertThat(last().status()).isZero();
    }

    @Test
    void noticesAClientThatHangsUpWithinTheBody() throws Exception {
        simulator.faults().next(1, "*", Fault.slow(1000));

        try (RawRequest request = RawRequest.to(simulator, TOOLS)) {
            assertThat(request.firstByte()).isEqualTo('H');
        }

        assertThat(simulator.journal().await(asked -> last().outcome() == Asked.Outcome.CANCELLED, TIMEOUT))
                .isTrue();
        assertThat(last().status()).isEqualTo(200);
        assertThat(last().bytes()).isBetween(1L, 5000L);
    }

    @Test
    void answersNothingAtAll() throws IOException {
        simulator.faults().next(1, "*", Fault.empty());

        assertThat(json(get(simulator, TOOLS).body())).isEqualTo(json(Files.readString(ODD.resolve("empty.json"))));
    }

    @Test
    void repeatsADayOrACompany() {
        simulator.faults().add("*=duplicate day");
        JsonNode dates = json(get(simulator, TOOLS).body()).at("/reporting/0/dates");
        assertThat(dates.get(dates.size() - 1)).isEqualTo(dates.get(dates.size() - 2));

        simulator.faults().clear();
        simulator.faults().add("*=duplicate company");
        JsonNode reporting = json(get(simulator, TOOLS).body()).path("reporting");
        assertThat(reporting).hasSize(4);
        assertThat(reporting.get(3)).isEqualTo(reporting.get(0));
    }

    private static void assertPage(HttpResponse<String> response, int status, String title) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.body()).startsWith("<html><head><title>" + title + "</title>");
    }

    private void assertLast(Asked.Outcome outcome, long bytes) {
        try {
            assertThat(simulator
                            .journal()
                            .await(asked -> last().outcome() != Asked.Outcome.OPEN, Duration.ofSeconds(10)))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
        assertThat(last().outcome()).isEqualTo(outcome);
        assertThat(last().bytes()).isEqualTo(bytes);
    }

    private Asked last() {
        List<Asked> all = simulator.journal().list();
        return all.get(all.size() - 1);
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
