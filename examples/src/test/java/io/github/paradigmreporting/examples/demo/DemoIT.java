package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.examples.Command;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./demo} as a newcomer sees it, with what this build has built. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class DemoIT {
    private static final Duration LIMIT = Duration.ofSeconds(150);

    private final Path scratch;

    DemoIT(@TempDir Path scratch) {
        this.scratch = scratch;
    }

    @Test
    void sqlShowsMonthsAndKeepsThem() throws Exception {
        Command.Ended ended = demo("jdbc").run(LIMIT);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output())
                .contains("made-up figures", "JOIN feedback", "What to try next")
                .containsPattern("month +sessions +queries +likes +dislikes")
                .containsPattern("\\d{4}-\\d\\d-01 +\\d,\\d{3} +\\d")
                .containsPattern("[1-9]\\d* requests, \\d")
                .contains("The same statement again: 0 requests");
        assertThat(ended.status()).isZero();
    }

    @Test
    void camelRaisesAnAlert() throws Exception {
        Command.Ended ended = demo("camel").run(LIMIT);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output())
                .contains("paradigm-reporting:feedback", "alerts: 0")
                .containsPattern("ALERT after \\d+ ms: Northwind, \\d{4}-\\d\\d-\\d\\d: \\d+ of \\d+ answers disliked");
        assertThat(ended.status()).isZero();
    }

    @Test
    void kafkaReceivesDaysAndARestatement() throws Exception {
        Command.Ended ended = demo("kafka").run(LIMIT);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output())
                .containsPattern(" 2 +\\d{4}-\\d\\d-\\d\\d +Northwind +\\d+ +[\\d,]+ +new")
                .containsPattern("\\d\\d records in the topic paradigm.sessions")
                .containsPattern(" 2 +\\d{4}-\\d\\d-\\d\\d +Northwind +\\d+ +[\\d,]+ +restated")
                .contains("Sent for it: 1 record")
                .doesNotContain("demo-key");
        assertThat(ended.status()).isZero();
        assertThat(leftOvers()).isEmpty();
    }

    @Test
    void asksTheInstanceThatTheEnvironmentNames() throws Exception {
        try (ParadigmSimulator instance = ParadigmSimulator.builder().start()) {
            Command.Ended ended = demo("jdbc", "camel", "kafka")
                    .with("PARADIGM_BASE_URL", instance.baseUrl() + "/api/v2/")
                    .with("PARADIGM_API_KEY", instance.key())
                    .run(LIMIT);

            assertThat(ended.errors()).isEmpty();
            assertThat(ended.output())
                    .contains("figures of 127.0.0.1", "rows of the last seven days", "records in the topic");
            assertThat(ended.status()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc", "camel", "kafka"})
    void saysInOneLineWhenTheKeyIsWrong(String part) throws Exception {
        try (ParadigmSimulator instance = ParadigmSimulator.builder().start()) {
            Command.Ended ended = demo(part)
                    .with("PARADIGM_BASE_URL", instance.baseUrl().toString())
                    .with("PARADIGM_API_KEY", "not-the-key")
                    .run(LIMIT);

            assertThat(ended.errors().lines())
                    .singleElement()
                    .asString()
                    .startsWith("./demo: ")
                    .contains("401", "key")
                    .doesNotContain("not-the-key");
            assertThat(ended.status()).isEqualTo(1);
        }
    }

    @Test
    void wantsAddressAndKeyTogether() throws Exception {
        Command.Ended ended = demo("jdbc").with("PARADIGM_API_KEY", "some-key").run(LIMIT);

        assertThat(ended.errors())
                .startsWith("./demo: PARADIGM_BASE_URL is not set")
                .hasLineCount(1);
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindWhenInterrupted() throws Exception {
        Command command = demo("kafka");
        Process process = command.start();
        try {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (leftOvers().isEmpty()) {
                assertThat(System.nanoTime()).as("it makes a folder").isLessThan(end);
                assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                        .as("ended")
                        .isFalse();
            }
        } finally {
            process.destroy();
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.descendants()).isEmpty();
        assertThat(leftOvers()).isEmpty();
        assertThat(command.errors()).isEmpty();
    }

    private Command demo(String... parts) throws Exception {
        String[] words = new String[parts.length + 2];
        words[0] = Path.of("..", "demo").toString();
        words[1] = "--no-build";
        System.arraycopy(parts, 0, words, 2, parts.length);
        return new Command(scratch, words)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("JAVA_OPTS", "-Djava.io.tmpdir=" + Files.createDirectories(scratch.resolve("tmp")));
    }

    private List<Path> leftOvers() throws Exception {
        Path folder = scratch.resolve("tmp");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
                    .toList();
        }
    }
}
