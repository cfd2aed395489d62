package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, since the level of a logger is read once. */
class TraceIT {
    private static final String MARKER = "marker-5d1e60aa";

    @TempDir
    Path directory = Path.of("");

    @Test
    void showsNoKeyInTheLogAtTrace() throws Exception {
        try (World world = new World(builder -> builder.key(MARKER))) {
            world.simulator().faults().add("sessions*1=503").add("sessions*1=reset 50");
            Path log = directory.resolve("log.txt");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashedRoute.class.getName(),
                            world.simulator().baseUrl().toString(),
                            MARKER,
                            "sessions",
                            World.FIRST_DAY.toString(),
                            "attempts=5",
                            directory.resolve("state").toString(),
                            directory.resolve("rows.txt").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();

            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(log))
                    .contains("TRACE", "attempt 1 failed", "paradigm-reporting")
                    .doesNotContain(MARKER);
            assertThat(Files.readAllLines(directory.resolve("rows.txt"))).isNotEmpty();
        }
    }
}
