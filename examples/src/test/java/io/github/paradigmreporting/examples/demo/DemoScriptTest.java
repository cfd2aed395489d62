package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.examples.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script does before the JVM starts, with a fake java and a fake mvn, in a folder with spaces. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class DemoScriptTest {
    /** What the script may use besides java and mvn: the tools that POSIX promises. */
    private static final List<String> TOOLS =
            List.of("sh", "awk", "cat", "dirname", "find", "grep", "head", "mkdir", "sed", "sleep", "tail");

    private final Path scratch;
    private final Path checkout;
    private final Path tools;

    DemoScriptTest(@TempDir Path scratch) throws IOException {
        this.scratch = scratch;
        this.checkout = Files.createDirectories(scratch.resolve("a checkout"));
        this.tools = Files.createDirectories(scratch.resolve("bin"));
    }

    @BeforeEach
    void makeACheckout() throws IOException {
        Files.copy(Path.of("..", "demo"), checkout.resolve("demo"));
        checkout.resolve("demo").toFile().setExecutable(true);
        write(checkout.resolve("pom.xml"), "");
        write(checkout.resolve("core/pom.xml"), "");
        write(checkout.resolve("core/src/main/java/Source.java"), "");
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), installed(tool));
        }
        java("openjdk version \"17.0.15\" 2025-04-15");
        maven("Apache Maven 3.8.7");
    }

    @ParameterizedTest
    @CsvSource({"11.0.2,11", "1.8.0_392,8", "16,16"})
    void refusesAJavaThatIsTooOld(String version, String shown) throws Exception {
        java("openjdk version \"" + version + "\" 2019-01-15");

        assertThat(refusal(command()))
                .startsWith("./demo: Java " + shown + " is too old")
                .contains("JDK 17 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "25", "26-ea", "21.0.2\" 2024-01-16 LTS \""})
    void takesAJavaThatIsNewEnough(String version) throws Exception {
        java("openjdk version \"" + version + "\"");

        assertThat(run(command()).status()).isZero();
    }

    @Test
    void saysWhenJavaIsMissing() throws Exception {
        Files.delete(tools.resolve("java"));

        assertThat(refusal(command())).startsWith("./demo: Java is missing").contains("JAVA_HOME");
    }

    @Test
    void saysWhenJavaHomePointsNowhere() throws Exception {
        Path nowhere = scratch.resolve("nowhere");

        assertThat(refusal(command().with("JAVA_HOME", nowhere.toString())))
                .startsWith("./demo: JAVA_HOME is " + nowhere)
                .contains("no bin/java");
    }

    @Test
    void asksTheJavaThatJavaHomePointsAt() throws Exception {
        Path home = scratch.resolve("an old jdk");
        fakeJava(home.resolve("bin/java"), "openjdk version \"11.0.2\" 2019-01-15");

        assertThat(refusal(command().with("JAVA_HOME", home.toString())))
                .startsWith("./demo: Java 11 is too old (JAVA_HOME is " + home);
    }

    @Test
    void saysWhenTheJavaCannotCompile() throws Exception {
        write(tools.resolve("java"), """
                #!/bin/sh
                echo 'openjdk version "17"' >&2""");

        assertThat(refusal(command())).startsWith("./demo: this Java has no compiler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.6.3", "3.8.6", "2.9.9"})
    void refusesAMavenThatIsTooOld(String version) throws Exception {
        maven("Apache Maven " + version + " (abc)");

        assertThat(refusal(command()))
                .startsWith("./demo: Maven " + version + " is too old")
                .contains("Maven 3.8.7 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.7", "3.9.0", "3.10.1", "4.0.0-rc-3", "\033[1m3.9.16\033[m"})
    void takesAMavenThatIsNewEnough(String version) throws Exception {
        maven(version.startsWith("\033") ? "\033[1mApache Maven 3.9.16 (abc)\033[m" : "Apache Maven " + version);

        assertThat(run(command()).status()).isZero();
    }

    @Test
    void saysWhenMavenIsMissing() throws Exception {
        Files.delete(tools.resolve("mvn"));

        assertThat(refusal(command())).startsWith("./demo: Maven is missing");
    }

    @Test
    void buildsOnceAndThenRunsAtOnce() throws Exception {
        Command.Ended first = run(command());
        Files.delete(tools.resolve("mvn"));
        Command.Ended second = run(command());

        assertThat(first.errors()).contains("Building");
        assertThat(second.errors()).isEmpty();
        assertThat(second.output())
                .isEqualTo(first.output())
                .contains("io.github.paradigmreporting.examples.demo.Demo");
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        run(command());
        Files.setLastModifiedTime(
                checkout.resolve("core/src/main/java/Source.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run(command()).errors()).contains("Building");
    }

    @Test
    void buildsAgainWhenALibraryIsGone() throws Exception {
        run(command());
        Files.delete(checkout.resolve("a library.jar"));

        assertThat(run(command()).errors()).contains("Building");
    }

    @Test
    void runsFromAnyFolderWithoutTearingPathsApart() throws Exception {
        Command.Ended ended = run(command("kafka").in(Files.createDirectories(scratch.resolve("elsewhere"))));

        assertThat(ended.output().lines())
                .contains("examples/target/classes:" + checkout.resolve("a library.jar"))
                .endsWith("io.github.paradigmreporting.examples.demo.Demo", "kafka");
    }

    @Test
    void showsWhatTheBuildComplainsAbout() throws Exception {
        write(tools.resolve("mvn"), """
                #!/bin/sh
                echo 'Apache Maven 3.9.16'
                [ "$1" = -v ] && exit 0
                echo '[ERROR] no such thing'
                exit 1""");

        Command.Ended ended = run(command());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.errors()).contains("[ERROR] no such thing", "the build failed", "demo-build.log");
        assertThat(ended.output()).isEmpty();
    }

    @Test
    void saysThatNothingIsBuiltYet() throws Exception {
        assertThat(refusal(command("--no-build"))).contains("nothing is built yet");
    }

    @Test
    void namesThePartsWhenItDoesNotKnowOne() throws Exception {
        Command.Ended ended = run(command("sparql"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errors())
                .isEqualTo("./demo: there is no sparql; there are jdbc, camel and kafka. See ./demo --help\n");
    }

    @Test
    void helpsWithoutJavaAndMaven() throws Exception {
        Files.delete(tools.resolve("java"));
        Files.delete(tools.resolve("mvn"));

        Command.Ended ended = run(command("--help"));

        assertThat(ended.status()).isZero();
        assertThat(ended.output())
                .contains("jdbc|camel|kafka", "PARADIGM_BASE_URL", "Java 17", "Maven 3.8.7", "NO_COLOR");
    }

    private Command command(String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = checkout.resolve("demo").toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return new Command(scratch, words)
                .with("PATH", tools.toString())
                .without("JAVA_HOME")
                .without("JAVA_OPTS");
    }

    private static Command.Ended run(Command command) throws Exception {
        return command.run(Duration.ofSeconds(60));
    }

    /** The one line that says why it does not go on. */
    private static String refusal(Command command) throws Exception {
        Command.Ended ended = run(command);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors().lines()).hasSize(1);
        return ended.errors();
    }

    private void java(String version) throws IOException {
        fakeJava(tools.resolve("java"), version);
    }

    /** Says its version, has a compiler, and shows each argument of anything else on a line of its own. */
    private static void fakeJava(Path file, String version) throws IOException {
        write(file, """
                #!/bin/sh
                case $1 in
                    -version) echo 'Picked up JAVA_TOOL_OPTIONS: -Dnothing' >&2; echo '%s' >&2 ;;
                    --list-modules) echo jdk.compiler@17 ;;
                    *) for word; do echo "$word"; done ;;
                esac""".formatted(version));
    }

    /** Says its version, and builds a class path with a space in it. */
    private void maven(String version) throws IOException {
        write(tools.resolve("mvn"), """
                #!/bin/sh
                [ "$1" = -v ] && echo '%s' && exit 0
                mkdir -p examples/target/classes/io/github/paradigmreporting/examples/demo
                echo > examples/target/classes/io/github/paradigmreporting/examples/demo/Demo.class
                echo > 'a library.jar'
                printf '%%s' "$PWD/a library.jar" > examples/target/classpath""".formatted(version));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path installed(String tool) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file.toAbsolutePath();
            }
        }
        throw new AssertionError("no " + tool + " on the PATH");
    }
}
