package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM of its own with a small heap reads an answer many times as large. */
class LargeAnswerIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int DOCUMENTS_PER_COMPANY = 100_000;

    @ParameterizedTest
    @CsvSource({"16m, 1000000, 100", "64m, 3400000, 500"})
    void readsInAHeapMuchSmallerThanTheAnswer(String heap, int rows, int megabytes) throws Exception {
        long[] sent = new long[1];
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            sent[0] = write(rows, exchange.getResponseBody());
        })) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap,
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Reader.class.getName(),
                            server.url().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said.strip()).endsWith("rows " + rows);
            assertThat(sent[0]).isGreaterThan(megabytes * 1_000_000L);
        }
    }

    private static long write(int rows, OutputStream body) throws IOException {
        long bytes = 0;
        try (OutputStream out = new BufferedOutputStream(body, 1 << 16)) {
            out.write("{\"metadata\": {}, \"reporting\": [".getBytes(StandardCharsets.UTF_8));
            for (int row = 0; row < rows; row++) {
                int document = row % DOCUMENTS_PER_COMPANY;
                String start = document > 0 ? "," : (row > 0 ? "]}]}," : "") + company(row / DOCUMENTS_PER_COMPANY);
                byte[] text = (start + "{\"document_filename\": \"quarterly-report-of-department-" + document
                                + "-final-version.pdf\", \"document_title\": \"Quarterly report " + document
                                + "\", \"document_id\": " + (document + 1) + ", \"usage_count\": 3}")
                        .getBytes(StandardCharsets.UTF_8);
                out.write(text);
                bytes += text.length;
            }
            out.write("]}]}]}".getBytes(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private static String company(int number) {
        return "{\"company\": {\"name\": \"Company " + number + "\", \"id\": " + (number + 1)
                + "}, \"dates\": [{\"date\": \"" + DAY + "\", \"documents\": [";
    }

    /** The program that reads. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) {
            long count = 0;
            try (ParadigmReportingClient client = ParadigmReportingClient.builder()
                            .baseUrl(URI.create(args[0]))
                            .apiKey("key")
                            .build();
                    Rows<DocumentUse> rows = client.rows(ReportQuery.of(Reports.DOCUMENTS, DAY, DAY))) {
                for (; rows.hasNext(); rows.next()) {
                    count++;
                }
            }
            report(List.of("rows", Long.toString(count)));
        }

        @SuppressWarnings("SystemOut") // Standard output is how a process answers.
        private static void report(List<String> words) {
            System.out.println(String.join(" ", words));
        }
    }
}
