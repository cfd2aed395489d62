package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that send the key back: no exception, with all its causes, shows it. */
class EchoTest {
    private static final String KEY = "marker+key/4711=";
    private static final String PASSWORD = "marker-password-0815";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static Stream<Arguments> echoes() {
        String url = URLEncoder.encode(KEY, StandardCharsets.UTF_8);
        String base64 = base64("Bearer " + KEY);
        return Stream.of(
                arguments("detail of a 401", status("401 No", "{\"detail\":\"no such key: " + KEY + "\"}")),
                arguments("detail of a 403", status("403 No", "{\"detail\":\"Bearer " + KEY + "\"}")),
                arguments("detail of a 429", status("429 No", "{\"detail\":\"slow down, " + KEY + "\"}")),
                arguments("error of a 500", status("500 No", "{\"error\":\"" + KEY + "\"}")),
                arguments("a field of a 400", status("400 No", "{\"Authorization\":[\"bad: " + KEY + "\"]}")),
                arguments("a field's name", status("400 No", "{\"" + KEY + "\":[\"bad\"]}")),
                arguments("behind much else", status("400 No", "{\"detail\":\"" + "x".repeat(290) + KEY + "\"}")),
                arguments("URL-encoded", status("400 No", "{\"detail\":\"" + url + "\"}")),
                arguments("URL-encoded in lower case", status("400 No", "{\"detail\":\"" + lower(url) + "\"}")),
                arguments("base64", status("400 No", "{\"detail\":\"" + base64 + "\"}")),
                arguments(
                        "base64 of a proxy's user",
                        status("407 No", "{\"detail\":\"" + base64("somebody:" + PASSWORD) + "\"}")),
                arguments(
                        "base64 for URLs",
                        status("400 No", "{\"detail\":\"" + base64("??>" + KEY).replace('+', '-') + "\"}")),
                arguments("a wrong id", ok("{\"reporting\":[{\"company\":{\"id\":\"" + KEY + "\"}}]}")),
                arguments("a wrong day", ok(Answers.sessions(2, DAY, DAY).replace("2026-03-02", KEY))),
                arguments("a token that is no JSON", ok("{\"reporting\": " + KEY)),
                arguments("a text instead of JSON", ok(KEY)),
                arguments("a name that comes twice", ok("{\"" + KEY + "\":1,\"" + KEY + "\":2,\"reporting\":7}")),
                arguments("another origin", redirect("https://" + url + ".example.com/")),
                arguments("another origin's user", redirect("https://" + url + "@example.com/")),
                arguments("another origin's path", redirect("https://example.com/" + url)),
                arguments("a circle", redirect("/" + url)),
                arguments("a circle's query", redirect("/?key=" + url)),
                arguments("no address", redirect("::" + KEY + "::")),
                arguments(
                        "the status line's words",
                        RawServer.raw("HTTP/1.1 401 " + KEY + "\r\nContent-Length: 0\r\n\r\n")),
                arguments("the status line", RawServer.raw("HTTP/1.1 " + KEY + "\r\nContent-Length: 0\r\n\r\n")),
                arguments("instead of HTTP", RawServer.raw(KEY + "\r\n\r\n")),
                arguments("a header's name", RawServer.raw("HTTP/1.1 200 OK\r\n" + KEY + "\r\n\r\n")),
                arguments("Content-Length", RawServer.ok(new byte[0], "Content-Length: " + KEY)),
                arguments(
                        "a chunk's size",
                        RawServer.ok((KEY + "\r\n").getBytes(StandardCharsets.UTF_8), "Transfer-Encoding: chunked")),
                arguments(
                        "Content-Encoding",
                        RawServer.ok(new byte[] {'x'}, "Content-Encoding: " + KEY, "Content-Length: 1")),
                arguments(
                        "Retry-After",
                        RawServer.raw("HTTP/1.1 503 No\r\nRetry-After: " + KEY + "\r\nContent-Length: 0\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("echoes")
    void areNotRepeated(String where, RawServer.Sent echo) {
        try (RawServer server = new RawServer(echo);
                ParadigmReportingClient client = client(server)) {
            Throwable thrown = catchThrowable(() ->
                    client.rows(ReportQuery.of(Reports.SESSIONS, DAY, DAY)).toList());

            assertThat(thrown).isInstanceOf(ReportingException.class);
            StringWriter seen = new StringWriter();
            thrown.printStackTrace(new PrintWriter(seen));
            assertThat(seen.toString())
                    .doesNotContainIgnoringCase("marker")
                    .doesNotContain("4711", "0815")
                    .doesNotContain(
                            base64("marker").substring(0, 7), base64("rmarker").substring(2, 8));
            assertThat(thrown.getMessage()).hasSizeLessThan(1000);
        }
    }

    @Test
    void controlCharactersOfAServerAreSeenNotObeyed() {
        String detail = "{\"detail\":\"\\u001b[2Jgone\\u0007\\u202Eesrever\\u0000\"}";
        try (RawServer server = new RawServer(status("400 No", detail));
                ParadigmReportingClient client = client(server)) {
            assertThat(catchThrowable(() -> client.rows(ReportQuery.of(Reports.SESSIONS, DAY, DAY))
                            .toList()))
                    .hasMessageContaining("“\\u001B[2Jgone\\u0007\\u202Eesrever\\u0000”");
        }
    }

    private static ParadigmReportingClient client(RawServer server) {
        return ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl(server.url())
                .apiKey(KEY)
                .set(Settings.PROXY, "localhost:" + server.url().getPort())
                .set(Settings.PROXY_USER, "somebody")
                .set(Settings.PROXY_PASSWORD, PASSWORD)
                .attempts(1)
                .time(new FakeTime())
                .build();
    }

    private static RawServer.Sent ok(String body) {
        return status("200 OK", body);
    }

    private static RawServer.Sent status(String status, String body) {
        return RawServer.raw("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private static RawServer.Sent redirect(String location) {
        return RawServer.raw("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
