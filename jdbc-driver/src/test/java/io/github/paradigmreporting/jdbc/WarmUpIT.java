package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** After the first answer of a JVM the SQL engine is warmed up once, by a thread that bothers nobody. */
class WarmUpIT {
    @Test
    void startsAfterTheFirstAnswerSendsNothingPrintsNothingAndLetsTheProgramEnd()
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WarmUpProbe.class.getName()));
        if (Runtime.version().feature() >= 24) {
            // Newer JVMs warn of Protobuf as it comes; in the driver's own jar it is quiet.
            command.add(1, "--sun-misc-unsafe-memory-access=allow");
        }
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        assertThat(printed.lines())
                .containsExactly("before: false", "after: true", "ends: true", "requests: 0", "again: false");
    }
}
