package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code java -jar} with the built jar. */
class MainIT {
    private static final String SECRET = "marker-key-0123456789";
    private static ParadigmSimulator simulator;

    /** What a program printed, on both streams, and how it ended. */
    private record Ended(int code, String output) {}

    @BeforeAll
    static void start() {
        simulator = ParadigmSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void saysWhatItIsAndHowToCallIt() throws Exception {
        Ended ended = run(Map.of());

        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .startsWith("Paradigm Reporting JDBC Driver 0.")
                .contains("--self-test", "--support", "PARADIGM_API_KEY", "jdbc:paradigm://host");
    }

    @Test
    void passesWhereEverythingIsRight() throws Exception {
        Ended ended = run(Map.of("PARADIGM_API_KEY", simulator.key()), "--self-test", url());

        assertThat(ended.output())
                .contains("ok      one day", " rows of sessions on ", " rows of members on ", "Everything works.")
                .doesNotContain(simulator.key(), "FAILED");
        assertThat(ended.code()).isZero();
    }

    @Test
    void takesAddressAndKeyFileFromTheEnvironment(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), simulator.key() + "\n");

        Ended ended = run(
                Map.of(
                        "PARADIGM_BASE_URL", simulator.baseUrl().toString(),
                        "PARADIGM_API_KEY_FILE", key.toString()),
                "--self-test");

        assertThat(ended.output()).contains("Everything works.");
    }

    @Test
    void keepsTheKeyOfAnotherAddress() throws Exception {
        Ended ended = run(
                Map.of("PARADIGM_API_KEY", simulator.key(), "PARADIGM_BASE_URL", "https://paradigm.example.com"),
                "--self-test",
                url());

        assertThat(ended.output())
                .contains("FAILED  key", "SQLState 28000", "PARADIGM_BASE_URL only, which is another");
    }

    @Test
    void saysThatTheKeyIsRefused() throws Exception {
        Ended ended = run(Map.of("PARADIGM_API_KEY", SECRET), "--self-test", url());

        assertThat(ended.code()).isEqualTo(Main.FAILED);
        assertThat(ended.output())
                .contains("FAILED  one day", "SQLState 28000", "what to do: make a new key")
                .doesNotContain(SECRET, "\tat ");
    }

    @Test
    void saysThatThereIsNoKey() throws Exception {
        Ended ended = run(Map.of(), "--self-test", url());

        assertThat(ended.code()).isEqualTo(Main.FAILED);
        assertThat(ended.output()).contains("FAILED  key", "SQLState 28000", "PARADIGM_API_KEY");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        Ended ended = run(Map.of(), "--self-test", "jdbc:paradigm://127.0.0.1:1?ssl=false&apiKey=" + SECRET);

        assertThat(ended.code()).isEqualTo(Main.FAILED);
        assertThat(ended.output())
                .contains("FAILED  one day", "SQLState 08001", "what to do: compare host and port")
                .doesNotContain(SECRET, "\tat ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            --self-test,  jdbc:paradigm:host,                 FAILED  URL
            --self-test,  jdbc:paradigm://host?nosuch=1,      nosuch
            --self-test,  https://paradigm.example.com,       no URL of this driver
            --selftest,   jdbc:paradigm://host,               there is no command --selftest
            --self-test,  '',                                 no URL of this driver
            """)
    void saysWhatIsWrongWithTheCall(String command, String url, String problem) throws Exception {
        Ended ended = run(Map.of("PARADIGM_API_KEY", SECRET), command, url.isEmpty() ? "no-url" : url);

        assertThat(ended.code()).isIn(Main.FAILED, Main.MISUSED);
        assertThat(ended.output())
                .contains(problem, "jdbc:paradigm://host[:port]")
                .doesNotContain(SECRET);
    }

    @Test
    void reportsEverythingButSecrets() throws Exception {
        Ended ended = run(
                Map.of(
                        "PARADIGM_API_KEY",
                        " " + SECRET + " ",
                        "PARADIGM_PROXY_PASSWORD",
                        SECRET,
                        "PARADIGM_ZONE",
                        "UTC"),
                "--support",
                url() + "&windowDays=7&apiKey=" + SECRET);

        assertThat(ended.output())
                .contains("java.version", "windowDays", "PARADIGM_ZONE", "set, 23 characters, with blanks around it")
                .contains("JDBC driver                " + ParadigmDriver.class.getName())
                .doesNotContain(SECRET);
    }

    private static String url() {
        return SqlFixture.url(simulator) + "?ssl=false";
    }

    private static Ended run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = program(environment, arguments).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static ProcessBuilder program(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                DriverJarIT.JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PARADIGM_"));
        // The key of the environment goes to its address only.
        builder.environment().put("PARADIGM_BASE_URL", simulator.baseUrl().toString());
        builder.environment().putAll(environment);
        return builder;
    }
}
