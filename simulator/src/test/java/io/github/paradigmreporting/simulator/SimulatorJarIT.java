package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as a user has it: one file, started with {@code java -jar}. */
class SimulatorJarIT {
    @Test
    void runsByItselfAnywhere(@TempDir Path elsewhere) throws Exception {
        Path alone = Files.copy(RunningJar.built(), elsewhere.resolve("simulator.jar"));

        try (RunningJar jar = RunningJar.start(
                alone,
                List.of(),
                "--port",
                "0",
                "--companies",
                "3",
                "--from",
                "2024-01-01",
                "--seed",
                "7",
                "--key",
                "demo-key")) {
            URI base = jar.greeting();
            List<String> lines = jar.linesUntil("Ctrl-C");
            assertThat(lines)
                    .hasSize(4)
                    .anySatisfy(line -> assertThat(line).startsWith("Companies: 2 Northwind, "))
                    .contains("Key: demo-key")
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("Try: curl -H 'Authorization: Bearer demo-key' '" + base + "/api/v2/"));
            HttpURLConnection connection = open(base, "chat-sessions", "2025-03-03", "2025-03-03");
            assertThat(connection.getResponseCode()).isEqualTo(200);
            try (InputStream body = connection.getInputStream()) {
                assertThat(Asking.JSON.readTree(body).path("reporting")).hasSize(3);
            }

            jar.stop();
            assertThat(jar.rest()).isEmpty();
        }
    }

    @Test
    void exitsWithStatus2WhenAnOptionIsWrong() throws Exception {
        try (RunningJar jar = RunningJar.start(RunningJar.built(), List.of(), "--port", "http")) {
            assertThat(jar.exitStatus()).isEqualTo(2);
            assertThat(jar.rest()).startsWith("--port cannot be 'http': write --port N");
        }
    }

    @Test
    void sendsAnAnswerManyTimesLargerThanItsHeap() throws Exception {
        try (RunningJar jar = RunningJar.start(
                RunningJar.built(),
                List.of("-Xmx24m"),
                "--port=0",
                "--companies=1",
                "--now=2026-03-06T23:00:00Z",
                "--speed=0",
                "--from=2024-01-01",
                "--documents-per-day=1000000")) {
            URI base = jar.greeting();
            HttpURLConnection connection = open(base, "used-documents", "2026-03-05", "2026-03-05");
            long bytes;
            try (InputStream body = connection.getInputStream()) {
                bytes = body.transferTo(java.io.OutputStream.nullOutputStream());
            }

            assertThat(bytes).isGreaterThan(100_000_000);
            assertThat(open(base, "tools", "2026-03-05", "2026-03-05").getResponseCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void hidesTheCoreFromThoseWhoUseTheJarAsALibrary() throws IOException {
        try (JarFile jar = new JarFile(RunningJar.built().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .noneMatch(name -> name.startsWith("io/github/paradigmreporting/core"))
                    .noneMatch(name -> name.startsWith("com/") || name.startsWith("org/"))
                    .contains("program/io/github/paradigmreporting/core/report/Reports.class");
        }
    }

    private static HttpURLConnection open(URI base, String endpoint, String from, String to) throws IOException {
        URI uri = URI.create(base + "/api/v2/reporting/" + endpoint + "/?start_date=" + from + "&end_date=" + to);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer demo-key");
        return connection;
    }
}
