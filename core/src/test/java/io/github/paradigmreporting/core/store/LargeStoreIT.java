package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JVM of its own with a small heap takes far more rows through a store than the store may keep. */
class LargeStoreIT {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);

    /** With the default store: windows that fit, and days that alone are too large. */
    @ParameterizedTest
    @CsvSource({"128m, 64MiB, 60, 10000", "128m, 64MiB, 10, 100000", "32m, 64MiB, 60, 10000"})
    void takesMoreRowsThanFit(String heap, String store, int days, int documentsPerDay) throws Exception {
        take(heap, store, days, documentsPerDay);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"128m, 64MiB, 100, 100000", "128m, 64MiB, 365, 27400", "32m, 64MiB, 10, 1000000"})
    void takesTenMillionRows(String heap, String store, int days, int documentsPerDay) throws Exception {
        take(heap, store, days, documentsPerDay);
    }

    private static void take(String heap, String store, int days, int documentsPerDay) throws Exception {
        try (DayServer server = new DayServer(documentsPerDay)) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Reader.class.getName(),
                            server.url().toString(),
                            store,
                            Integer.toString(days))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said.strip()).endsWith("rows " + (long) days * documentsPerDay);
        }
    }

    /** The program that reads. */
    static final class Reader {
        private Reader() {}

        @SuppressWarnings("SystemOut") // Standard output is how a process answers.
        public static void main(String[] args) {
            SettingValues values = SettingValues.read(
                    Settings.ALL, Spelling.CAMEL_CASE, name -> name.equals("storeSize") ? args[1] : null);
            long count = 0;
            try (ParadigmReportingClient client = ParadigmReportingClient.builder()
                    .baseUrl(URI.create(args[0]))
                    .apiKey("key")
                    .set(Settings.GZIP, "false")
                    .build()) {
                DayStore store = DayStore.shared(client, StoreOptions.of(values));
                LocalDate to = FROM.plusDays(Integer.parseInt(args[2]) - 1L);
                ReportQuery<DocumentUse> query = ReportQuery.of(Reports.DOCUMENTS, FROM, to);
                try (var rows = store.rows(client, query, new Cancellation())) {
                    for (; rows.hasNext(); rows.next()) {
                        count++;
                    }
                }
            }
            System.out.println("rows " + count);
        }
    }
}
