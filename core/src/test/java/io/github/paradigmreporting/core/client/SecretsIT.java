package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Hunts secrets through everything a process says at TRACE while all goes well and while everything goes wrong. */
class SecretsIT {
    private static final String KEY = "marker-key-4711";
    private static final String PASSWORD = "marker-password-4711";

    @Test
    void noSecretIsEverSaid() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hunt.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).doesNotContain("marker").doesNotContain("4711");
        // The hunt saw what it was to hunt through.
        assertThat(said)
                .contains("DEBUG")
                .containsPattern("sessions \\(GET http://localhost:\\d+/.*\\): status 200 after \\d+ ms")
                .containsPattern("\\): \\d+ bytes read in \\d+ ms")
                .contains("attempt 2")
                .contains("was answered 401")
                .contains("another origin")
                .contains("broke off")
                .contains("hunt complete");
    }

    /** The process that goes through it all. */
    static final class Hunt {
        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
        private static final ReportQuery<SessionsDay> QUERY = ReportQuery.of(Reports.SESSIONS, DAY, DAY);

        private final PrintStream out;

        private Hunt(PrintStream out) {
            this.out = out;
        }

        @SuppressWarnings("SystemOut") // Standard output is how a process answers.
        public static void main(String[] args) throws Exception {
            new Hunt(System.out).hunt();
        }

        private void hunt() throws Exception {
            String rows = Answers.sessions(2, DAY, DAY);
            read(ScriptedServer.json(rows));
            read(ScriptedServer.status(401, "{\"detail\": \"no such key\"}"));
            read(ScriptedServer.status(403, "{}"));
            read(ScriptedServer.status(302, "", "Location", "https://elsewhere.example.com/"));
            read(ScriptedServer.cutAfter(30, rows));
            read(ScriptedServer.status(200, "<html/>", "Content-Type", "text/html"));
            read(ScriptedServer.json("{\"reporting\": 7}"));
            settings();
            out.println("hunt complete");
        }

        private void read(ScriptedServer.Answer answer) {
            try (ScriptedServer server = new ScriptedServer(answer)) {
                ParadigmReportingClientBuilder builder = builder(server.url().toString());
                try (ParadigmReportingClient client = builder.build()) {
                    say(List.of(builder, builder.config(), client, client.identity(), QUERY));
                    Rows<SessionsDay> read = client.rows(QUERY);
                    say(List.of(read));
                    say(read.toList());
                } catch (ReportingException e) {
                    e.printStackTrace(out);
                }
            }
        }

        private void settings() throws Exception {
            Path file = Files.createTempFile("key", null);
            Files.writeString(file, KEY + " with a blank");
            refused(() -> builder("https://paradigm.example.com")
                    .apiKey(KEY + "\n\u00e9")
                    .build());
            refused(() -> builder("http://paradigm.example.com").build());
            refused(() -> ApiKey.fromFile(file));
            say(List.of(SettingValues.read(
                    Settings.ALL,
                    Spelling.CAMEL_CASE,
                    Map.of("apiKey", KEY, "proxyPassword", PASSWORD, "trustStorePassword", PASSWORD)::get)));
            Files.delete(file);
        }

        private void refused(java.util.concurrent.Callable<?> bad) throws Exception {
            try {
                throw new AssertionError(bad.call() + " was accepted");
            } catch (ReportingException e) {
                e.printStackTrace(out);
            }
        }

        private static ParadigmReportingClientBuilder builder(String url) {
            return ParadigmReportingClient.builder()
                    .environment(Map.of())
                    .baseUrl(url)
                    .apiKey(KEY)
                    .attempts(2)
                    .set(Settings.PROXY, proxy(URI.create(url)))
                    .set(Settings.PROXY_USER, "somebody")
                    .set(Settings.PROXY_PASSWORD, PASSWORD);
        }

        /** The server itself, which answers requests of a proxy's form as well. */
        private static String proxy(URI url) {
            return "localhost:" + (url.getPort() < 0 ? 3128 : url.getPort());
        }

        private void say(List<?> things) {
            new ArrayList<Object>(things).forEach(out::println);
        }
    }
}
