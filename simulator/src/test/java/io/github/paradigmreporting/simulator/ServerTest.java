package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.report;
import static io.github.paradigmreporting.simulator.Asking.request;
import static io.github.paradigmreporting.simulator.Asking.send;
import static io.github.paradigmreporting.simulator.Asking.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator as an HTTP server. */
class ServerTest {
    private static final String TOOLS = report("tools", FROM, TODAY);
    private static final String MEMBERS = report("users", FROM, TODAY);

    @RegisterExtension
    static final SimulatorExtension SHARED =
            SimulatorExtension.shared(builder -> builder.from(FROM).clock(Asking.CLOCK));

    @Test
    void answersHundredsAtOnce(ParadigmSimulator simulator) {
        String expected = Asking.get(simulator, TOOLS).body();

        List<HttpResponse<String>> answers = askAtOnce(simulator, 300, TOOLS);

        assertThat(answers).hasSize(300).allSatisfy(answer -> assertThat(answer.body())
                .isEqualTo(expected));
    }

    @Test
    void worksOnAFewAtOnceAndLetsTheOthersWait() {
        try (ParadigmSimulator simulator = small().concurrency(4)
                .latency(Duration.ofMillis(20), Duration.ZERO)
                .start()) {
            long began = System.nanoTime();
            List<HttpResponse<String>> answers = askAtOnce(simulator, 40, MEMBERS);

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(199));
            assertThat(simulator.journal().peakConcurrency()).isGreaterThan(4);
        }
    }

    @Test
    void compressesForThoseWhoAcceptIt(ParadigmSimulator simulator) throws Exception {
        String plain = Asking.get(simulator, TOOLS).body();

        HttpResponse<byte[]> response = bytes(simulator, TOOLS, "br, gzip;q=0.5");

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(response.body().length).isLessThan(plain.length() / 3);
        assertThat(unzipped(response.body())).isEqualTo(plain);
        Asked asked = simulator.journal().list("tools").get(simulator.journal().count("tools") - 1);
        assertThat(asked.gzip()).isTrue();
        assertThat(asked.bytes()).isEqualTo(response.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.0", "x-gzip, deflate"})
    void doesNotCompressForOthers(String accept, ParadigmSimulator simulator) throws Exception {
        HttpResponse<byte[]> response = bytes(simulator, TOOLS, accept);

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void neverCompressesWhenToldSo() throws Exception {
        try (ParadigmSimulator simulator = small().gzip(false).start()) {
            assertThat(bytes(simulator, TOOLS, "gzip").headers().firstValue("Content-Encoding"))
                    .isEmpty();
        }
    }

    @Test
    void tellsTheTimeOfItsOwnClock(ParadigmSimulator simulator) {
        assertThat(Asking.get(simulator, MEMBERS).headers().firstValue("Date"))
                .hasValue("Mon, 02 Mar 2026 14:30:00 GMT");
    }

    @Test
    void answersHeadWithoutABody(ParadigmSimulator simulator) {
        HttpResponse<String> response = send(request(simulator, MEMBERS)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length").orElse(0))
                .isPositive();
    }

    @Test
    void answersSeveralRequestsOnOneConnection(ParadigmSimulator simulator) {
        String one = "GET " + MEMBERS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + simulator.key() + "\r\n\r\n";

        RawAnswer all = RawAnswer.to(
                simulator,
                one + one.replace("GET", "POST").replace("Host: x", "Host: x\r\nContent-Length: 3") + "abc"
                        + one.replace("Host: x", "Host: x\r\nConnection: close").strip(),
                "");

        assertThat(all.head()).startsWith("HTTP/1.1 200 OK");
        assertThat(all.body())
                .contains("HTTP/1.1 405 Method Not Allowed")
                .contains("HTTP/1.1 200 OK")
                .endsWith("}}}");
    }

    @Test
    void speaksToOldClientsWithoutChunks(ParadigmSimulator simulator) {
        RawAnswer answer =
                RawAnswer.to(simulator, "GET " + TOOLS + " HTTP/1.0\r\nAuthorization: Bearer " + simulator.key(), "");

        assertThat(answer.head()).contains("Connection: close").doesNotContain("chunked", "Content-Length");
        assertThat(answer.body()).startsWith("{\"metadata\"").endsWith("}]}]}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "GET / SPDY/3",
                "GET / HTTP/1.1\r\nno colon",
                "GET / HTTP/1.1\r\nContent-Length: many",
                "GET / HTTP/1.1\r\nTransfer-Encoding: chunked",
            })
    void refusesWhatIsNotHttp(String head, ParadigmSimulator simulator) {
        assertThat(RawAnswer.to(simulator, head, "").head()).startsWith("HTTP/1.1 400 Bad Request");
    }

    @Test
    void endsEveryConnectionWhenItCloses() throws Exception {
        ParadigmSimulator simulator = small().fault("*=hang").start();
        CompletableFuture<List<HttpResponse<String>>> hanging =
                CompletableFuture.supplyAsync(() -> askAtOnce(simulator, 5, TOOLS));
        assertThat(simulator.journal().await(asked -> asked.size() == 5, Duration.ofSeconds(10)))
                .isTrue();

        simulator.close();

        assertThatThrownBy(() -> hanging.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> Asking.get(simulator, TOOLS)).hasRootCauseInstanceOf(IOException.class);
        simulator.close();
    }

    private static List<HttpResponse<String>> askAtOnce(ParadigmSimulator simulator, int count, String target) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Stream<CompletableFuture<HttpResponse<String>>> futures = IntStream.range(0, count)
                .mapToObj(i ->
                        client.sendAsync(request(simulator, target).build(), HttpResponse.BodyHandlers.ofString()));
        try {
            return futures.toList().stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static HttpResponse<byte[]> bytes(ParadigmSimulator simulator, String target, String accept)
            throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request(simulator, target)
                                .header("Accept-Encoding", accept)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String unzipped(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
