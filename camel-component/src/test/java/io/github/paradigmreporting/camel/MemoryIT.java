package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heap far smaller than the report. */
class MemoryIT {
    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"batchSize=500", "batchSize=1"})
    void readsAReportLargerThanTheHeap(String options) throws Exception {
        read(2_000, "48m", options);
    }

    @Test
    @Tag("long")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void readsMillionsOfRows() throws Exception {
        read(100_000, "48m", "batchSize=500");
    }

    private void read(int documentsPerDay, String heap, String options) throws Exception {
        try (World world = new World(builder -> builder.documentsPerDay(documentsPerDay))) {
            long expected = world.simulator()
                    .dataset()
                    .totals(Reports.DOCUMENTS, World.FIRST_DAY, world.today(), Set.of())
                    .rows();
            Path log = directory.resolve("log.txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + heap,
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CountingRoute.class.getName(),
                            world.simulator().baseUrl().toString(),
                            world.simulator().key(),
                            World.FIRST_DAY.toString(),
                            options,
                            directory.resolve("state").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(process.waitFor(25, TimeUnit.MINUTES)).isTrue();
            String said = Files.readString(log);
            long bytes = world.simulator().journal().list().stream()
                    .mapToLong(asked -> asked.bytes())
                    .sum();
            System.out.printf("%s, -Xmx%s: %s; %d bytes on the wire%n", options, heap, said.strip(), bytes);
            assertThat(said).contains(expected + " rows in");
        }
    }
}
