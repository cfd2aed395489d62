package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A JVM of its own with a small heap is sent answers that do not fit into it; after each it reads one that does. */
class HostileSizesIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int ROWS = 700;
    private static final String GOOD = Answers.documents(DAY, 1, ROWS);
    private static final String COMPANY = "\"company\":{\"id\":1,\"name\":\"a\"}";
    private static final String DAYS = "\"dates\":[{\"date\":\"" + DAY + "\",\"documents\":[";

    @Test
    void noneOfThemIsMoreThanATypedError() throws Exception {
        List<ScriptedServer.Answer> script = new ArrayList<>();
        for (ScriptedServer.Answer hostile : List.of(
                answer("{\"reporting\":[{" + COMPANY + "," + DAYS, 200, id -> document(id, 1_000_000)),
                answer("{\"reporting\":[{" + DAYS, 2_000, id -> document(id, 20_000)),
                answer("{\"reporting\":[", 2_000_000, id -> "{\"company\":{\"id\":" + id + "},\"dates\":[]}"),
                answer("{\"x\":", 1_000_000, id -> "[".repeat(100)),
                answer("{\"" + "x".repeat(50_000_000) + "\":[", 1, id -> "1"),
                answer("{\"reporting\":[{" + COMPANY + "," + DAYS, 1, id -> document(id, 100_000_000)))) {
            script.add(hostile);
            script.add(ScriptedServer.json(GOOD));
        }
        try (ScriptedServer server = new ScriptedServer(script.toArray(ScriptedServer.Answer[]::new))) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx20m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Reader.class.getName(),
                            server.url().toString(),
                            Integer.toString(script.size() / 2))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(reader.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(said.lines().filter(line -> line.startsWith("hostile")))
                    .as(said)
                    .hasSize(script.size() / 2)
                    .allMatch(line ->
                            line.matches("hostile (UNEXPECTED_RESPONSE( OutOfMemoryError)?|CONNECTION|TIMEOUT)"))
                    .anyMatch(line -> line.endsWith("OutOfMemoryError"));
            assertThat(said.lines().filter(line -> line.startsWith("good")))
                    .as(said)
                    .hasSize(script.size() / 2)
                    .containsOnly("good " + ROWS);
        }
    }

    private static String document(int id, int characters) {
        return "{\"document_id\":" + id + ",\"document_title\":\"" + "x".repeat(characters) + "\",\"usage_count\":1}";
    }

    private static ScriptedServer.Answer answer(String begin, int parts, IntFunction<String> part) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
                out.write(begin.getBytes(StandardCharsets.UTF_8));
                for (int id = 1; id <= parts; id++) {
                    out.write((id == 1 ? "" : ",").getBytes(StandardCharsets.UTF_8));
                    out.write(part.apply(id).getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The client has had enough.
            }
        };
    }

    /** The program that reads. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) {
            try (ParadigmReportingClient client = ParadigmReportingClient.builder()
                    .baseUrl(URI.create(args[0]))
                    .apiKey("key")
                    .attempts(1)
                    .answerTimeout(Duration.ofSeconds(10))
                    .build()) {
                for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                    say("hostile", read(client));
                    say("good", read(client));
                }
            }
        }

        private static String read(ParadigmReportingClient client) {
            long count = 0;
            try (Rows<DocumentUse> rows = client.rows(ReportQuery.of(Reports.DOCUMENTS, DAY, DAY))) {
                for (; rows.hasNext(); rows.next()) {
                    count++;
                }
                return Long.toString(count);
            } catch (ReportingException e) {
                return e.kind() + (e.getCause() instanceof OutOfMemoryError ? " OutOfMemoryError" : "");
            }
        }

        @SuppressWarnings("SystemOut") // Standard output is how a process answers.
        private static void say(String what, String how) {
            System.out.println(what + " " + how);
        }
    }
}
