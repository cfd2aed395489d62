package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            String log = log(
                    CrashedRoute.class,
                    world.simulator().baseUrl().toString(),
                    MARKER,
                    "sessions",
                    World.FIRST_DAY.toString(),
                    "attempts=5",
                    directory.resolve("state").toString(),
                    directory.resolve("rows.txt").toString());

            assertThat(log)
                    .contains("TRACE", "attempt 1 failed", "paradigm-reporting")
                    .doesNotContain(MARKER);
            assertThat(Files.readAllLines(directory.resolve("rows.txt"))).isNotEmpty();
        }
    }

    @Test
    void showsNoKeyOfKamelets() throws Exception {
        try (World world = new World(builder -> builder.key(MARKER))) {
            String log = log(
                    KameletRoutes.class,
                    world.simulator().baseUrl().toString(),
                    MARKER,
                    World.FIRST_DAY.toString(),
                    directory.resolve("state").toString());

            assertThat(log)
                    .contains("TRACE", "paradigm-reporting:tools", "paradigm-reporting:feedback")
                    .doesNotContain(MARKER);
        }
    }

    private String log(Class<?> program, String... arguments) throws Exception {
        Path log = directory.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(log);
    }
}
